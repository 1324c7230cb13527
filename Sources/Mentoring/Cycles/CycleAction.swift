package import Kernel

/// What people do in a cycle; each has its states, and outside of them it is refused with dates.
package enum CycleAction: String, Sendable, CaseIterable {
  /// Someone enrolls or changes what they enrolled with.
  case enroll
  /// Someone takes their enrollment back.
  case withdraw
  /// The office approves or returns an enrollment.
  case approve
  /// The office changes the plan.
  case plan
  /// The office sets weights, locks and bans.
  case decide
  /// The office runs the matching.
  case run
  /// The office publishes the pairs.
  case publish
  /// One of a pair declines it.
  case decline

  /// The states in which it is possible.
  package var states: Set<MentoringCycle.State> {
    switch self {
    case .enroll: [.open]
    case .withdraw: [.open, .matching, .active]
    case .approve: [.open, .matching]
    case .plan: [.open]
    case .decide: [.open, .matching]
    case .run, .publish: [.matching]
    case .decline: [.active]
    }
  }
}

extension MentoringCycle {
  /// Refuses what the cycle is not there for now.
  /// - Throws: ``MentoringRefusal/notNow(_:_:)`` with the days.
  package func refuse(unless action: CycleAction, on today: Day) throws {
    guard action.states.contains(state) else { throw MentoringRefusal.notNow(action, self) }
    guard action == .enroll else { return }
    guard plan.enrollFrom <= today, today <= plan.enrollUntil else {
      throw MentoringRefusal.notNow(action, self)
    }
  }
}
