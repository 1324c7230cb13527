/// Why someone is not on a roll. It is personnel data: the person alone reads it.
package enum Exclusion: Sendable, Equatable {
  /// No trainee of this institution on the day of the roll.
  case notTraining
  /// Trains somewhere else than where the election is held.
  case elsewhere
  /// Is on remediation or probation.
  case standing

  /// What the person reads, with words in braces.
  package var sentence: String {
    switch self {
    case .notTraining: "By the roster you are not in training here on the day of the roll."
    case .elsewhere: "By the roster you train elsewhere on the day of the roll."
    case .standing:
      "By the roster your standing is not a good one at present. Nobody else is told this; your "
        + "{program} director can say more."
    }
  }
}
