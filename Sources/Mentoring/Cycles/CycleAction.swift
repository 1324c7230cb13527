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
  /// Someone ranks those of the other side.
  case rank
  /// A mentee asks a mentor, takes it back, or a mentor answers.
  case ask
  /// One of a pair declines it.
  case decline
  /// The two of a pair agree, set goals, meet.
  case meet
  /// A pair comes to its end.
  case end

  /// The states in which it is possible.
  package var states: Set<MentoringCycle.State> {
    switch self {
    case .enroll: [.open, .active]
    case .withdraw: [.open, .matching, .active]
    case .approve: [.open, .matching, .active]
    case .plan: [.open]
    case .decide: [.open, .matching, .active]
    case .run, .publish: [.matching, .active]
    case .rank: [.matching]
    // Where mentees ask, pairs begin one by one.
    case .ask, .decline, .meet, .end: [.matching, .active]
    }
  }
}

extension MentoringCycle {
  /// The days on which people enroll; once pairs meet, whoever comes late until the last of them.
  private var enrollmentDays: ClosedRange<Day> {
    let last = state == .active ? plan.endsOn : plan.enrollUntil
    return plan.enrollFrom...max(plan.enrollFrom, last)
  }

  /// Refuses what the cycle is not there for now.
  /// - Throws: ``MentoringRefusal/notNow(_:_:)`` with the days.
  package func refuse(unless action: CycleAction, on today: Day) throws {
    guard action.states.contains(state) else { throw MentoringRefusal.notNow(action, self) }
    guard action != .enroll || enrollmentDays.contains(today) else {
      throw MentoringRefusal.notNow(action, self)
    }
  }
}
