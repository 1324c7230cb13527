import Spreadsheet
import Testing

@Suite("Text tables")
struct TextTableTests {
  @Test(
    "Every kind of line end ends a record, also mixed ones",
    arguments: [
      "a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d\r", "a,b\rc,d\n",
    ])
  func lineEnds(text: String) throws {
    let table = try Table.of(text)
    #expect(table.problem == nil)
    #expect(
      table.rows == [
        SheetRow(line: 1, cells: ["a", "b"]), SheetRow(line: 2, cells: ["c", "d"]),
      ])
  }

  @Test("A quoted cell may hold delimiters, line ends and doubled quotes")
  func quotes() throws {
    let table = try Table.of("a,\"b,c\r\nd\",\"say \"\"hi\"\"\"\n\"\"\"\",\"\",x\n")
    #expect(table.problem == nil)
    #expect(
      table.rows == [
        SheetRow(line: 1, cells: ["a", "b,c\r\nd", "say \"hi\""]),
        SheetRow(line: 2, cells: ["\"", "", "x"]),
      ])
  }

  @Test("Quotes within a cell and text behind a closing quote are kept")
  func oddQuotes() throws {
    let table = try Table.of("5\" pipe,b\"c\"\n\"a\"b\"c\",x\n \"a\",y\n")
    #expect(table.cells == [["5\" pipe", "b\"c\""], ["ab\"c\"", "x"], [" \"a\"", "y"]])
  }

  @Test("Blank records are counted and not returned")
  func blankRecords() throws {
    let table = try Table.of("\na,b\n\n,\n\"\",\"\"\n , \nc,d\n\n\n")
    #expect(
      table.rows == [
        SheetRow(line: 2, cells: ["a", "b"]), SheetRow(line: 6, cells: [" ", " "]),
        SheetRow(line: 7, cells: ["c", "d"]),
      ])
    #expect(table.problem == nil)
  }

  @Test("Short and long records come as they are")
  func widths() throws {
    let table = try Table.of("a,b,c\nd\ne,f,g,h,\n")
    #expect(table.cells == [["a", "b", "c"], ["d"], ["e", "f", "g", "h", ""]])
  }

  @Test("A quote that is never closed is told where it opens, after the rows before it")
  func unterminatedQuote() throws {
    let table = try Table.of("a,b\n\nc,\"d\ne,f\n")
    #expect(table.rows == [SheetRow(line: 1, cells: ["a", "b"])])
    #expect(table.problem == .unterminatedQuote(line: 3, column: 2))
  }

  @Test("A NUL byte is told with its place", arguments: ["a,b\nc,d\0e\n", "a,b\nc,\"d\0e\"\n"])
  func nulByte(text: String) throws {
    let table = try Table.of(text)
    #expect(table.rows == [SheetRow(line: 1, cells: ["a", "b"])])
    #expect(table.problem == .nulByte(line: 2, column: 2))
  }

  @Test("A problem stays: every further call throws it again")
  func problemStays() throws {
    try Fixture.with(Array("a,\"b".utf8)) { path in
      var reader = try SheetReader(path: path)
      for _ in 0..<3 {
        let problem = #expect(throws: SheetProblem.self) { try reader.next() }
        #expect(problem == .unterminatedQuote(line: 1, column: 2))
      }
    }
  }

  @Test("After the last row there is none, however often one asks")
  func end() throws {
    try Fixture.with(Array("a,b".utf8)) { path in
      var reader = try SheetReader(path: path)
      let answers = try (0..<3).map { _ in try reader.next()?.cells }
      #expect(answers == [["a", "b"], nil, nil])
    }
  }

  @Test("A file of blank lines or of a mark alone has no rows", arguments: ["\n\r\n", "\u{FEFF}"])
  func nothing(text: String) throws {
    let table = try Table.of(text)
    #expect(table.rows == [])
    #expect(table.problem == nil)
  }

  @Test("Records larger than a chunk are read whole")
  func largeRecords() throws {
    let cells = (0..<20).map { String(repeating: "é\"\n", count: 10_000 + $0) }
    var writer = CSVWriter()
    writer.write(cells)
    writer.write(["end", "of", "it"])
    #expect(writer.bytes.count > 900_000)
    let table = try Table.of(writer.bytes)
    #expect(table.problem == nil)
    #expect(table.cells == [cells, ["end", "of", "it"]])
  }
}
