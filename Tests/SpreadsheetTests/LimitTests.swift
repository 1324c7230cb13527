import Spreadsheet
import Testing

@Suite("Limits")
struct LimitTests {
  private func limits(_ change: (inout SheetLimits) -> Void) -> SheetLimits {
    var limits = SheetLimits()
    change(&limits)
    return limits
  }

  private let text = "a,b,c\nd,eee,f\n"

  private var workbook: [UInt8] {
    HandmadeWorkbook.rows(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>\
      <row r="2"/><row r="3"><c r="B3" t="inlineStr"><is><t>eee</t></is></c></row>
      """
    ).bytes
  }

  @Test("A file may be as large as the limit and no larger")
  func bytes() throws {
    #expect(try openingProblem(Array(text.utf8), limits: limits { $0.bytes = 14 }) == nil)
    let problem = try openingProblem(Array(text.utf8), limits: limits { $0.bytes = 13 })
    #expect(problem == .tooManyBytes(limit: 13))
  }

  @Test("Text may have as many records as the limit and no more")
  func textRecords() throws {
    #expect(try Table.of(text, limits: limits { $0.records = 2 }).problem == nil)
    let table = try Table.of(text, limits: limits { $0.records = 1 })
    #expect(table.cells == [["a", "b", "c"]])
    #expect(table.problem == .tooManyRecords(limit: 1))
  }

  @Test("A workbook may have as many rows with anything in them as the limit and no more")
  func workbookRecords() throws {
    #expect(try Table.of(workbook, limits: limits { $0.records = 2 }).problem == nil)
    let table = try Table.of(workbook, limits: limits { $0.records = 1 })
    #expect(table.cells == [["1", "2", "3"]])
    #expect(table.problem == .tooManyRecords(limit: 1))
  }

  @Test("A record may have as many columns as the limit and no more")
  func columns() throws {
    for bytes in [Array(text.utf8), workbook] {
      #expect(try Table.of(bytes, limits: limits { $0.columns = 3 }).problem == nil)
      let table = try Table.of(bytes, limits: limits { $0.columns = 2 })
      #expect(table.rows == [])
      #expect(table.problem == .tooManyColumns(line: 1, limit: 2))
    }
  }

  @Test("A cell may be as long as the limit and no longer")
  func textCells() throws {
    for text in [text, "a,b,c\nd,\"eee\",f\n", "a,b,c\nd,\"e\"\"e\",f\n", "a,b,c\nd,\"e\"ee,f\n"] {
      #expect(try Table.of(text, limits: limits { $0.cellBytes = 3 }).problem == nil)
      let table = try Table.of(text, limits: limits { $0.cellBytes = 2 })
      #expect(table.cells == [["a", "b", "c"]])
      #expect(table.problem == .cellTooLong(line: 2, column: 2, limit: 2))
    }
  }

  @Test("A cell of a workbook may be as long as the limit and no longer")
  func workbookCells() throws {
    #expect(try Table.of(workbook, limits: limits { $0.cellBytes = 3 }).problem == nil)
    let table = try Table.of(workbook, limits: limits { $0.cellBytes = 2 })
    #expect(table.problem == .cellTooLong(line: 3, column: 2, limit: 2))
  }

  @Test("A cell that never ends is refused without reading the whole file into memory")
  func endlessCell() throws {
    let text = "a,\"" + String(repeating: "x", count: 3_000_000)
    let table = try Table.of(text)
    #expect(table.problem == .cellTooLong(line: 1, column: 2, limit: 65_536))
  }

  @Test("An archive may hold as many files as the limit and no more")
  func entries() throws {
    #expect(try openingProblem(workbook, limits: limits { $0.entries = 5 }) == nil)
    let problem = try openingProblem(workbook, limits: limits { $0.entries = 4 })
    #expect(problem == .tooManyEntries(limit: 4))
  }

  @Test("An archive that says it unpacks to too much is refused before it is unpacked")
  func bomb() throws {
    let bomb = try Fixture.bytes("bomb.xlsx")
    #expect(bomb.count < 10_000)
    let problem = try openingProblem(bomb, limits: limits { $0.unpackedBytes = 3_000_000 })
    #expect(problem == .unpacksTooLarge(limit: 3_000_000))
    let table = try Table.of(bomb, limits: limits { $0.unpackedBytes = 6_000_000 })
    #expect(table.problem == nil)
    #expect(table.rows.count == 3)
  }

  @Test("An archive that lies about what it unpacks to is stopped at the limit")
  func lyingBomb() throws {
    let limits = limits { $0.unpackedBytes = 3_000_000 }
    let table = try Table.of(try Fixture.bytes("lying-bomb.xlsx"), limits: limits)
    #expect(table.rows == [])
    #expect(table.problem == .unpacksTooLarge(limit: 3_000_000))
  }

  @Test("Shared strings are bounded in number, in length and together")
  func sharedStrings() throws {
    var workbook = HandmadeWorkbook.rows("<row><c t=\"s\"><v>1</v></c></row>")
    workbook.strings = "<sst><si><t>four</t></si><si><t>five!</t></si></sst>"
    let fitting = limits {
      ($0.sharedStrings, $0.sharedStringBytes, $0.cellBytes) = (2, 9, 5)
    }
    #expect(try Table.of(workbook.bytes, limits: fitting).cells == [["five!"]])
    for change: (inout SheetLimits) -> Void in [
      { $0.sharedStrings = 1 }, { $0.sharedStringBytes = 8 }, { $0.cellBytes = 4 },
    ] {
      let problem = try openingProblem(workbook.bytes, limits: limits(change))
      #expect(problem == .tooManySharedStrings)
    }
  }
}
