package import Kernel
package import SQLStore

extension Ballot {
  /// Casts a ballot: the roll says that the person has voted, and the urn has one ballot more.
  ///
  /// One transaction does both, or neither. Nothing is noted of who, when, or from where: no audit
  /// entry, no log. The same form sent again is answered like the first time.
  /// - Throws: ``Problems`` of what was written; ``BallotRefusal``.
  package static func cast(
    _ sent: SentBallot, in id: ElectionID, by viewer: Viewer, world: World,
    writer: any SQLWriter
  ) throws {
    guard let person = viewer.person else { throw Absent() }
    let receipt = sent.receipt
    let election = try Election.opened(id, reader: writer)
    let place = try place(of: receipt, in: election, by: person, writer)
    if place == .isCast { return }
    guard election.isVoting(at: viewer.now) else { throw BallotRefusal.notOpen }
    let paper = try BallotPaper(of: election, reader: writer)
    let ballot = try Ballot(sent.fields, on: paper)
    let sealed = try Urn(of: election).seal(
      ballot, receipt, candidates: paper.candidates.count, in: world)
    let marked = try writer.execute(
      """
      UPDATE elector SET has_voted = TRUE
      WHERE election_id = \(id) AND person_id = \(person) AND NOT has_voted
      """)
    guard marked == 1 else { throw BallotRefusal.alreadyVoted }
    let added = try writer.execute(
      """
      INSERT INTO sealed_ballot (id, election_id, sealed)
      VALUES (\(receipt.sealedID(in: id)), \(id), \(sealed))
      ON CONFLICT (id) DO NOTHING
      """)
    guard added == 1 else { throw BallotRefusal.staleForm }
  }

  /// Whether a form's ballot can be cast, or is.
  private enum Place { case isFree, isCast }

  private static func place(
    of receipt: BallotReceipt, in election: Election, by person: PersonID, _ reader: any SQLReader
  ) throws -> Place {
    guard let hasVoted = try election.hasVoted(person, reader: reader) else {
      throw BallotRefusal.notOnRoll
    }
    // Whoever reads the urn stands in the way of all who cast at the same moment.
    guard hasVoted else { return .isFree }
    let known = try reader.number(
      """
      SELECT (SELECT count(*) FROM sealed_ballot WHERE id = \(receipt.sealedID(in: election.id)))
        + (SELECT count(*) FROM ballot_receipt
           WHERE election_id = \(election.id) AND digest = \(receipt.digest))
      """)
    guard known > 0 else { throw BallotRefusal.alreadyVoted }
    return .isCast
  }
}

/// A ballot's form as it came.
package struct SentBallot: Sendable {
  /// What was written, by field.
  package let fields: [(name: String, value: String)]
  /// The receipt that was made with the form.
  package let receipt: BallotReceipt

  /// A form with its receipt.
  package init(_ fields: [(name: String, value: String)], receipt: BallotReceipt) {
    self.fields = fields
    self.receipt = receipt
  }
}

extension Election {
  /// An election by its identifier, for acts that check by themselves who may do them.
  static func opened(_ id: ElectionID, reader: any SQLReader) throws -> Election {
    let election = try reader.first(
      Election.self, "SELECT \(columns) FROM election WHERE id = \(id)")
    guard let election, election.state != .draft else { throw Absent() }
    return election
  }

  /// Whether ballots are taken at a moment.
  package func isVoting(at now: Instant) -> Bool {
    state == .voting && schedule.takesVotes(at: now)
  }

  /// Whether someone has voted; nil where they are not on the roll.
  package func hasVoted(_ person: PersonID, reader: any SQLReader) throws -> Bool? {
    try reader.first(
      "SELECT has_voted FROM elector WHERE election_id = \(id) AND person_id = \(person)"
    )?.boolean("has_voted")
  }
}
