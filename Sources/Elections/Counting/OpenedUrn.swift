import Credentials
import Kernel
import SQLStore

/// What was in an urn when it was opened.
struct OpenedUrn {
  /// The ballots that can be counted, in no order that says anything.
  let rankings: [[Int]]
  /// The digests of their receipts.
  let digests: [String]
  /// How many could not be opened, or say what no ballot can say.
  let unreadable: Int

  /// Opens all sealed ballots of an election.
  init(
    _ urn: Urn, _ paper: BallotPaper, keys: SealedBox.KeyPair, _ reader: any SQLReader
  ) throws {
    var contents: [BallotContent] = []
    var unreadable = 0
    try reader.forEach("SELECT sealed FROM sealed_ballot WHERE election_id = \(urn.election)") {
      let opened = SealedBox.open(try $0.bytes("sealed"), with: keys)
      if let content = opened.flatMap({ BallotContent(octets: $0, paper: paper) }) {
        contents.append(content)
      } else {
        unreadable += 1
      }
    }
    rankings = contents.map(\.ranking)
    digests = contents.map { Hex.text($0.receiptDigest) }
    self.unreadable = unreadable
  }

  /// Writes ballots and receipts, each in an order of its own, in the place of the sealed ones.
  func write(
    to writer: any SQLWriter, of election: Election, in world: World, _ chance: inout WorldChance
  ) throws {
    let id = SQLValue.text(election.id.text)
    let ballots = rankings.shuffled(using: &chance).map { ranking in
      let ballot: ID<Ballot> = world.detachedID()
      return [ballot.sqlValue, id, .text(Self.text(of: ranking))]
    }
    // Equal receipts can only come from someone who writes to the database: one line stands for
    // them.
    let receipts = Array(Set(digests)).sorted().shuffled(using: &chance).map { digest in
      [id, .text(digest)]
    }
    try writer.executeMany(
      "INSERT INTO ballot (id, election_id, ranking) VALUES ($1, $2, $3)", ballots)
    try writer.executeMany(
      "INSERT INTO ballot_receipt (election_id, digest) VALUES ($1, $2)", receipts)
    try writer.execute("DELETE FROM sealed_ballot WHERE election_id = \(election.id)")
  }

  /// A ranking as a row keeps it.
  static func text(of ranking: [Int]) -> String {
    ranking.map(String.init).joined(separator: " ")
  }
}
