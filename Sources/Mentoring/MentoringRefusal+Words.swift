import Kernel

extension MentoringRefusal {
  /// What is said, with how to go on.
  package var sentence: String {
    switch self {
    case .programClosed: "This mentoring program is closed."
    case .cyclesGoOn(let count): Self.cyclesGoOn(count)
    case .notNow(let action, let cycle): Self.notNow(action, cycle)
    case .notNext(let from, let to): Self.notNext(from, to)
    case .pairsGoOn(let count): Self.pairsGoOn(count)
    case .notHere: "Only people who are here today can enroll. The {office} keeps the list."
    case .traineesOnly:
      "This cycle is for {trainees} to find someone in. Where there are mentors, enroll as one."
    case .alreadyDecided: "This was decided already, or taken back."
    case .enrollmentsChanged(let names):
      "Decided, changed or taken back meanwhile: \(names.joined(separator: ", ")). What you "
        + "decided was not kept. Read again first."
    case .isInPair: "They are in a pair that goes on. End it first."
    case .ownEnrollment: "Nobody decides about themselves. Ask a colleague to do it."
    case .ownAvoidance: "You are never matched with yourself."
    case .tooManyAvoidances:
      "You have named as many people as one can. Take one off the list first."
    case .barred(let bar): "These two cannot be paired. " + bar.sentence
    case .lockedElsewhere: "One of them is set in another pair. Take that back first."
    case .shapeIsFixed(let count):
      "\(count == 1 ? "1 person has" : "\(count) people have") enrolled already and was told who "
        + "reads it. For another shape, or another way to come together, begin another cycle."
    case .noPlace: "This mentor has no place left. Take another pair back first."
    case .notToMatch:
      "One of them is in a pair already, has completed one, or has left the cycle. Choose again."
    case .nobodyToMatch: "Nobody to match yet: approve at least one on each side, or two peers."
    case .noPairs:
      "There is no pair to publish. Approve more people or take back a rule of yours, and match "
        + "again."
    case .impossible(let pairs):
      "What you have set by hand is no longer possible: \(pairs). Take it back first."
    case .runIsOver: "This matching was published or replaced by a later one."
    case .changedSince(let changes):
      "Things have changed since this matching. " + changes.joined(separator: " ")
        + " Match again; nothing was published."
    case .declineIsOver(let day):
      "Declining was possible until \(day.words). You can end the pair instead, without fault."
    case .hasMentor: "You have a mentor in this cycle already."
    case .tooManyRequests(let most):
      "\(most) of your requests are open, which is as many as can be. Wait for an answer, or take "
        + "one back."
    case .askedAlready: "You have asked this mentor before. Ask somebody else."
    case .mentorIsFull: "No place is left. Nothing was changed."
    case .requestIsOver: "This request was answered, taken back, or has lapsed."
    case .pairIsOver: "This pair has ended already."
    case .plannedSince:
      "The next meeting was planned, moved or called off meanwhile. Look at it first."
    case .plannedOtherwise(let names):
      "You have another next meeting with: \(names.joined(separator: ", ")). Call it off first, or "
        + "plan this one without the group."
    case .sameAgreement: "These are the terms that stand there. Sign them, or change one."
    case .olderAgreement: "The terms have changed meanwhile. Read them again before you sign."
    case .proposalIsOver:
      "This change was signed, replaced or taken back meanwhile. Look at your agreement again."
    }
  }

  private static func cyclesGoOn(_ count: Int) -> String {
    count == 1
      ? "A cycle of this mentoring program goes on. Close it first."
      : "\(count) cycles of this mentoring program go on. Close them first."
  }

  private static func pairsGoOn(_ count: Int) -> String {
    count == 1
      ? "One pair goes on. End it first, or let it come to its end."
      : "\(count) pairs go on. End them first, or let them come to their end."
  }

  private static func notNow(_ action: CycleAction, _ cycle: MentoringCycle) -> String {
    let plan = cycle.plan
    if action != .enroll, action.states.contains(cycle.state) {
      return "The last day of “\(cycle.title)” was \(plan.endsOn.words). What is new belongs to "
        + "the next cycle."
    }
    return switch (action, cycle.state) {
    case (.enroll, .matching):
      "Enrollment in “\(cycle.title)” is closed while it is matched. Its pairs begin on "
        + "\(plan.beginsOn.words); you can still come to it then."
    case (.enroll, .open), (.enroll, .active):
      "Enrollment in “\(cycle.title)” is open from \(plan.enrollFrom.words) to "
        + "\(cycle.enrollsUntil.words)."
    case (.plan, _):
      "Enrollment in “\(cycle.title)” is open from \(plan.enrollFrom.words) to "
        + "\(plan.enrollUntil.words)."
    case (_, .open):
      "“\(cycle.title)” takes enrollments until \(plan.enrollUntil.words). Move it to matching "
        + "first."
    case (_, .matching):
      "“\(cycle.title)” is being matched; its pairs begin on \(plan.beginsOn.words)."
    case (_, .active):
      "The pairs of “\(cycle.title)” are published. They go on until \(plan.endsOn.words)."
    case (_, .closed): "“\(cycle.title)” is closed. It ended on \(plan.endsOn.words)."
    }
  }

  private static func notNext(
    _ from: MentoringCycle.State, _ to: MentoringCycle.State
  ) -> String {
    if from == to { return "The cycle stands there already." }
    return switch from {
    case .open: "From enrollment a cycle goes on to matching, or is closed."
    case .matching: "From matching a cycle goes back to enrollment, is published, or is closed."
    case .active: "From here a cycle can only be closed."
    case .closed: "A closed cycle stays closed. Begin the next one."
    }
  }
}
