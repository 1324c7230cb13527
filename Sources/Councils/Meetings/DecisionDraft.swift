package import Kernel

/// A decision as typed into a form.
package struct DecisionDraft: Sendable, Equatable {
  package var wording: String
  package var votes: Decision.Votes
  package var isTraineesOnly: Bool

  package init(wording: String, votes: Decision.Votes, isTraineesOnly: Bool = false) {
    self.wording = wording
    self.votes = votes
    self.isTraineesOnly = isTraineesOnly
  }

  /// The names of the fields.
  package enum Field {
    /// What was decided.
    package static let wording = "wording"
    /// Votes for it.
    package static let inFavor = "votes_for"
    /// Votes against it.
    package static let against = "votes_against"
    /// Votes for neither.
    package static let abstained = "abstained"
    /// Whether it is for trainees alone.
    package static let isTraineesOnly = "trainees_only"
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let wording = fields.requiredLines(Field.wording, most: 3000, "Write what was decided.")
    let votes = Self.votes(&fields)
    try fields.problems.throwIfAny()
    self.init(
      wording: wording ?? "", votes: votes,
      isTraineesOnly: typed(Field.isTraineesOnly) == OrganizationDraft.Field.yes)
  }

  /// Reads votes alone.
  package static func votes(
    typed: @escaping (String) -> String
  ) throws(Problems) -> Decision.Votes {
    var fields = TypedFields(typed)
    let votes = votes(&fields)
    try fields.problems.throwIfAny()
    return votes
  }

  private static func votes(_ fields: inout TypedFields) -> Decision.Votes {
    func read(_ field: String, _ fields: inout TypedFields) -> Int {
      fields.number(field, in: 0...10_000, "Write how many, or 0.") ?? 0
    }
    return Decision.Votes(
      inFavor: read(Field.inFavor, &fields), against: read(Field.against, &fields),
      abstained: read(Field.abstained, &fields))
  }
}
