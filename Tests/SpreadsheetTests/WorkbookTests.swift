import Spreadsheet
import Testing

@Suite("Workbooks that programs wrote")
struct WorkbookTests {
  /// What stands beside each kind of cell in both of the workbooks of values.
  private static let common = [
    "text": "  Søren “the Dane”  ", "line break": "Mary\nAnn", "rich text": "plain bold plain",
    "integer": "42", "negative": "-5", "large": "123456789012345", "decimal": "0.3",
    "small": "1.5e-07", "percent": "0.25", "padded": "0401500000", "money": "1234.5",
    "true": "TRUE", "false": "FALSE", "formula number": "2", "formula text": "ab",
    "formula error": "#N/A", "built-in time": "18:00:00", "built-in span": "36:00:00",
    "custom time": "12:00:00", "custom span": "48:00:00", "day before all": "-1",
    "date as text": "2026-07-01", "not a date": "7", "escape": "_x0041_",
  ]

  private static let in1900 = [
    "formula date": "2026-07-01", "built-in date": "2026-07-01",
    "built-in moment": "2026-07-01 12:00:00", "custom date": "2026-07-01",
    "custom moment": "2026-07-01 06:00:00", "almost midnight": "2026-07-01",
    "first day": "1900-01-01", "day 59": "1900-02-28", "day 60": "1900-02-29",
    "day 61": "1900-03-01",
  ]

  private static let in1904 = [
    "formula date": "2030-07-02", "built-in date": "2030-07-02",
    "built-in moment": "2030-07-02 12:00:00", "custom date": "2030-07-02",
    "custom moment": "2030-07-02 06:00:00", "almost midnight": "2030-07-02",
    "first day": "1904-01-02", "day 59": "1904-02-29", "day 60": "1904-03-01",
    "day 61": "1904-03-02",
  ]

  @Test(
    "Every kind of cell comes as text, in both day systems",
    arguments: [
      ("values.xlsx", in1900), ("values-1904.xlsx", in1904),
    ])
  func values(name: String, days: [String: String]) throws {
    let table = try Table(path: Fixture.path(name))
    #expect(table.problem == nil)
    #expect(
      table.format
        == .workbook(sheet: "Values & more", sheets: ["Values & more", "Second"]))
    let pairs = table.cells.dropFirst().prefix(34).map { ($0[0], $0[1]) }
    let expected = Self.common.merging(days) { common, _ in common }
    #expect(Dictionary(uniqueKeysWithValues: pairs) == expected)
  }

  @Test("Lines are the sheet's own, gaps are filled, formatted empty cells are dropped")
  func shape() throws {
    let table = try Table(path: Fixture.path("values.xlsx"))
    #expect(table.rows.first == SheetRow(line: 1, cells: ["Kind", "Value", "Note"]))
    #expect(
      table.rows.suffix(3) == [
        SheetRow(line: 38, cells: ["after a gap", "", "third column"]),
        SheetRow(line: 39, cells: ["merged", "", ""]),
        SheetRow(line: 40, cells: ["hidden row", "", ""]),
      ])
  }

  @Test(
    "A sheet can be chosen by name, a hidden one too",
    arguments: [
      ("Second", "second sheet"), ("Secret", "not for display"),
    ])
  func chosen(name: String, cell: String) throws {
    let table = try Table(path: Fixture.path("values.xlsx"), sheet: name)
    #expect(table.format.summary == "Excel workbook, sheet “\(name)”")
    #expect(table.rows == [SheetRow(line: 1, cells: [cell])])
  }

  @Test("A name that no sheet has is told, with those there are")
  func unknown() {
    let problem = #expect(throws: SheetProblem.self) {
      _ = try Table(path: Fixture.path("values.xlsx"), sheet: "Third")
    }
    #expect(problem == .noSheet(named: "Third", among: ["Values & more", "Second"]))
  }

  @Test("A chart's tab is passed over")
  func chart() throws {
    let table = try Table(path: Fixture.path("chart-first.xlsx"))
    #expect(table.format == .workbook(sheet: "Numbers", sheets: ["Numbers"]))
    #expect(table.cells == [["3"], ["1"], ["2"]])
  }

  @Test("Inline strings and moments of another program are read")
  func inline() throws {
    let table = try Table(path: Fixture.path("inline.xlsx"))
    #expect(table.problem == nil)
    #expect(
      table.cells == [
        ["Name", "", "Start"], ["Zoë\nÖstergaard", "", "2026-07-01"],
        ["", "7", "2026-07-01 18:30:00"],
      ])
  }

  @Test("A name without .xlsx changes nothing")
  func content() throws {
    let table = try Table.of(try Fixture.bytes("inline.xlsx"))
    #expect(table.rows.count == 3)
  }
}
