import Credentials
import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The whole database after the closing, joined every way.
@Suite struct DumpTests {
  /// Two hundred voters of whom no two vote alike, who vote in an order of their own.
  ///
  /// Each test has a seed of its own: all that run at once write into one log of PostgreSQL.
  private func plan(_ seed: UInt64) -> Poll.Plan {
    Poll.Plan(candidates: 12, voters: 200, seats: 3, seed: seed)
  }

  /// Casts for everybody, closes and certifies.
  private func hold(
    _ poll: Poll, _ engine: Engine, _ seed: UInt64
  ) async throws -> (attack: DumpAttack, mark: String) {
    var chance = Draws(.seeded(seed + 1))
    var rankings: Set<[Int]> = []
    while rankings.count < poll.voters.count {
      rankings.insert(Array(1...12).shuffled(using: &chance))
    }
    let papers = rankings.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &chance)
    let order = Array(poll.voters.indices).shuffled(using: &chance)
    var receipts: [String: Int] = [:]
    for voter in order {
      let receipt = BallotReceipt(in: poll.world)
      receipts[receipt.digest] = voter
      try await poll.cast(papers[voter], by: poll.voters[voter], receipt: receipt)
    }
    let mark = try await Dump.mark(poll, engine)
    try await poll.close()
    try await poll.certify()
    func numbers(_ texts: [String]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
    }
    let attack = DumpAttack(
      people: numbers(poll.voters.map(\.text)), ballots: numbers(papers.map(Self.text)),
      receipts: receipts, castingOrder: order)
    return (attack, mark)
  }

  private static func text(of ranking: [Int]) -> String {
    ranking.map(String.init).joined(separator: " ")
  }

  @Test(arguments: Engine.available)
  func `nothing that is kept pairs people, receipts and ballots better than chance`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, plan(3107)) { poll in
      let (attack, mark) = try await hold(poll, engine, 3107)
      let lists = attack.lists(in: try await Dump.take(poll, engine, since: mark))
      #expect(attack.findings(in: lists) == [])
      // An attack that finds no lists proves nothing.
      let sources = Set(lists.filter { $0.kind != .people }.map(\.source))
      let tables: Set = ["rows of ballot", "rows of ballot_receipt", "rows of election_result"]
      let files: Set =
        engine == .sqlite
        ? ["first in file-wal", "first in backup", "first in export"]
        : ["first in ballot", "first in log", "first in export"]
      #expect(tables.union(files).subtracting(sources) == [])
      #expect(lists.contains { $0.kind == .people && $0.source.contains("elector") })
    }
  }

  @Test(arguments: Engine.available)
  func `the same attack finds ballots that were written in the order of casting`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, plan(4211)) { poll in
      let (attack, _) = try await hold(poll, engine, 4211)
      let ballots = Dictionary(uniqueKeysWithValues: attack.ballots.map { ($1, $0) })
      let copy = attack.castingOrder.compactMap { ballots[$0] }
      try await poll.store.write { writer in
        try writer.execute("CREATE TABLE planted (id TEXT PRIMARY KEY, ranking TEXT NOT NULL)")
        try writer.executeMany(
          "INSERT INTO planted (id, ranking) VALUES ($1, $2)",
          copy.enumerated().map { [.text("\($0 * 77 % 200)"), .text($1)] })
      }
      let lists = attack.lists(in: try await Dump.tables(poll, engine))
      let findings = attack.findings(in: lists)
      #expect(findings.contains { $0.contains("rows of planted with the order of casting") })
    }
  }

  @Test(arguments: Engine.available)
  func `the same attack finds a column by which ballots follow the roll, however they lie`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, plan(5309)) { poll in
      let (attack, _) = try await hold(poll, engine, 5309)
      var chance = Draws(.seeded(12))
      let copy = attack.ballots.sorted { $0.key < $1.key }.shuffled(using: &chance)
      try await poll.store.write { writer in
        try writer.execute("CREATE TABLE planted (ranking TEXT NOT NULL, weight BIGINT NOT NULL)")
        try writer.executeMany(
          "INSERT INTO planted (ranking, weight) VALUES ($1, $2)",
          copy.map { [.text($0.key), .integer(Int64($0.value / 7))] })
      }
      let lists = attack.lists(in: try await Dump.tables(poll, engine))
      let findings = attack.findings(in: lists)
      #expect(findings.contains { $0.contains("planted by column") })
      #expect(!findings.contains { $0.contains("order of casting") })
    }
  }

  @Test func `two lists that have nothing to do with each other pair by chance, and copies do not`()
  {
    var chance = Draws(.seeded(5))
    let list = Array(0..<200).shuffled(using: &chance)
    for _ in 1...2000 {
      #expect(Pairing(list, list.shuffled(using: &chance)).isChance)
    }
    let swapped = stride(from: 0, to: 200, by: 2).flatMap { [list[$0 + 1], list[$0]] }
    let blocks = stride(from: 0, to: 200, by: 10).shuffled(using: &chance)
      .flatMap { list[$0..<($0 + 10)] }
    for copy in [list, list.reversed(), Array(list[70...] + list[..<70]), swapped, blocks] {
      #expect(!Pairing(list, copy).isChance)
    }
    #expect(
      Pairing([1, 2, 3, 9], [3, 2, 1])
        == Pairing([1, 2, 3], [3, 2, 1]))
  }
}

/// Seeded chance for shuffling.
private struct Draws: RandomNumberGenerator {
  let octets: RandomBytes

  init(_ octets: RandomBytes) { self.octets = octets }

  mutating func next() -> UInt64 {
    octets.fill(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
