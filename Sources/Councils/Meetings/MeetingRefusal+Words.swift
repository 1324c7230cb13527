extension MeetingRefusal {
  /// What to do instead, in a sentence with words in braces.
  package var sentence: String {
    switch self {
    case .onlyThoseWhoRun: "The officers run meetings. Ask one of them."
    case .onlyThoseWhoTakePart: "Guests read here. Ask an officer to put it on the agenda."
    case .onlyTrainees:
      "Only {trainees} without a role plan what is for {trainees} alone, because nobody else may "
        + "read it."
    case .endsBeforeItBegins: "A meeting lasts from 15 minutes to 8 hours."
    case .lastDayIsBefore: "The last day of a series comes after the first meeting."
    case .notPlanned: "This meeting has begun, is over, or was canceled."
    case .notInSession: "This works while the meeting is in session. Begin it first."
    case .isOver: "This meeting is over. Put it on the agenda of the next one."
    case .notTheOpenItems: "Look at the agenda again: it has changed."
    case .ownerIsNobodyHere(let name):
      "\(name) does not read this. Choose someone from the list."
    case .tooManyVotes(let present):
      "There are more votes than the \(present) who are here. Count again, or check people in."
    case .needsMembersVote:
      "It stays closed: only a vote with a quorum and more for it than against opens it. Where no "
        + "seat votes, more than half of those who are here have to be for it."
    case .isOpenAlready: "This is open already."
    case .notAnOlderMeeting: "Minutes are approved at a later meeting of the same organization."
    case .notPublished: "Publish the minutes first, so that members can read what is approved."
    case .noQuorum:
      "Approving takes a quorum at the meeting that approves. Check in those who are there first."
    case .changedMeanwhile:
      "Someone else has saved these minutes since you opened them. Copy your text, open them again "
        + "and put it in."
    case .agendaIsFull: "An agenda has at most \(AgendaItem.most) items."
    }
  }
}
