package import Kernel

/// What the rules of voting and counting say no to.
package enum BallotRefusal: Refusal, Equatable {
  case notOnRoll
  case alreadyVoted
  /// Voting has not begun or is over.
  case notOpen
  /// The receipt of the form belongs to another ballot.
  case staleForm
  /// The election was opened without a key.
  case noUrn
  /// No key can be kept: why, and what to do.
  case noPlaceForKeys(String)
  /// The secret key is not where it was kept.
  case keyMissing
  case notYours
  /// Voting goes on until a later moment.
  case tooEarly
  case notClosed

  package var kind: RefusalKind {
    switch self {
    case .notOnRoll, .notYours, .alreadyVoted, .tooEarly, .noPlaceForKeys, .keyMissing:
      .forbidden
    case .notOpen, .staleForm, .noUrn, .notClosed: .conflict
    }
  }

  package var code: String {
    switch self {
    case .notOnRoll: "not-on-roll"
    case .alreadyVoted: "already-voted"
    case .notOpen: "voting-not-open"
    case .staleForm: "stale-ballot"
    case .noUrn: "no-urn"
    case .noPlaceForKeys: "no-place-for-keys"
    case .keyMissing: "urn-key-missing"
    case .notYours: "not-election-officer"
    case .tooEarly: "voting-goes-on"
    case .notClosed: "not-closed"
    }
  }

  package var sentence: String {
    switch self {
    case .notOnRoll:
      """
      You are not on the roll of this election. If you should be, ask for a correction on the \
      page of the election.
      """
    case .alreadyVoted:
      """
      Your ballot is cast already, perhaps from another device. It counts once and cannot be \
      changed.
      """
    case .notOpen: "Voting is not open. The page of the election says when it is."
    case .staleForm: "This form was used before. Open the ballot anew and fill it in once more."
    case .noUrn:
      "This election was opened without a key for its ballots. Set it up anew."
    case .noPlaceForKeys(let why): why
    case .keyMissing:
      """
      The key that opens the ballots is not on this server. Ask whoever runs it to put the file \
      back where elections.keys says. Without it nobody can count them, and the election is held \
      again.
      """
    case .notYours: "Only the election officer can do this."
    case .tooEarly: "Voting goes on. It can be closed when its time is over."
    case .notClosed: "This election is not waiting for its result to be certified."
    }
  }
}
