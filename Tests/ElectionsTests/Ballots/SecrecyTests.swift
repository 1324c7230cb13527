import Credentials
import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What somebody can find out who has the whole database, but not the key of an open election.
@Suite struct SecrecyTests {
  /// Forty voters of whom no two vote alike, in a known order of casting.
  private static let plan = Poll.Plan(candidates: 12, voters: 40)

  /// A ranking of all twelve that belongs to one voter alone.
  private static func ranking(of voter: Int) -> [Int] {
    let start = voter % 12
    let turned = (0..<12).map { ($0 * [1, 5, 7, 11][voter / 12] + start) % 12 + 1 }
    return turned
  }

  /// Casts for everybody, in an order that neither follows the roll nor the identifiers.
  private func castAll(in poll: Poll) async throws -> [Int] {
    let order = poll.voters.indices.map { $0 * 27 % 40 }
    for voter in order {
      try await poll.cast(Self.ranking(of: voter), by: poll.voters[voter])
    }
    return order
  }

  /// How many of the first list stand where their partner stands in the second.
  private func score(_ voters: [Int], _ ballots: [Int]) -> Int {
    zip(voters, ballots).count { $0 == $1 }
  }

  /// The ways in which an engine can be asked for the rows of a table in some order.
  private func orders(_ engine: Engine, key: String) -> [String] {
    switch engine {
    case .sqlite: ["rowid", "rowid DESC", key, "\(key) DESC"]
    case .postgres:
      [
        "ctid", "ctid DESC", "xmin::text::bigint, ctid", "cmin::text::bigint, ctid", key,
        "\(key) DESC",
      ]
    }
  }

