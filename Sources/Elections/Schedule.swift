package import Kernel
import SQLStore

/// The day of the roll and the windows of an election; what is not decided yet is nil.
package struct Schedule: Sendable, Equatable {
  /// The day as of which the roster says who may vote.
  package var rollOn: Day?
  package var nominateFrom: Instant?
  /// From this moment on nobody is nominated any more.
  package var nominateUntil: Instant?
  package var voteFrom: Instant?
  /// From this moment on no paper is taken.
  package var voteUntil: Instant?

  /// A schedule of what is decided; what is left out is not.
  package init(
    rollOn: Day? = nil, nominations: (from: Instant?, until: Instant?) = (nil, nil),
    votes: (from: Instant?, until: Instant?) = (nil, nil)
  ) {
    self.rollOn = rollOn
    nominateFrom = nominations.from
    nominateUntil = nominations.until
    voteFrom = votes.from
    voteUntil = votes.until
  }

  /// Whether nominations are taken at a moment.
  package func takesNominations(at now: Instant) -> Bool {
    guard let nominateFrom, let nominateUntil else { return false }
    return nominateFrom <= now && now < nominateUntil
  }

  /// Whether papers are taken at a moment.
  package func takesVotes(at now: Instant) -> Bool {
    guard let voteFrom, let voteUntil else { return false }
    return voteFrom <= now && now < voteUntil
  }

  init(row: SQLRow) throws {
    self.init(
      rollOn: try row.dayOrNil("roll_on"),
      nominations: (
        try row.instantOrNil("nominate_from"), try row.instantOrNil("nominate_until")
      ),
      votes: (try row.instantOrNil("vote_from"), try row.instantOrNil("vote_until")))
  }
}
