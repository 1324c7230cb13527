import Foundation
import Testing

@Suite struct SQLTests {
  @Test func `SQL is what both engines understand alike`() { expectTidy(SQLRules.portable) }

  @Test(arguments: [
    "SELECT CURRENT_TIMESTAMP", "SELECT now()", "SELECT id FROM a ORDER BY random()",
    "SELECT id FROM a WHERE name ILIKE $1", "SELECT id FROM a WHERE name LIKE $1",
    "SELECT id FROM a FOR UPDATE", "SELECT string_agg(name, ',') FROM a",
    "CREATE TABLE a (id SERIAL)", "CREATE TABLE a (id BIGINT AUTOINCREMENT)",
    "CREATE TABLE a (id INTEGER)", "SELECT a->>'b' FROM c", "AND name like \\(name)",
  ])
  func `a word that one engine reads otherwise is found`(_ statement: String) {
    let rule = SQLRules.portable
    let sql = statement.replacing("\\(name)", with: "$1")
    #expect(rule.lines(in: "Sources/Schema/Migrations/0001_a.sql", "\n\(sql);") == [2])
    let literal = "let a = \"\"\"\n  \(statement)\n  \"\"\""
    #expect(rule.lines(in: "Sources/Roster/A.swift", literal) == [2])
    #expect(rule.lines(in: "Sources/SQLiteStore/A.swift", "let a = \"\(statement)\"").isEmpty)
    #expect(rule.lines(in: "Sources/Roster/A+Postgres.swift", "let a = \"\(statement)\"").isEmpty)
  }

  @Test(arguments: [
    "SELECT id FROM a WHERE folded LIKE $1 ESCAPE '!'", "SELECT interval_start FROM a",
    "CREATE TABLE a (id BIGINT, name TEXT)", "SELECT likely, known, now FROM a",
  ])
  func `a word of the portable subset is not found`(_ statement: String) {
    let text = "let a = \"\(statement)\""
    #expect(SQLRules.portable.lines(in: "Sources/Roster/A.swift", text).isEmpty)
    #expect(SQLRules.portable.lines(in: "Sources/Roster/1.sql", statement).isEmpty)
  }

  @Test(arguments: [
    "\"People like you now()\"", "\"Nothing from an INTEGER\"", "1 // SELECT now()",
  ])
  func `a sentence is no statement`(_ expression: String) {
    let text = "let a = \(expression)"
    #expect(SQLRules.portable.lines(in: "Sources/Roster/A.swift", text).isEmpty)
  }

  @Test func `where SQL stands, a fragment is taken for it and a name is not`() {
    let rule = SQLRules.portable
    let text = "let a = \"a.name like b.name\"\nlet b = \"integer\"\n"
    #expect(rule.lines(in: "Sources/Roster/Person+SQL.swift", text) == [1])
    #expect(rule.lines(in: "Sources/Roster/Person.swift", text).isEmpty)
  }

  @Test func `a word in a comment of SQL is not found`() {
    #expect(SQLRules.portable.lines(in: "Sources/Schema/1.sql", "-- never SERIAL").isEmpty)
  }

  @Test func `a released migration stays as it was`() throws {
    let folder = PackageTree.root.appending(path: MigrationRule.folder)
    for name in try MigrationRule.changed(in: folder) {
      Issue.record("\(name) is not what was released. Restore it and write a new migration.")
    }
  }

  @Test func `a changed migration is found, and a list that cannot be read`() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "tidy-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    func write(_ text: String, to name: String) throws {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    #expect(try MigrationRule.changed(in: folder) == [])
    let sumOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    try write("\(sumOfNothing)  0001_a.sql\n\(sumOfNothing)  0002_b.sql\n", to: MigrationRule.list)
    try write("", to: "0001_a.sql")
    try write("", to: "0002_b.sql")
    #expect(try MigrationRule.changed(in: folder) == [])
    try write("CREATE TABLE b (id TEXT);", to: "0002_b.sql")
    #expect(try MigrationRule.changed(in: folder) == ["0002_b.sql"])
    try write("no checksum\n", to: MigrationRule.list)
    #expect(try MigrationRule.changed(in: folder) == ["the list itself"])
  }
}
