package import Kernel

/// What the rules of mentoring say no to.
package enum MentoringRefusal: Refusal, Equatable {
  case programClosed
  /// Cycles of the program go on.
  case cyclesGoOn(Int)
  /// The cycle is not there for it now.
  case notNow(CycleAction, MentoringCycle)
  /// A cycle does not go from here to there.
  case notNext(from: MentoringCycle.State, to: MentoringCycle.State)
  /// Pairs of the cycle go on.
  case pairsGoOn(Int)
  /// People have enrolled for the shape that the cycle has.
  case shapeIsFixed(Int)
  /// Only people who are here enroll.
  case notHere
  /// The cycle is for trainees who look for a mentor.
  case traineesOnly
  /// The office decided already, or the person took it back.
  case alreadyDecided
  /// Enrollments are not any more as they were read, by the names of the people.
  case enrollmentsChanged([String])
  /// An approval cannot be taken back from someone whose pair goes on.
  case isInPair
  /// Nobody decides about themselves.
  case ownEnrollment
  /// Nobody must not be matched with themselves anyhow.
  case ownAvoidance
  case tooManyAvoidances
  /// The pair must not be made.
  case barred(Bar)
  /// A mentee who is locked to another mentor.
  case lockedElsewhere
  /// A mentor without a place for another lock.
  case noPlace
  /// One of them is in a pair already, has completed one, or is not in the cycle any more.
  case notToMatch
  /// Nobody is there to be matched.
  case nobodyToMatch
  /// A matching in which nobody found anybody.
  case noPairs
  /// Pairs that were set by hand cannot be; their names.
  case impossible(String)
  /// The run was published, or another one came after it.
  case runIsOver
  /// Since the run, things have changed; each is said.
  case changedSince([String])
  /// The days in which one may decline are over.
  case declineIsOver(Day)
  case pairIsOver
  /// They have a mentor in this cycle.
  case hasMentor
  /// As many requests are open as can be.
  case tooManyRequests(Int)
  /// They asked this mentor before.
  case askedAlready
  /// The mentor has no place.
  case mentorIsFull
  /// The request was answered, taken back, or has lapsed.
  case requestIsOver
  /// The other has planned the next meeting since, moved it or called it off.
  case plannedSince
  /// Some of the group have another meeting to come, by their names.
  case plannedOtherwise([String])
  /// The terms are those of the latest version.
  case sameAgreement
  /// Another version has been proposed since.
  case olderAgreement
  /// The proposed change was signed by both, replaced or taken back.
  case proposalIsOver

  package var kind: RefusalKind {
    switch self {
    case .programClosed, .cyclesGoOn, .notNow, .notNext, .pairsGoOn, .shapeIsFixed,
      .alreadyDecided, .enrollmentsChanged, .isInPair,
      .runIsOver, .changedSince, .declineIsOver, .pairIsOver, .hasMentor,
      .tooManyRequests, .askedAlready, .mentorIsFull, .requestIsOver, .noPlace, .lockedElsewhere,
      .olderAgreement, .proposalIsOver, .plannedSince, .plannedOtherwise, .notToMatch:
      .conflict
    case .ownEnrollment: .forbidden
    case .notHere, .traineesOnly, .sameAgreement, .ownAvoidance, .tooManyAvoidances, .barred,
      .nobodyToMatch, .impossible, .noPairs:
      .invalid
    }
  }

  package var code: String {
    switch self {
    case .programClosed: "program-closed"
    case .cyclesGoOn: "cycles-go-on"
    case .notNow: "not-now"
    case .notNext: "not-next"
    case .pairsGoOn: "pairs-go-on"
    case .shapeIsFixed: "shape-is-fixed"
    case .notHere: "not-here"
    case .traineesOnly: "trainees-only"
    case .alreadyDecided: "already-decided"
    case .enrollmentsChanged: "enrollments-changed"
    case .isInPair: "is-in-pair"
    case .ownEnrollment: "own-enrollment"
    case .ownAvoidance: "own-avoidance"
    case .tooManyAvoidances: "too-many-avoidances"
    case .barred: "barred"
    case .lockedElsewhere: "locked-elsewhere"
    case .noPlace: "no-place"
    case .notToMatch: "not-to-match"
    case .nobodyToMatch: "nobody-to-match"
    case .noPairs: "no-pairs"
    case .impossible: "impossible"
    case .runIsOver: "run-is-over"
    case .changedSince: "changed-since"
    case .declineIsOver: "decline-is-over"
    case .pairIsOver: "pair-is-over"
    case .hasMentor: "has-mentor"
    case .tooManyRequests: "too-many-requests"
    case .askedAlready: "asked-already"
    case .mentorIsFull: "mentor-is-full"
    case .requestIsOver: "request-is-over"
    case .plannedSince: "planned-since"
    case .plannedOtherwise: "planned-otherwise"
    case .sameAgreement: "same-agreement"
    case .olderAgreement: "older-agreement"
    case .proposalIsOver: "proposal-is-over"
    }
  }
}
