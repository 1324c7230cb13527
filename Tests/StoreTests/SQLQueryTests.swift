import SQLStore
import Testing

/// How statements are put together.
@Suite struct SQLQueryTests {
  @Test("Each value becomes a numbered placeholder")
  func placeholders() {
    let query: SQLQuery = "SELECT a FROM t WHERE b = \("x") AND c = \(7) AND d = \(nil as Int?)"
    #expect(query.text == "SELECT a FROM t WHERE b = $1 AND c = $2 AND d = $3")
    #expect(query.text(for: .sqlite) == "SELECT a FROM t WHERE b = ? AND c = ? AND d = ?")
    #expect(query.values == [.text("x"), .integer(7), .null])
  }

  @Test("A part brings its values along and is numbered anew")
  func nested() {
    let part: SQLQuery = "b = \("x") OR b = \("y")"
    let query: SQLQuery = "SELECT a FROM t WHERE c = \(1) AND (\(part)) AND d = \(true)"
    #expect(query.text == "SELECT a FROM t WHERE c = $1 AND (b = $2 OR b = $3) AND d = $4")
    #expect(query.values == [.integer(1), .text("x"), .text("y"), .boolean(true)])
  }

  @Test("Parts are joined and added")
  func joined() {
    let parts: [SQLQuery] = ["a = \(1)", "b = \(2)"]
    let query = "WHERE " + SQLQuery.joined(parts, separator: " AND ")
    #expect(query.text == "WHERE a = $1 AND b = $2")
    #expect(query.values == [.integer(1), .integer(2)])
    #expect(SQLQuery.joined([], separator: ", ").text == "")
  }

  @Test("A list becomes so many placeholders, and NULL when it is empty")
  func lists() {
    let some: SQLQuery = "IN (\(list: [3, 4]))"
    let none: SQLQuery = "IN (\(list: [Int]()))"
    #expect(some.text == "IN ($1, $2)")
    #expect(none.text == "IN (NULL)")
    #expect(none.values == [])
  }

  @Test("What is given never becomes text of the statement")
  func injection() {
    let given = "x'; DROP TABLE t; --"
    let query: SQLQuery = "SELECT 1 WHERE a = \(given)"
    #expect(query.text == "SELECT 1 WHERE a = $1")
  }

  @Test("A row says which column is missing or of another type, without its value")
  func rows() throws {
    let row = SQLRow(columns: SQLColumns(["name", "age"]), values: [.text("secret"), .null])
    #expect(try row.text("name") == "secret")
    #expect(try row.integerOrNil("age") == nil)
    #expect(
      throws: SQLError(kind: .decoding, message: "column name is text, not integer")
    ) { try row.integer("name") }
    #expect(
      throws: SQLError(kind: .decoding, message: "no column born in [\"name\", \"age\"]")
    ) { try row.text("born") }
    #expect(try row.text(at: 0) == "secret")
    #expect(throws: SQLError(kind: .decoding, message: "column age is null, not text")) {
      try row.text(at: 1)
    }
  }
}
