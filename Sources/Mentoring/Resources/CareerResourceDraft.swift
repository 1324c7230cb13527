package import Kernel
import SQLStore

/// A career resource as typed into the form and found right in itself.
package struct CareerResourceDraft: Sendable, Equatable {
  package var title: String
  package var summary: String
  package var place: String
  package var audiences: Set<CareerResource.Audience>
  package var department: DepartmentID?
  package var reviewOn: Day

  /// A resource of which nothing is said where it is.
  package init(
    title: String, summary: String, audiences: Set<CareerResource.Audience>,
    department: DepartmentID?, reviewOn: Day
  ) {
    self.title = title
    self.summary = summary
    self.audiences = audiences
    self.department = department
    self.reviewOn = reviewOn
    place = ""
  }

  /// The names of the fields.
  package enum Field {
    /// What it is called.
    package static let title = "title"
    /// What it is about.
    package static let summary = "summary"
    /// Where it is.
    package static let place = "place"
    /// The box of an audience has the audience behind it.
    package static let audience = "for-"
    /// Whose it is; empty for the office.
    package static let department = "department"
    /// When it is looked over next.
    package static let reviewOn = "review_on"
    /// What a ticked box sends.
    package static let yes = "yes"
  }

  /// After how many days at the latest a resource is looked over.
  package static let mostDays = 3 * 366

  /// Reads what was typed on a day.
  /// - Parameter kept: the day of the review so far, which may have come.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(
    typed: @escaping (String) -> String, on today: Day, keeping kept: Day? = nil
  ) throws {
    var fields = TypedFields(typed)
    let title = fields.required(Field.title, most: 120, "Write what it is called.")
    let summary = fields.requiredLines(
      Field.summary, most: 2000, "Write in a few sentences what it is about.")
    let place = fields.line(Field.place, most: 500)
    let audiences = CareerResource.Audience.allCases.filter {
      typed(Field.audience + $0.rawValue) == Field.yes
    }
    if audiences.isEmpty {
      fields.add(Field.audience, "Tick for whom it is.")
    }
    let department: DepartmentID? = fields.idOrNil(Field.department)
    let reviewOn = fields.requiredDay(Field.reviewOn, "Choose when it is looked over next.")
    let possible = today.adding(days: 1)...today.adding(days: Self.mostDays)
    if let reviewOn, reviewOn != kept, !possible.contains(reviewOn) {
      fields.add(Field.reviewOn, "Choose a day after today and within three years.")
    }
    try fields.problems.throwIfAny()
    guard let title, let summary, let reviewOn else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      title: title, summary: summary, audiences: Set(audiences), department: department,
      reviewOn: reviewOn)
    self.place = place ?? ""
  }

  /// Refuses a title that another resource has, and a department that is not the viewer's to give.
  func refuse(
    for keeper: ResourceKeeper, besides id: ID<CareerResource>?, _ reader: any SQLReader
  ) throws {
    guard keeper.keeps(of: department) else {
      throw Problems(field: Field.department, "Choose {a department} of yours.")
    }
    if let department {
      let known = try reader.number("SELECT count(*) FROM department WHERE id = \(department)")
      guard known > 0 else {
        throw Problems(field: Field.department, "Choose one from the list.")
      }
    }
    let others: SQLQuery = id.map { "AND id <> \($0)" } ?? ""
    let taken = try reader.number(
      """
      SELECT count(*) FROM career_resource
      WHERE title_key = \(FoldedText.key(title)) AND retired_at IS NULL \(others)
      """)
    if taken > 0 {
      throw Problems(field: Field.title, "There is a resource of this title. Choose another one.")
    }
  }
}
