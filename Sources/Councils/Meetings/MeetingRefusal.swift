package import Kernel

/// What the rules of meetings say no to.
package enum MeetingRefusal: Refusal, Equatable {
  case onlyThoseWhoRun
  case onlyThoseWhoTakePart
  /// What is for trainees alone is planned by one of them.
  case onlyTrainees
  case endsBeforeItBegins
  case lastDayIsBefore
  case notPlanned
  case notInSession
  case isOver
  case notTheOpenItems
  case ownerIsNobodyHere(name: String)
  case tooManyVotes(present: Int)
  case needsMembersVote
  case isOpenAlready
  case notAnOlderMeeting
  case notPublished
  case noQuorum
  case changedMeanwhile
  case agendaIsFull

  package var kind: RefusalKind {
    switch self {
    case .onlyThoseWhoRun, .onlyThoseWhoTakePart, .onlyTrainees: .forbidden
    case .endsBeforeItBegins, .lastDayIsBefore, .ownerIsNobodyHere, .tooManyVotes,
      .needsMembersVote, .notTheOpenItems:
      .invalid
    case .notPlanned, .notInSession, .isOver, .isOpenAlready, .notAnOlderMeeting, .notPublished,
      .noQuorum, .changedMeanwhile, .agendaIsFull:
      .conflict
    }
  }

  package var code: String {
    switch self {
    case .onlyThoseWhoRun: "only-those-who-run"
    case .onlyThoseWhoTakePart: "only-those-who-take-part"
    case .onlyTrainees: "only-trainees"
    case .endsBeforeItBegins: "ends-before-it-begins"
    case .lastDayIsBefore: "last-day-is-before"
    case .notPlanned: "not-planned"
    case .notInSession: "not-in-session"
    case .isOver: "is-over"
    case .notTheOpenItems: "not-the-open-items"
    case .ownerIsNobodyHere: "owner-is-nobody-here"
    case .tooManyVotes: "too-many-votes"
    case .needsMembersVote: "needs-members-vote"
    case .isOpenAlready: "is-open-already"
    case .notAnOlderMeeting: "not-an-older-meeting"
    case .notPublished: "not-published"
    case .noQuorum: "no-quorum"
    case .changedMeanwhile: "changed-meanwhile"
    case .agendaIsFull: "agenda-is-full"
    }
  }
}
