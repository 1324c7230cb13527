import SQLStore
import Testing

@testable import Schema

/// Rows as lines of JSON.
@Suite struct RowReaderTests {
  private func read(_ line: String, _ types: CatalogType...) -> [SQLValue]? {
    RowReader.values(
      Array(line.utf8), columns: types.map { CatalogColumn(name: "c", type: $0) })
  }

  @Test("Each type is read as itself")
  func types() {
    #expect(
      read("[\"a\",-5,1e+20,true,\"AP8=\",null]", .text, .integer, .real, .boolean, .bytes, .text)
        == [.text("a"), .integer(-5), .real(1e20), .boolean(true), .bytes([0, 255]), .null])
    #expect(read("[7,\"-Infinity\"]", .real, .real) == [.real(7), .real(-.infinity)])
    #expect(read("[]") == [])
  }

  @Test("All ways to write a character are understood")
  func escapes() {
    #expect(
      read(#"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é"]"#, .text)
        == [.text("\"\\/\u{8}\u{C}\n\r\té😀é")])
  }

  @Test(
    "What does not fit is refused",
    arguments: [
      "", "[", "[\"a\"", "[\"a]", "[\"a\"]x", "[\"a\",\"b\"]", "[1]", "[true]", "{}", "[\"\\x\"]",
      "[\"\\ud83d\"]", "[\"\\u12\"]", "[\"a\" ]", "[nul]",
    ])
  func refused(_ line: String) {
    #expect(read(line, .text) == nil)
  }

  @Test("A whole number is whole, and fits")
  func integers() {
    for line in ["[1.0]", "[1e3]", "[9223372036854775808]", "[\"1\"]", "[true]", "[]"] {
      #expect(read(line, .integer) == nil, "\(line)")
    }
  }

  @Test("What is written is read back, whatever the value")
  func roundTrip() throws {
    let columns = [CatalogType.text, .integer, .real, .boolean, .bytes].enumerated()
      .map { CatalogColumn(name: "c\($0)", type: $1) }
    let table = CatalogTable(name: "t", columns: columns, key: [], references: [])
    let text = String((0...0x2FF).compactMap { UnicodeScalar($0).map(Character.init) })
    let values: [SQLValue] = [
      .text(text), .integer(.min), .real(0.1 + 0.2), .boolean(false), .bytes(Array(0...255)),
    ]
    var writer = RowWriter(table: table)
    try writer.append(SQLRow(columns: SQLColumns(columns.map(\.name)), values: values))
    #expect(writer.bytes.last == UInt8(ascii: "\n"))
    #expect(RowReader.values(writer.bytes.dropLast(), columns: columns) == values)
  }

  @Test("A value of another type than its column's is not written")
  func unfit() {
    let column = CatalogColumn(name: "c", type: .boolean)
    let table = CatalogTable(name: "t", columns: [column], key: [], references: [])
    var writer = RowWriter(table: table)
    #expect(throws: TransferProblem.unfit(table: "t", column: "c")) {
      try writer.append(SQLRow(columns: SQLColumns(["c"]), values: [.integer(2)]))
    }
  }
}
