import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import Spreadsheet
import StoreTestSupport
import Testing

@testable import Roster

/// The file of refused rows: an office mends it and imports it.
@Suite struct RefusedTableTests {
  /// The refused rows of an import.
  private func table(_ report: RosterReport, _ stage: ImportStage) async throws -> RefusedTable {
    let id = try #require(report.importID)
    return try await stage.store.read { reader in
      guard let found = try RosterImport.find(id, in: reader) else { throw Absent() }
      return try RefusedTable(of: found, in: reader)
    }
  }

  /// The table as an office gets it.
  private func file(_ table: RefusedTable) -> String {
    var writer = CSVWriter(byteOrderMark: true)
    for row in [table.header] + table.rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: Engine.available)
  func `it holds the rows as they were, with all that is wrong behind each`(
    engine: Engine
  ) async throws {
    let rows = [
      RosterText.row(1), RosterText.row(2, ["Email": " ?", "Last Name": "O, \"Neil\""]),
      RosterText.row(3, ["Training Level": "", "Email": "T1@hospital.example"]),
    ]
    try await withImports(engine) { stage in
      let report = try await stage.run(text: RosterText(rows: rows).text)
      #expect(report.figures == [1, 0, 0, 0, 2])
      let table = try await table(report, stage)
      #expect(table.header == RosterText.titles + ["Line", "Column", "Reason"])
      #expect(
        table.rows == [
          rows[1] + ["3", "Email", "not an address"],
          rows[2] + [
            "4", "Email; Training Level", "same address as another person; missing",
          ],
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `mended and imported, its rows are taken and the columns about them are not`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      let report = try await stage.run(
        text: RosterText.people(
          [:], ["Email": "?", "Preferred Name": "=1+1"], ["Training Level": "PGY-99"]))
      let mended = try await file(table(report, stage))
        .replacing("?", with: "t2@hospital.example").replacing("PGY-99", with: "PGY-9")
      #expect(mended.contains("'=1+1"))
      let check = try await stage.check(text: mended)
      #expect(check.report.refusals == [])
      #expect(check.report.notes == [])
      #expect(check.report.missing == 0)
      #expect(check.layout.unused == [])
      #expect(check.layout.columns.map(\.title) == RosterText.titles)
      #expect(try await stage.run(text: mended).figures == [2, 0, 0, 0, 0])
      let whole = RosterText.people(
        [:], ["Preferred Name": "=1+1"], ["Training Level": "PGY-9"])
      #expect(try await stage.run(text: whole).figures == [0, 0, 0, 3, 0])
    }
  }

  @Test func `imported unmended, the same is refused, and our columns stand there once`()
    async throws
  {
    try await withImports(.sqlite) { stage in
      let first = try await stage.run(
        text: RosterText.people([:], ["Status": "?"], ["Email": "?", "Personnel ID": ""]))
      let table = try await table(first, stage)
      let second = try await stage.run(text: file(table))
      #expect(second.refused.map(\.reason) == first.refused.map(\.reason))
      #expect(second.refused.map(\.line) == [2, 3, 3])
      let again = try await self.table(second, stage)
      #expect(again.header == table.header)
      #expect(again.rows.map { $0.dropLast(3) } == table.rows.map { $0.dropLast(3) })
    }
  }

  @Test func `cells beyond the header stay in sight, and are refused until they are gone`()
    async throws
  {
    var rows = [RosterText.row(1), RosterText.row(2), RosterText.row(3)]
    rows[0] += ["", "stray", " "]
    rows[1].removeLast()
    try await withImports(.sqlite) { stage in
      let first = try await stage.run(text: RosterText(rows: rows).text)
      #expect(first.refusals == ["2 (row): too many columns", "3 (row): too few columns"])
      let table = try await table(first, stage)
      let titles = ["(extra 1)", "(extra 2)", "Line", "Column", "Reason"]
      #expect(table.header == RosterText.titles + titles)
      #expect(
        table.rows == [
          RosterText.row(1) + ["", "stray", "2", "(row)", "too many columns"],
          rows[1] + ["", "", "", "3", "(row)", "too few columns"],
        ])
      let second = try await stage.run(text: file(table))
      #expect(second.refusals == ["2 (row): too many columns"])
      #expect(try await self.table(second, stage).header == table.header)
      let mended = file(table).replacing("stray", with: "")
      #expect(try await stage.run(text: mended).figures == [1, 0, 0, 1, 0])
    }
  }

  @Test func `columns that a person chose are known in it`() async throws {
    let text = """
      Nr,Nom,Filière,Service,Année,Début,Fin
      P1,Okafor,Internal Medicine,Medicine,2,7/1/2025,6/30/2028
      P2,Li,Internal Medicine,Medicine,?,7/1/2025,6/30/2028
      """
    let chosen = ColumnMapping([
      .personnelNumber: 0, .familyName: 1, .program: 2, .department: 3, .level: 4, .startsOn: 5,
      .endsOn: 6,
    ])
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: text, mapping: chosen)
      let mended = try await file(table(report, stage)).replacing("?", with: "2")
      let check = try await stage.check(text: mended)
      #expect(check.layout.origin == .saved && check.layout.mapping == chosen)
      #expect(check.report.figures == [1, 0, 0, 0, 0])
    }
  }

  @Test func `where the rows are not kept any more, it still says where and what`() {
    let problems = [
      RowProblem(line: 3, column: "Email", reason: "missing"),
      RowProblem(line: 7, column: "Status", reason: "missing"),
    ]
    let table = RefusedTable(titles: ["Email", "Status"], problems: problems, cells: [:])
    #expect(table.header == ["Line", "Column", "Reason"])
    #expect(table.rows == [["3", "Email", "missing"], ["7", "Status", "missing"]])
  }

  @Test(arguments: [
    (["A", "B"], 2, 2..<2), (["A", "Line", "Column", "Reason"], 1, 1..<4),
    (["A", "", "Line", "Column", "Reason", ""], 2, 2..<5),
    (["Line", "Column", "Reason", "A"], 4, 4..<4),
    (["A", "(extra 1)", "(extra 2)", "Line", "Column", "Reason"], 1, 3..<6),
    (["A", "(extra 2)", "Line", "Column", "Reason"], 2, 2..<5),
    (["Line", "Column", "Reason"], 0, 0..<3), ([], 0, 0..<0),
  ])
  func `our columns are known by their titles at the end`(
    header: [String], own: Int, ours: Range<Int>
  ) {
    let mending = MendingColumns(header)
    #expect(mending.own == own && mending.ours == ours)
  }

  @Test func `no more rows are kept than there is room for`() {
    var rows = RefusedRows()
    let cell = String(repeating: "x", count: 65_536)
    for line in 1...300 { rows.add(line: line, cells: [cell]) }
    #expect(rows.rows.count == RefusedRows.mostBytes / 65_536)
    for line in 1...(RefusedRows.most + 5) { rows.add(line: line, cells: [""]) }
    #expect(rows.rows.count == RefusedRows.most)
  }
}
