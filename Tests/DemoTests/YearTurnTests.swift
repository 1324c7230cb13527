import Demo
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

/// The turn of the year in the invented hospital: its own, which is done, and the next.
@Suite struct YearTurnTests {
  @Test(arguments: Engine.available)
  func `the present year's rollover is done and the next one's is at hand in June`(
    engine: Engine
  ) async throws {
    let hospital = hospital(on: tryDays[2])
    try await withFilled(engine, hospital) { store in
      let keeper = try #require(hospital.cast[.office])
      let states = try await store.read { reader in
        let viewer = try Self.viewer(keeper, tryDays[2], reader)
        let year = AcademicYear(startYear: 2026, start: .july1)
        let due = try Rollover.due(viewer: viewer, start: .july1, reader: reader)
        return (
          [
            try Rollover.to(year, viewer: viewer, reader: reader).state,
            try Rollover.to(year.next, viewer: viewer, reader: reader).state,
          ], due
        )
      }
      #expect(states.0 == [.done, .draft])
      #expect(states.1 == AcademicYear(startYear: 2027, start: .july1))
    }
  }

  @Test(arguments: Engine.available)
  func `a rollover of the whole hospital and its undo leave every row as it was`(
    engine: Engine
  ) async throws {
    let hospital = hospital(on: tryDays[2])
    try await withFilled(engine, hospital) { store in
      let keeper = try #require(hospital.cast[.office])
      let first = tryDays[3]
      let world = World(now: { first.moment(at: 12) }, randomBytes: testWorld.randomBytes)
      try await Directory.turnDay(first, in: store)
      let before = try await Self.tables(store)
      let (viewer, id) = try await store.write { writer in
        let viewer = try Self.viewer(keeper, first, writer)
        let year = AcademicYear(containing: first, start: .july1)
        let plan = try RolloverPlan(
          Rollover.to(year, viewer: viewer, reader: writer), viewer: viewer)
        let rollover = try Rollover.confirm(
          plan.preview(with: [], writer).digest, to: year, by: viewer, in: world, writer: writer)
        return (viewer, rollover.id)
      }
      let occasion = RosterOccasion(store: store, world: world, viewer: viewer)
      let report = try await Rollover.carryOut(id, on: occasion)
      #expect(report.raised > 800 && report.graduated > 300)
      #expect(try await Self.tables(store) != before)
      try await Rollover.undo(id, on: occasion)
      #expect(try await Self.tables(store) == before)
    }
  }

  private static func viewer(
    _ person: PersonID, _ today: Day, _ reader: any SQLReader
  ) throws -> Viewer {
    try Viewer(person: person, now: today.moment(at: 12), today: today, reader: reader)
  }

  private static func tables(_ store: any Store) async throws -> [String] {
    try await store.read { reader in
      try ["person", "appointment", "program", "role_grant", "directory_entry", "notice"].flatMap {
        table in
        try reader.rows(SQLQuery(trusted: "SELECT * FROM \(table)"))
          .map { "\(table): \($0.values)" }.sorted()
      }
    }
  }
}
