import Spreadsheet
import Testing

@Suite("Delimiters")
struct DelimiterTests {
  @Test(
    "Each delimiter is recognized and named",
    arguments: [
      (Delimiter.comma, "commas"), (.semicolon, "semicolons"), (.tab, "tabs"),
      (.bar, "vertical bars"),
    ])
  func each(delimiter: Delimiter, name: String) throws {
    let sign = String(Unicode.Scalar(delimiter.rawValue))
    let rows = [["Name", "Degrees"], ["Zoë", "MD"], ["Ann", ""]]
    let table = try Table.of(rows.map { $0.joined(separator: sign) + "\n" }.joined())
    #expect(table.format == .text(.utf8, delimiter))
    #expect(table.format.summary == "Text, UTF-8, separated by \(name)")
    #expect(table.cells == rows)
  }

  @Test(
    "Other delimiters within cells do not mislead",
    arguments: [
      ("Name;Degrees;City\nAnn;MD, PhD;Reno, NV\nBob;DO, MPH;Provo, UT\n", Delimiter.semicolon),
      ("Name,Fields\nAnn,\"A; B; C\"\nBob,\"D; E; F\"\n", .comma),
      ("Name;Fields\nAnn;\"A, B, C\"\nBob;\"D, E, F\"\n", .semicolon),
      ("Name\tCity, state\nAnn\tReno, NV\nBob\tProvo, UT\n", .tab),
      ("Who;Score;Mean\nAnn;3,5;4,5\nBob;2,5;1,0\n", .semicolon),
      ("Roster of July, August, September\n\nName|Level\nAnn|2\nBob|3\nCy|1\n", .bar),
      ("\"a\"\"b,c\";d\n\"e,f\";g\n", .semicolon),
      ("just one column\nof words\n", .comma),
      ("", .comma),
    ])
  func mixed(text: String, delimiter: Delimiter) throws {
    let table = try Table.of("\n" + text)
    #expect(table.format == .text(.utf8, delimiter))
  }

  @Test(
    "The line that names the delimiter for Excel is obeyed and not counted",
    arguments: [
      "sep=;\na,b;c\n", "SEP=;\r\na,b;c\n", "\u{FEFF}sep=;\ra,b;c\n",
    ])
  func declared(text: String) throws {
    let table = try Table.of(text)
    #expect(table.rows == [SheetRow(line: 1, cells: ["a,b", "c"])])
  }

  @Test(
    "What only looks like that line is a record",
    arguments: [
      ("sep=x\na,b\n", [["sep=x"], ["a", "b"]]), ("sep=;;\n", [["sep=", "", ""]]),
      ("sep=", [["sep="]]),
    ])
  func undeclared(text: String, cells: [[String]]) throws {
    #expect(try Table.of(text).cells == cells)
  }
}