  @Test(arguments: Engine.available)
  func `after closing no order of rows pairs the roll with ballots or receipts`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Self.plan) { poll in
      var receipts: [String: Int] = [:]
      let cast = poll.voters.indices.map { $0 * 27 % 40 }
      for voter in cast {
        let receipt = BallotReceipt(in: poll.world)
        receipts[receipt.digest] = voter
        try await poll.cast(Self.ranking(of: voter), by: poll.voters[voter], receipt: receipt)
      }
      try await poll.close()

      let numbers = Dictionary(uniqueKeysWithValues: poll.voters.enumerated().map { ($1, $0) })
      let rankings = Dictionary(
        uniqueKeysWithValues: poll.voters.indices.map { (Self.text(of: $0), $0) })
      var rolls = ["the order of casting": cast]
      for order in orders(engine, key: "person_id") {
        rolls["elector by \(order)"] = try await poll.texts(
          SQLQuery(trusted: "SELECT person_id FROM elector ORDER BY \(order)")
        ).compactMap { numbers[ID(stored: $0)] }
      }
      var lists: [String: [Int]] = [:]
      for order in orders(engine, key: "id") {
        lists["ballot by \(order)"] = try await poll.texts(
          SQLQuery(trusted: "SELECT ranking FROM ballot ORDER BY \(order)")
        ).compactMap { rankings[$0] }
      }
      for order in orders(engine, key: "digest") {
        lists["receipt by \(order)"] = try await poll.texts(
          SQLQuery(trusted: "SELECT digest FROM ballot_receipt ORDER BY \(order)")
        ).compactMap { receipts[$0] }
      }
      // Of forty pairs at random one is right on average, and more than seven once in ten million.
      for (roll, voters) in rolls {
        for (list, ballots) in lists {
          #expect(voters.count == 40 && ballots.count == 40)
          #expect(score(voters, ballots) <= 7, "\(roll) with \(list)")
        }
      }
      let pairs = lists.filter { $0.key.hasPrefix("ballot") }
      for (receipt, holders) in lists where receipt.hasPrefix("receipt") {
        for (ballot, voters) in pairs {
          #expect(score(holders, voters) <= 7, "\(receipt) with \(ballot)")
        }
      }
    }
  }

  @Test func `the same attack finds everybody where the key and the order of rows are left`()
    async throws
  {
    try await withPoll(.sqlite, Self.plan) { poll in
      let key = try #require(poll.keys.elections().first)
      #expect(key == poll.election.text)
      let found = try await poll.found()
      let publicKey = try #require(found.publicKey)
      let seed = try #require(
        poll.keys.seed(of: UrnKey(election: poll.election.text, publicKey: publicKey)))
      let pair = try #require(SealedBox.KeyPair(random: seed))
      let cast = try await castAll(in: poll)
      let opened = try await poll.store.read { reader in
        try reader.rows("SELECT sealed FROM sealed_ballot ORDER BY rowid").compactMap {
          SealedBox.open(try $0.bytes("sealed"), with: pair)
        }
      }
      let voters = opened.map { octets in
        poll.voters.indices.first { voter in
          let numbers = stride(from: 34, to: octets.count, by: 2).map { Int(octets[$0]) }
          return Self.ranking(of: voter) == numbers
        } ?? -1
      }
      #expect(score(cast, voters) == 40)
    }
  }

  @Test(arguments: Engine.server)
  func `after closing all rows of the roll and of the ballots are of one version`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Self.plan) { poll in
      _ = try await castAll(in: poll)
      #expect(
        try await poll.count("SELECT count(DISTINCT xmin::text) FROM elector") == 40)
      try await poll.close()
      for table in ["elector", "ballot", "ballot_receipt"] {
        let versions = try await poll.count(
          SQLQuery(trusted: "SELECT count(DISTINCT xmin::text) FROM \(table)"))
        #expect(versions == 1, "\(table)")
      }
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 0)
    }
  }

  @Test func `neither the file nor its log ever holds the key, a receipt or what was sealed`()
    async throws
  {
    try await withPoll(.sqlite, Self.plan) { poll in
      let publicKey = try #require(try await poll.found().publicKey)
      let seed = try #require(
        poll.keys.seed(of: UrnKey(election: poll.election.text, publicKey: publicKey)))
      let receipts = poll.voters.map { _ in BallotReceipt(in: poll.world) }
      for (voter, receipt) in zip(poll.voters.indices, receipts) {
        try await poll.cast(Self.ranking(of: voter), by: poll.voters[voter], receipt: receipt)
      }
      let open = try await Self.bytes(of: poll)
      for (voter, receipt) in zip(poll.voters.indices, receipts) {
        for trace in [Self.text(of: voter), receipt.digest, receipt.text] {
          #expect(open.range(of: Data(trace.utf8)) == nil)
        }
        #expect(open.range(of: Self.octets(of: voter)) == nil)
      }
      try await poll.close()
      let closed = try await Self.bytes(of: poll)
      for (voter, receipt) in zip(poll.voters.indices, receipts) {
        #expect(closed.range(of: Data(Self.text(of: voter).utf8)) != nil)
        #expect(closed.range(of: Data(receipt.digest.utf8)) != nil)
        #expect(closed.range(of: Data(receipt.text.utf8)) == nil)
        #expect(closed.range(of: Self.octets(of: voter)) == nil)
      }
      for secret in [Data(seed), Data(Self.hex(seed).utf8)] {
        #expect(open.range(of: secret) == nil && closed.range(of: secret) == nil)
      }
      #expect(poll.keys.elections() == [])
    }
  }

  /// A ranking as a row keeps it after closing.
  private static func text(of voter: Int) -> String {
    ranking(of: voter).map(String.init).joined(separator: " ")
  }

  /// A ranking as it is sealed.
  private static func octets(of voter: Int) -> Data {
    Data(ranking(of: voter).flatMap { [0, UInt8($0)] })
  }

  private static func hex(_ octets: [UInt8]) -> String {
    octets.map { String(format: "%02x", $0) }.joined()
  }

  /// All that SQLite keeps on the disk of a poll.
  private static func bytes(of poll: Poll) async throws -> Data {
    let path = try await poll.texts("SELECT file FROM pragma_database_list WHERE name = 'main'")
    return try (path + path.map { $0 + "-wal" }).reduce(into: Data()) { data, file in
      if FileManager.default.fileExists(atPath: file) {
        data.append(try Data(contentsOf: URL(filePath: file)))
      }
    }
  }
}
