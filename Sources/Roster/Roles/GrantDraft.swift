package import Kernel

/// A role that is to be granted.
package struct GrantDraft: Sendable, Equatable {
  package var person: PersonID
  package var role: Role
  package var scope: Scope
  package var term: Term

  package init(person: PersonID, role: Role, scope: Scope, term: Term) {
    self.person = person
    self.role = role
    self.scope = scope
    self.term = term
  }
}

/// From a first day to a last one, or without an end.
package struct Term: Sendable, Equatable {
  package var startsOn: Day
  /// The last day; nil where none is set.
  package var endsOn: Day?

  package init(from startsOn: Day, to endsOn: Day? = nil) {
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  /// Reads the fields `starts_on` and `ends_on`; left empty, the term begins today.
  package init(today: Day, typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let startsOn = fields.day(Field.startsOn)
    let endsOn = fields.day(Field.endsOn)
    if let endsOn, endsOn < startsOn ?? today {
      fields.add(Field.endsOn, RosterRefusal.endsBeforeStart.sentence)
    }
    try fields.problems.throwIfAny()
    self.init(from: startsOn ?? today, to: endsOn)
  }

  /// The names of the fields.
  package enum Field {
    /// The first day.
    package static let startsOn = "starts_on"
    /// The last day.
    package static let endsOn = "ends_on"
  }

  /// Refuses a term that ends before it starts.
  func check() throws(RosterRefusal) {
    if let endsOn, endsOn < startsOn { throw .endsBeforeStart }
  }

  /// The term in words, for the audit trail.
  var words: String {
    "from \(startsOn.text)" + (endsOn.map { " to \($0.text)" } ?? "")
  }
}
