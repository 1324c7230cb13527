package import Kernel

/// When a questionnaire is answered: before the pairs have met for long, and when they come to
/// their end.
package enum AnswerMoment: String, Sendable, CaseIterable {
  case before, after

  /// How many days before the last day one can answer, and after the first and the last.
  package static let days = 28

  /// The first and the last day of answering.
  ///
  /// In a cycle of less than 112 days `before` ends, and `after` begins, a quarter of it away from
  /// its first and last day, so that they never meet.
  package func window(of plan: MentoringCycle.Plan) -> ClosedRange<Day> {
    let near = min(Self.days, (plan.endsOn.number - plan.beginsOn.number) / 4)
    return switch self {
    case .before: plan.enrollFrom...max(plan.enrollFrom, plan.beginsOn.adding(days: near))
    case .after: plan.endsOn.adding(days: -near)...plan.endsOn.adding(days: Self.days)
    }
  }

  /// The states of a cycle in which one answers: those who answer at the end may find it closed.
  var states: Set<MentoringCycle.State> {
    switch self {
    case .before: [.matching, .active]
    case .after: [.active, .closed]
    }
  }

  /// What a cycle is at on a day; nil between the two and outside of them.
  package static func of(_ cycle: MentoringCycle, on today: Day) -> AnswerMoment? {
    allCases.first {
      $0.states.contains(cycle.state) && $0.window(of: cycle.plan).contains(today)
    }
  }
}
