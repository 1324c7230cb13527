package import Kernel
import Roster

/// What the rules of elections say no to.
package enum ElectionRefusal: Refusal, Equatable {
  /// Officers who are trainees run elections, and nobody else.
  case notYoursToRun
  case onlyElectionOfficer
  /// Something is missing; each thing in a sentence.
  case notReady([String])
  /// The election has gone on meanwhile.
  case wrongState(Election.State)
  /// What people stand for stays once it was announced.
  case rulesStay
  case nominationsClosed
  /// The viewer cannot stand, and reads why: nobody else does.
  case cannotStand(Exclusion)
  case officerNeverStands
  /// Only those who may vote propose.
  case notAnElector
  /// The person is no trainee of where the election is, as everybody can see.
  case notOfPlace(name: String)
  case proposedAlready(name: String)
  case tooManyProposals
  case onRollAlready
  case rollIsClosed
  case askedAlready
  case ruledAlready
  /// Nobody rules on their own case.
  case ownCorrection
  /// There are more candidates than seats.
  case needsVote
  case portrait(PortraitProblem)

  package var kind: RefusalKind {
    switch self {
    case .notYoursToRun, .onlyElectionOfficer, .officerNeverStands, .notAnElector,
      .ownCorrection, .cannotStand:
      .forbidden
    case .notReady, .notOfPlace, .portrait, .rulesStay: .invalid
    case .tooManyProposals: .tooMany
    case .wrongState, .nominationsClosed, .proposedAlready, .onRollAlready,
      .rollIsClosed, .askedAlready, .ruledAlready, .needsVote:
      .conflict
    }
  }

  package var code: String {
    switch self {
    case .notYoursToRun: "not-yours-to-run"
    case .onlyElectionOfficer: "only-election-officer"
    case .notReady: "not-ready"
    case .wrongState: "wrong-state"
    case .rulesStay: "rules-stay"
    case .nominationsClosed: "nominations-closed"
    case .cannotStand: "cannot-stand"
    case .officerNeverStands: "officer-never-stands"
    case .notAnElector: "not-an-elector"
    case .notOfPlace: "not-of-place"
    case .proposedAlready: "proposed-already"
    case .tooManyProposals: "too-many-proposals"
    case .onRollAlready: "on-roll-already"
    case .rollIsClosed: "roll-is-closed"
    case .askedAlready: "asked-already"
    case .ruledAlready: "ruled-already"
    case .ownCorrection: "own-correction"
    case .needsVote: "needs-vote"
    case .portrait: "portrait"
    }
  }

  package var sentence: String {
    switch self {
    case .notYoursToRun:
      "Officers of the organization who are {trainees} run its elections. Ask one of them."
    case .onlyElectionOfficer: "Only the election officer decides this."
    case .notReady(let missing): "Not yet. " + missing.joined(separator: " ")
    case .wrongState(let state): Self.wrong(state)
    case .rulesStay:
      "What people stand for stays as it was announced. You can change the windows that are still "
        + "to come and the election officer; for anything else call the election off."
    case .nominationsClosed: "Nominations are not open now. Look at the days of the election."
    case .cannotStand(let exclusion): "You cannot stand in this election. " + exclusion.sentence
    case .officerNeverStands: "The election officer cannot stand. Another one can be named first."
    case .notAnElector: "Those who may vote in this election propose candidates."
    case .notOfPlace(let name): "\(name) does not train where this election is held."
    case .proposedAlready(let name):
      "\(name) was asked already. Whether they stand is for them to say."
    case .tooManyProposals:
      "You have proposed as many people as one can. Others can propose more."
    case .onRollAlready: "You are on the roll. There is nothing to correct."
    case .rollIsClosed: "The roll is closed. Nobody is added once voting is over."
    case .askedAlready: "You asked already. The election officer will answer."
    case .ruledAlready: "This was decided already."
    case .ownCorrection: "Nobody decides about themselves. Another election officer can be named."
    case .needsVote: "More people stand than can be elected, so there has to be a vote."
    case .portrait(let problem): problem.sentence
    }
  }

  private static func wrong(_ state: Election.State) -> String {
    switch state {
    case .draft: "This election is not announced yet."
    case .nominating: "This election takes nominations now."
    case .voting: "Voting has been opened. The roll and the candidates are fixed."
    case .closed: "Voting is over."
    case .certified: "The result is certified. Nothing changes any more."
    case .calledOff: "This election was called off."
    }
  }
}
