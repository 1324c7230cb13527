import Demo
import Foundation
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

/// What the import makes of the demonstration's own files.
@Suite struct ImportedTests {
  @Test(arguments: Engine.available)
  func `the export of today changes nothing`(engine: Engine) async throws {
    let export = RosterExport(of: usual)
    try await withFilled(engine) { store in
      let report = try await check(export.bytes, store)
      #expect(figures(report) == [0, 0, 0, 0, 0])
      #expect(report.unchanged > 1400)
      #expect(report.notes == [])
    }
  }

  @Test(arguments: [tryDays[0], tryDays[1], tryDays[4]])
  func `next month's export has exactly its new, changed and ended rows`(
    today: Day
  ) async throws {
    let hospital = hospital(on: today)
    try await withFilled(.sqlite, hospital) { store in
      let report = try await check(
        RosterExport.nextMonth(of: hospital).bytes, store, today: today)
      #expect(
        figures(report) == [
          RosterExport.NextMonth.new, RosterExport.NextMonth.changed,
          RosterExport.NextMonth.ended, 0, 0,
        ])
    }
  }

  @Test(arguments: [tryDays[0], tryDays[1], tryDays[4]])
  func `the messy roster is refused where it says, and accepted elsewhere`(
    today: Day
  ) async throws {
    let hospital = hospital(on: today)
    let messy = MessyRoster(of: hospital)
    try await withFilled(.sqlite, hospital) { store in
      let report = try await check(messy.bytes, store, today: today)
      #expect(report.refused == messy.problems)
      #expect(report.accepted == messy.rows - messy.problems.count)
      #expect(report.new > 0)
      #expect(report.unchanged > 200)
    }
  }

  @Test(arguments: Engine.available)
  func `undoing the last import removes whom it brought`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let last = try await store.read { reader in
        try reader.first(
          "SELECT \(importColumns) FROM roster_import ORDER BY created_at DESC LIMIT 1"
        ).map { try RosterImport(row: $0) }
      }
      let found = try #require(last)
      let undone = try await RosterImport.undo(found.id, on: occasion(store, usual.today))
      #expect(undone.removedPeople == found.report?.new)
      #expect(undone.removedPeople > 0)
      #expect(undone.restoredPeople == 0)
      #expect(undone.removedPlaces == 0)
    }
  }

  /// What a report counts beside the unchanged.
  private func figures(_ report: RosterReport) -> [Int] {
    [report.new, report.changed, report.ended, report.refusedRows, report.missing]
  }

  private func check(
    _ bytes: [UInt8], _ store: any Store, today: Day = usual.today
  ) async throws -> RosterReport {
    try await withFolder { folder in
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/roster.csv"))
      return try await RosterImport.check(
        RosterFile(path: folder + "/roster.csv"), on: occasion(store, today)
      ).report
    }
  }

  private func occasion(_ store: any Store, _ today: Day) -> RosterOccasion {
    RosterOccasion(store: store, world: testWorld, today: today)
  }
}

private let importColumns: SQLQuery =
  """
  id, file_name, state, mapping, report, preview, plan_digest, created_by, created_at,
  imported_at, undone_at, closed_at
  """
