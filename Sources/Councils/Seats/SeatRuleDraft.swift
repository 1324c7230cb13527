package import Kernel

/// A rule that gives seats, as typed into a form and found right in itself.
package struct SeatRuleDraft: Sendable, Equatable {
  package var title: String
  package var kind: SeatRule.Kind
  package var seats: Int
  package var years: Int
  package var alternates: Int
  package var role: Role?
  package var category: SeatCategory
  package var votes: Bool

  package init(
    title: String, kind: SeatRule.Kind, seats: Int = 1, years: Int = 1, alternates: Int = 0,
    role: Role? = nil, category: SeatCategory = .other, votes: Bool = true
  ) {
    self.title = title
    self.kind = kind
    self.seats = seats
    self.years = years
    self.alternates = alternates
    self.role = role
    self.category = category
    self.votes = votes
  }

  /// The names of the fields.
  package enum Field {
    /// What the seat is called.
    package static let title = "title"
    /// How its seats are filled.
    package static let kind = "kind"
    /// How many seats it gives each time.
    package static let seats = "seats"
    /// How many academic years a term lasts.
    package static let years = "years"
    /// How many may wait as alternates.
    package static let alternates = "alternates"
    /// The role whose holders sit there.
    package static let role = "role"
    /// As what it counts.
    package static let category = "category"
    /// Whether its holder votes.
    package static let votes = "votes"
  }

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(
      Field.title, most: 100, "Write what the seat is called, such as “Representative”.")
    let kind = fields.word(Field.kind, SeatRule.Kind.self, "Choose how the seats are filled.")
    let seats = fields.number(
      Field.seats, in: SeatRule.bounds, "Write a number of seats from 1 to 50.")
    let years = fields.number(
      Field.years, in: SeatRule.yearBounds, "Write a number of years from 1 to 6.")
    let alternates = fields.number(
      Field.alternates, in: SeatRule.alternateBounds, "Write a number of alternates from 0 to 5.")
    let category = fields.word(
      Field.category, SeatCategory.self, "Choose as what the seat counts.")
    let role = Role(rawValue: typed(Field.role))
    if kind == .exOfficio, role == nil {
      fields.add(Field.role, "Choose the role whose holders sit there.")
    }
    try fields.problems.throwIfAny()
    guard let title, let kind, let seats, let years, let alternates, let category else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      title: title, kind: kind, seats: seats, years: years, alternates: alternates,
      role: kind == .exOfficio ? role : nil, category: category,
      votes: typed(Field.votes) == OrganizationDraft.Field.yes)
  }

  /// The draft of a rule as it is kept.
  package init(_ rule: SeatRule) {
    self.init(
      title: rule.title, kind: rule.kind, seats: rule.seats, years: rule.years,
      alternates: rule.alternates, role: rule.role, category: rule.category, votes: rule.votes)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.title, title), (Field.kind, kind.rawValue), (Field.seats, String(seats)),
      (Field.years, String(years)), (Field.alternates, String(alternates)),
      (Field.role, role?.rawValue ?? ""), (Field.category, category.rawValue),
      (Field.votes, votes ? OrganizationDraft.Field.yes : ""),
    ]
  }
}
