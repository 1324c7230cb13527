package import Kernel

/// Someone to be put forward for a seat.
package struct NominationDraft: Sendable, Equatable {
  package var seat: Seat
  package var person: PersonID
  package var statement: String
  /// The first day of the term that is asked for; nil for the present one.
  package var startsOn: Day?
  package var asAlternate: Bool

  package init(
    seat: Seat, person: PersonID, statement: String = "", startsOn: Day? = nil,
    asAlternate: Bool = false
  ) {
    self.seat = seat
    self.person = person
    self.statement = statement
    self.startsOn = startsOn
    self.asAlternate = asAlternate
  }

  /// The names of the fields.
  package enum Field {
    /// Why this person.
    package static let statement = "statement"
    /// Which term.
    package static let startsOn = "starts_on"
    /// Whether to wait as an alternate.
    package static let asAlternate = "as_alternate"
  }

  /// Reads what was typed; the person was found beforehand.
  package init(
    seat: Seat, person: PersonID, typed: @escaping (String) -> String
  ) throws(Problems) {
    var fields = TypedFields(typed)
    let statement = fields.lines(Field.statement, most: 2000)
    let startsOn = fields.day(Field.startsOn)
    try fields.problems.throwIfAny()
    self.init(
      seat: seat, person: person, statement: statement ?? "", startsOn: startsOn,
      asAlternate: typed(Field.asAlternate) == OrganizationDraft.Field.yes)
  }
}
