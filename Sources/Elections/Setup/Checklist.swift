import Kernel

/// What an election needs before it can be announced and before voting can be opened: each thing
/// that is there, and each that is missing, in words.
package struct Checklist: Sendable, Equatable {
  /// One thing.
  package struct Point: Sendable, Equatable {
    package let subject: Subject
    package let isThere: Bool
    /// What is there, or what to do; with words in braces.
    package let sentence: String
  }

  /// What a point is about.
  package enum Subject: String, Sendable, CaseIterable {
    case seats, electorate, nominations, voting, method, ties, officer
    /// These are for the opening alone.
    case nominationsOver = "nominations_over"
    case rollDay = "roll_day"
    case candidates

    /// Whether it is asked for before the announcement already.
    package var isForAnnouncing: Bool {
      switch self {
      case .seats, .electorate, .nominations, .voting, .method, .ties, .officer: true
      case .nominationsOver, .rollDay, .candidates: false
      }
    }

    /// The subject in words.
    package var label: String {
      switch self {
      case .seats: "Seats"
      case .electorate: "Who votes"
      case .nominations: "Nominations"
      case .voting: "Voting"
      case .method: "Count"
      case .ties: "Ties"
      case .officer: "Election officer"
      case .nominationsOver: "Nominations are over"
      case .rollDay: "Day of the roll"
      case .candidates: "Candidates"
      }
    }
  }

  /// The two steps that ask for things.
  package enum Step: Sendable {
    case announcing, opening
  }

  package let points: [Point]

  /// The points that a step asks for.
  package func points(for step: Step) -> [Point] {
    step == .opening ? points : points.filter(\.subject.isForAnnouncing)
  }

  /// Every thing that a step lacks, in sentences.
  package func missing(for step: Step) -> [String] {
    points(for: step).filter { !$0.isThere }.map(\.sentence)
  }

  /// Whether a step can be taken.
  package func isReady(for step: Step) -> Bool { missing(for: step).isEmpty }
}
