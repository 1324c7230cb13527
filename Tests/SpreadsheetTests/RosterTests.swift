import Foundation
import Spreadsheet
import Testing

@Suite("Rosters as offices have them", .needsSharedData)
struct RosterTests {
  private static let header = [
    "Personnel ID", "Last Name", "First Name", "Preferred Name", "Degrees", "Email", "Department",
    "Program", "ACGME Program ID", "Sponsor", "Primary Site", "Training Level", "Status",
    "Position Start", "Position End", "Program Director Email",
  ]

  private func table(_ name: String) throws -> Table {
    try Table(path: SharedData.path("roster/\(name)"))
  }

  @Test(
    "A record system's export is read whole",
    arguments: [
      ("export-1500.csv", 1501), ("export-1500-next-month.csv", 1513),
    ])
  func exports(name: String, records: Int) throws {
    let table = try table(name)
    #expect(table.problem == nil)
    #expect(table.format == .text(.utf8, .comma))
    #expect(table.rows.map(\.line) == Array(1...records))
    #expect(table.rows.first?.cells == Self.header)
    #expect(table.rows.allSatisfy { $0.cells.count == 16 })
    #expect(table.rows[2].cells[1...2] == ["Yılmaz", "Zoë"])
  }

  @Test("An office's workbook holds cell for cell what the export holds")
  func workbook() throws {
    let sheet = try table("office-list-1500.xlsx")
    let export = try table("export-1500.csv")
    #expect(sheet.problem == nil)
    #expect(sheet.format.summary == "Excel workbook, sheet “Housestaff 2026-27”")
    #expect(
      sheet.rows.prefix(2) == [
        SheetRow(
          line: 1, cells: ["University Health System - Office of GME - current trainees"]),
        SheetRow(line: 2, cells: ["Printed 11/02/2026"]),
      ])
    // Row 3 is empty, so the header is row 4 and the lines differ by three.
    #expect(sheet.rows.dropFirst(2).map(\.line) == Array(4...1504))
    #expect(sheet.cells.dropFirst(2) == export.cells[...])
  }

  @Test("The messy list comes out in Windows-1252 with its own line numbers")
  func messy() throws {
    let table = try table("messy.csv")
    #expect(table.problem == nil)
    #expect(table.format.summary == "Text, Windows-1252, separated by semicolons")
    #expect(table.rows.map(\.line) == Array(1...331))
    #expect(table.rows[0].cells == Self.header)
    let byID = Dictionary(table.rows.map { ($0.cells[0], $0.cells) }) { first, _ in first }
    #expect(byID["P100003"]?[1...2] == ["der", "Søren"])
    #expect(byID["P100068"]?[1] == "Van \"Doc\" Halen; Jr")
    #expect(byID["P100069"]?[1...2] == ["Ramírez", "Mary\nAnn"])
    #expect(byID["P100074"]?[2] == "  José  ")
    #expect(byID["P100075"]?[3] == "=HYPERLINK(\"http://x.example\")")
    #expect(byID["P100076"]?[1] == "O’Neil")
  }

  @Test("The lines that the messy list's answers name hold what they say")
  func messyAnswers() throws {
    struct Expected: Decodable {
      struct Refusal: Decodable { var line: Int, column: String, reason: String }
      var rows: Int, refused: [Refusal]
    }
    let data = try Data(contentsOf: URL(filePath: SharedData.path("roster/messy.expected.json")))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let rows = try table("messy.csv").rows
    #expect(rows.count == expected.rows + 1)
    let found = expected.refused.map { refusal in
      let cells = rows[refusal.line - 1].cells
      return Self.header.firstIndex(of: refusal.column).map { cells[$0] } ?? "\(cells.count)"
    }
    #expect(
      found == [
        "", "P100009", "31/02/2025", "2020-06-30", "PGY-Twelve", "", "not an address",
        "TRAINEE45@HOSPITAL.EXAMPLE", "9", "18", "Somebody Else Health",
      ])
  }
}
