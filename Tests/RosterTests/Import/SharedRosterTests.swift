import Foundation
import Roster
import SQLStore
import StoreTestSupport
import Testing

/// The rosters that offices really get, and what each must give.
@Suite struct SharedRosterTests {
  @Test(arguments: Engine.available)
  func `an export is accepted whole, and twice it changes nothing`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      let first = try await stage.run(SharedRoster.export)
      #expect(first.figures == [1500, 0, 0, 0, 0])
      #expect(first.notes == ["New here: 120 programs, 25 departments, 4 sites, 2 sponsors."])
      let tables = try await stage.tables()
      let second = try await stage.run(SharedRoster.export)
      #expect(second.figures == [0, 0, 0, 1500, 0])
      #expect(second.notes == [])
      #expect(try await stage.tables() == tables)
    }
  }

  @Test(arguments: Engine.available)
  func `a month later twelve are new, twenty changed and nine ended`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(SharedRoster.export)
      let report = try await stage.run(SharedRoster.nextMonth)
      #expect(report.figures == [12, 20, 9, 1471, 0])
      #expect(report.missing == 0)
      let tables = try await stage.tables()
      #expect(try await stage.run(SharedRoster.nextMonth).figures == [0, 0, 0, 1512, 0])
      #expect(try await stage.tables() == tables)
      let back = try await stage.check(SharedRoster.export)
      #expect(back.report.missing == 12)
    }
  }

  @Test(arguments: Engine.available)
  func `an office's own workbook holds the same people as the export`(
    engine: Engine
  ) async throws {
    let contents = try await withImports(engine) { stage in
      #expect(try await stage.run(SharedRoster.workbook).figures == [1500, 0, 0, 0, 0])
      #expect(try await stage.run(SharedRoster.export).figures == [0, 0, 0, 1500, 0])
      return try await stage.contents()
    }
    try await withImports(engine) { stage in
      _ = try await stage.run(SharedRoster.export)
      #expect(try await stage.run(SharedRoster.workbook).figures == [0, 0, 0, 1500, 0])
      #expect(try await stage.contents() == contents)
    }
  }

  @Test(arguments: Engine.available)
  func `the messy roster is refused exactly where it is wrong`(engine: Engine) async throws {
    struct Expected: Decodable {
      let accepted: Int
      let refused: [RowProblem]
    }
    let file = URL(filePath: SharedRoster.path("messy.expected.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: try Data(contentsOf: file))
    try await withImports(engine) { stage in
      let report = try await stage.run(SharedRoster.messy)
      #expect(report.refused == expected.refused)
      #expect(report.accepted == expected.accepted)
      #expect(report.new == expected.accepted)
      let odd = try await stage.texts(
        """
        SELECT family_name, given_name, preferred_name FROM person
        WHERE family_name = 'Van "Doc" Halen; Jr' OR given_name IN ('Mary Ann', 'José')
          OR family_name = 'O’Neil' OR preferred_name = '=HYPERLINK("http://x.example")'
        """)
      #expect(odd.count == 5, "\(odd)")
    }
  }

  @Test func `a look changes nothing`() async throws {
    try await withImports(.sqlite) { stage in
      let check = try await stage.check(SharedRoster.export)
      #expect(check.report.figures == [1500, 0, 0, 0, 0])
      #expect(check.preview.new.count == RosterPreview.rows)
      #expect(try await stage.contents() == [])
      #expect(try await stage.number("SELECT count(*) FROM roster_import") == 0)
      let report = try await stage.run(SharedRoster.export)
      #expect(report.refused == check.report.refused && report.notes == check.report.notes)
    }
  }
}
