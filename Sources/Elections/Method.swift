package import Tally

extension Election {
  /// By which rule papers become a result; the raw value is the name that the count has for it.
  package enum Method: String, Sendable, CaseIterable {
    case scottishSTV = "scottish-stv"
    case meek
    case instantRunoff = "irv"
    case approval
    case plurality

    /// The rule itself.
    package var rule: any CountingMethod {
      switch self {
      case .scottishSTV: ScottishSTV()
      case .meek: MeekSTV()
      case .instantRunoff: InstantRunoff()
      case .approval: Approval()
      case .plurality: Plurality()
      }
    }

    /// The rule in words, with its source.
    package var words: String { rule.rule }

    /// What a voter writes on the paper.
    package enum Paper: Sendable, Equatable {
      /// First, second, third choice, as far as the voter likes.
      case ranks
      /// Everyone whom the voter approves of.
      case approvals
      /// As many names as there are seats.
      case votes
    }

    /// What a voter writes on the paper.
    package var paper: Paper {
      switch self {
      case .scottishSTV, .meek, .instantRunoff: .ranks
      case .approval: .approvals
      case .plurality: .votes
      }
    }

    /// Whether it fills more than one seat.
    package var fillsSeveral: Bool { self != .instantRunoff }
  }
}
