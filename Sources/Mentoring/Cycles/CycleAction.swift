package import Kernel

/// What people do in a cycle; each has its states, and outside of them it is refused with dates.
package enum CycleAction: String, Sendable, CaseIterable {
  /// Someone enrolls or changes what they enrolled with.
  case enroll
  /// Someone sends an enrollment again that the office returned.
  case sendAgain
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
    // Whoever is asked for a change can make it.
    case .approve, .sendAgain: [.open, .matching, .active]
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
  /// The last day on which people enroll as the cycle stands now; once pairs meet, whoever comes
  /// late does until the last of them.
  package var enrollsUntil: Day {
    max(plan.enrollFrom, state == .active ? plan.endsOn : plan.enrollUntil)
  }

  /// Refuses what the cycle is not there for now.
  /// - Throws: ``MentoringRefusal/notNow(_:_:)`` with the days.
  package func refuse(unless action: CycleAction, on today: Day) throws {
    guard action.states.contains(state), isDay(today, for: action) else {
      throw MentoringRefusal.notNow(action, self)
    }
  }

  /// Refuses to take an enrollment from someone.
  /// - Parameter own: what they enrolled with so far; nil where they did not.
  /// - Throws: ``MentoringRefusal/notNow(_:_:)`` with the days.
  package func refuse(unlessTaking own: Enrollment?, on today: Day) throws {
    try refuse(unless: own?.state == .returned ? .sendAgain : .enroll, on: today)
  }

  private func isDay(_ today: Day, for action: CycleAction) -> Bool {
    switch action {
    case .enroll: (plan.enrollFrom...enrollsUntil).contains(today)
    // A pair that began after the last day would end before it began.
    case .sendAgain, .run, .publish, .ask: today <= plan.endsOn
    case .withdraw, .approve, .plan, .decide, .rank, .decline, .meet, .end: true
    }
  }
}
