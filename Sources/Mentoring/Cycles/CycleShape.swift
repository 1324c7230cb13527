package import Matching

extension MentoringCycle {
  /// In which shape people meet.
  package enum Shape: String, Sendable, CaseIterable {
    /// One mentee and one mentor.
    case pairs
    /// A mentor and several mentees, who know of each other.
    case groups
    /// Two who are each other's mentors.
    case peers
  }

  /// How people come together.
  package enum Mode: String, Sendable, CaseIterable {
    /// The office matches, by points.
    case office
    /// Both sides rank each other, and no two would rather have each other than what they get.
    case rankings
    /// Mentees ask mentors, who accept.
    case requests
  }

  /// The objectives that a shape goes with: where there are no two sides, nobody's match can be
  /// called the worst.
  package static func objectives(of shape: Shape) -> [Objective] {
    shape == .peers ? [.total, .most] : Objective.allCases
  }

  /// The modes that a shape goes with: peers are matched by the office.
  package static func modes(of shape: Shape) -> [Mode] {
    shape == .peers ? [.office] : Mode.allCases
  }
}
