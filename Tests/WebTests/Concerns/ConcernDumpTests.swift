import Concerns
import Crypto
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The whole database of an evening and of the morning after, with its files and the log, joined
/// every way.
@Suite struct ConcernDumpTests {
  private static let words = "The night float covers three wards since Monday."
  private static let note = "A line of a mail that was printed."

  /// What is known of the writer, a trainee who is signed in while they write.
  private static func marks(_ site: TestSite, _ browser: LoudBrowser) async throws -> [String] {
    let writer = site.stage.cast.trainee
    let token = try #require(browser.token)
    let known = try await site.stage.store.read { reader in
      let session = try reader.first(
        "SELECT id FROM session WHERE token_hash = \(TokenHash.of(token))")
      let person = try reader.first(
        "SELECT family_name, address FROM person WHERE id = \(writer)")
      return [
        try #require(session).text("id"), try #require(person).text("family_name"),
        try #require(person).text("address"),
      ]
    }
    return known + [writer.text, token, TokenHash.of(token)] + LoudBrowser.marks
  }

  /// Two people raise a concern, one adds a file and a message, and a morning passes.
  /// - Returns: the attack, and the dumps of that evening and of the morning after.
  private static func attack(
    _ site: TestSite, log: KeptLog
  ) async throws -> (attack: ConcernAttack, evening: ConcernDump, morning: ConcernDump) {
    let concern = try await MatrixConcern.raise(on: site.stage)
    _ = try await concern.unlocked(on: site)
    let browser = try await LoudBrowser.signedIn(on: site)
    _ = try await browser.get("/people")
    let code = try await browser.code(of: concern, words)
    let id = try await concern.latest(on: site)
    _ = try await browser.upload("/concerns/code/attach", [("code", code)], Array(note.utf8))
    _ = try await browser.post("/concerns/code/reply", ["code": code, "text": words + " Twice."])
    _ = try await browser.get("/people")
    _ = try await LoudBrowser(site: site).raise(concern, "Something of somebody else.")
    let evening = try await ConcernDump.take(site, log: log)
    _ = try await site.run("concerns.morning", at: TestWorld.now.adding(seconds: 86_400))
    let keys = try await site.stage.store.read { reader in
      try reader.rows("SELECT id FROM reading_key").map { try $0.text("id") }
    }
    let attack = ConcernAttack(
      concern: id.text, marks: try await marks(site, browser),
      secrets: ["night float", "three wards", note, code, code.filter { $0 != "-" }],
      common: Set(keys + [concern.group.text, concern.category.text]))
    return (attack, evening, try await ConcernDump.take(site, log: log))
  }

  @Test(arguments: Engine.available)
  func `nothing that is kept leads from an anonymous concern to who wrote it, or tells its words`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, log in
      let (attack, evening, morning) = try await Self.attack(site, log: log)
      for dump in [evening, morning] {
        #expect(attack.findings(in: dump) == [])
        // An attack that looks at nothing proves nothing.
        let tables = Set(dump.rows.filter(attack.isOwn).map(\.table))
        #expect(tables == ["concern", "concern_entry", "concern_file", "concern_key"])
        let export = try #require(dump.files.first { $0.name == "export" }).content
        for known in attack.marks.prefix(4) + [attack.concern] {
          #expect(export.range(of: Data(known.utf8)) != nil, "\(known)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the same attack finds each column that would give the writer or the moment away`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, log in
      let (attack, _, dump) = try await Self.attack(site, log: log)
      let (writer, session) = (site.stage.cast.trainee.text, attack.marks[0])
      let summed = SHA256.hash(data: Data(writer.utf8))
        .map { String(format: "%02x", $0) }.joined()
      for (table, column, value) in [
        ("concern", "raised_by", writer), ("concern_entry", "session_id", session),
        ("concern", "created_at", "2026-11-02T15:00:00.123Z"),
        ("concern_entry", "created_at", "1793631600123"),
        ("concern_file", "address", LoudBrowser.marks[1]), ("concern_file", "person", summed),
        ("concern_key", "id", site.stage.world.newID(ID<Concern>.self).text),
      ] {
        var planted = dump
        let place = try #require(
          planted.rows.firstIndex { $0.table == table && attack.isOwn($0) })
        planted.rows[place].values[column] = value
        #expect(
          attack.findings(in: planted).contains { $0.contains("\(table).\(column)") },
          "\(table).\(column)")
      }
      var planted = dump
      let beside = "\(attack.concern) \(attack.marks[3]) three wards"
      planted.files.append(("log", Data(beside.utf8)))
      #expect(attack.findings(in: planted).count == 2)
    }
  }

  /// What the rows of two concerns have in common, column by column.
  private static func common(_ one: [ConcernDump.Row], _ other: [ConcernDump.Row]) -> Set<String> {
    var common: Set<String> = []
    for row in one {
      for match in other where match.table == row.table {
        for (column, value) in row.values where match.values[column] == value {
          common.insert("\(row.table).\(column)")
        }
      }
    }
    return common
  }

  @Test(arguments: Engine.available)
  func `two concerns of one writer have no more in common than those of two`(
    _ engine: Engine
  ) async throws {
    try await withLoudSite(engine) { site, log in
      let concern = try await MatrixConcern.raise(on: site.stage)
      _ = try await concern.unlocked(on: site)
      let one = try await LoudBrowser.signedIn(on: site)
      let other = try await LoudBrowser.signedIn(on: site, as: site.stage.cast.other)
      var ids: [String] = []
      for (browser, text) in [
        (one, "Ten words."), (one, String(repeating: "Nights. ", count: 87) + "Often."),
        (other, "Something else."),
      ] {
        let code = try await browser.code(of: concern, text)
        _ = try await browser.upload("/concerns/code/attach", [("code", code)], Array(text.utf8))
        let all = try await site.stage.store.read { reader in
          try reader.rows("SELECT id FROM concern").map { try $0.text("id") }
        }
        ids += all.filter { $0 != concern.concern.text && !ids.contains($0) }
      }
      _ = try await site.run("concerns.morning", at: TestWorld.now.adding(seconds: 86_400))
      let dump = try await ConcernDump.take(site, log: log)
      let rows = ids.map { id in
        dump.rows.filter { $0.values[$0.table == "concern" ? "id" : "concern_id"] == id }
      }
      try #require(rows.count == 3)
      let ofOne = Self.common(rows[0], rows[1])
      #expect(ofOne == Self.common(rows[0], rows[2]) && ofOne == Self.common(rows[1], rows[2]))
      let drawn = [
        "id", "concern_id", "public_key", "code_digest", "writer_seal", "sealed", "label",
      ]
      #expect(
        ofOne.filter { drawn.contains($0.split(separator: ".").last.map(String.init) ?? "") } == [])
      let lengths = rows.map { own in own.map { "\($0.table) \($0.values["sealed"]?.count ?? 0)" } }
      #expect(Set(lengths.map { $0.sorted() }).count == 1)
    }
  }
}
