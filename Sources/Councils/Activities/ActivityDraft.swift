package import Kernel

/// An activity as typed into a form, and found right in itself.
package struct ActivityDraft: Sendable, Equatable {
  package var kind: Activity.Kind
  package var title: String
  package var details: String
  package var partners: String
  package var day: Day
  package var planned: Quarters

  package init(
    kind: Activity.Kind, title: String, details: String = "", partners: String = "", day: Day,
    planned: Quarters
  ) {
    self.kind = kind
    self.title = title
    self.details = details
    self.partners = partners
    self.day = day
    self.planned = planned
  }

  /// The names of the fields.
  package enum Field {
    /// Service or recruitment.
    package static let kind = "kind"
    /// The title.
    package static let title = "title"
    /// What it is about.
    package static let details = "details"
    /// With whom.
    package static let partners = "partners"
    /// The day.
    package static let day = "held_on"
    /// Hours planned.
    package static let planned = "planned"
  }

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let kind = fields.word(Field.kind, Activity.Kind.self, "Choose what it is.")
    let title = fields.required(Field.title, most: 120, "Write a title.")
    let details = fields.lines(Field.details, most: 5000)
    let partners = fields.line(Field.partners, most: 300)
    let day = fields.requiredDay(Field.day, "Write the day.")
    let planned = Quarters.read(Field.planned, &fields)
    try fields.problems.throwIfAny()
    guard let kind, let title, let day, let planned else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      kind: kind, title: title, details: details ?? "", partners: partners ?? "", day: day,
      planned: planned)
  }

  /// The draft of an activity as it is kept.
  package init(_ activity: Activity) {
    self.init(
      kind: activity.kind, title: activity.title, details: activity.details,
      partners: activity.partners, day: activity.day, planned: activity.planned)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.kind, kind.rawValue), (Field.title, title), (Field.details, details),
      (Field.partners, partners), (Field.day, day.text), (Field.planned, planned.text),
    ]
  }
}

extension Quarters {
  /// The most hours of one person or plan.
  static let most = Quarters(count: 400)

  /// Reads hours that were typed, from a quarter to a hundred.
  static func read(_ field: String, _ fields: inout TypedFields) -> Quarters? {
    let before = fields.problems
    let line = fields.required(field, most: 10, "Write the hours, as in 1.5.")
    guard fields.problems == before, let line else { return nil }
    guard let quarters = Quarters(text: line), quarters.count > 0, quarters <= most else {
      fields.add(field, "Write hours in steps of a quarter, as in 1.25, from 0.25 to 100.")
      return nil
    }
    return quarters
  }
}
