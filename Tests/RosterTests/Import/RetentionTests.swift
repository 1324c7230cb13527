import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// How long imports keep what they know of people.
@Suite struct RetentionTests {
  private let changed = RosterText.people(
    ["Last Name": "Rivera"], ["Email": "?"], ["Status": "Withdrawn"])

  /// The stage at a later moment.
  private func later(_ stage: ImportStage, days: Int, milliseconds: Int = 0) -> ImportStage {
    var stage = stage
    let seconds = TestWorld.now.adding(seconds: days * 86_400)
    let now = Instant(milliseconds: seconds.milliseconds + Int64(milliseconds))
    stage.occasion = RosterOccasion(
      store: stage.store, world: TestWorld.make(at: now), today: TestWorld.today.adding(days: days))
    return stage
  }

  private func purge(_ stage: ImportStage) async throws -> RosterImport.Purged {
    try await RosterImport.purge(on: stage.occasion)
  }

  private func upload(_ stage: ImportStage) async throws -> ID<RosterImport> {
    let bytes = Array(RosterText.people([:], ["Email": "?"]).utf8)
    let chunks = AsyncStream<[UInt8]> { continuation in
      continuation.yield(bytes)
      continuation.finish()
    }
    return try await RosterUpload.store(
      fileName: "waiting.csv", chunks: chunks, on: stage.occasion)
  }

  private static let kept: SQLQuery =
    """
    SELECT (SELECT count(*) FROM roster_import), (SELECT count(*) FROM roster_import_chunk),
      (SELECT count(*) FROM roster_import_before), (SELECT count(*) FROM roster_import_refused)
    """

  @Test(arguments: Engine.available)
  func `files that nobody imports are gone after seven days, with what was found in them`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      try await withFolder { folder in
        let id = try await upload(stage)
        try await RosterImport.check(id, directory: folder, on: stage.occasion)
        #expect(try await stage.texts(Self.kept) == ["1 | 1 | 0 | 1"])
        #expect(try await purge(later(stage, days: 7)) == RosterImport.Purged())
        #expect(try await stage.number("SELECT count(*) FROM audit_entry") == 0)
        let purged = try await purge(later(stage, days: 7, milliseconds: 1))
        #expect(purged == RosterImport.Purged(files: 1, closed: 0))
        #expect(try await stage.texts(Self.kept) == ["0 | 0 | 0 | 0"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `after ninety days an import keeps its counts and nothing of people`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:], [:]))
      let report = try await stage.run(text: changed)
      let roster = try await stage.tables()
      #expect(try await stage.texts(Self.kept) == ["2 | 0 | 2 | 1"])
      #expect(try await purge(later(stage, days: 90, milliseconds: -1)) == RosterImport.Purged())
      #expect(try await stage.texts(Self.kept) == ["2 | 0 | 2 | 1"])
      let end = later(stage, days: 90)
      #expect(try await purge(end) == RosterImport.Purged(files: 0, closed: 2))
      #expect(try await stage.texts(Self.kept) == ["2 | 0 | 0 | 0"])
      #expect(try await stage.tables() == roster)
      let closed = try await stage.store.read { reader in
        try reader.first(
          RosterImport.self,
          "SELECT \(RosterImport.columns) FROM roster_import WHERE id = \(report.importID)")
      }
      #expect(closed?.report?.figures == report.figures)
      #expect(closed?.preview == nil && closed?.closedAt == end.occasion.world.now())
      #expect(try await purge(end) == RosterImport.Purged())
      let audit: SQLQuery = "SELECT act, subject_kind, detail FROM audit_entry ORDER BY number"
      #expect(
        try await stage.texts(audit).last == """
          roster.purged | institution | Removed 0 files that nobody imported, and what 2 imports \
          kept for an undo.
          """)
      #expect(try await stage.number("SELECT count(*) FROM audit_entry") == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `an import can be undone until its days are over, purged or not`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:], [:]))
      let before = try await stage.tables()
      let report = try await stage.run(text: changed)
      let roster = try await stage.tables()
      await #expect(throws: ImportRefusal.tooLate) {
        try await later(stage, days: 90).undo(report)
      }
      _ = try await purge(later(stage, days: 90))
      await #expect(throws: ImportRefusal.tooLate) {
        try await later(stage, days: 89).undo(report)
      }
      #expect(try await stage.tables() == roster && roster != before)
    }
  }

  @Test func `the settings say for how many days an import can be undone`() async throws {
    try await withImports(.sqlite) { stage in
      let report = try await stage.run(text: RosterText.people([:]))
      try await stage.store.write { writer in
        var settings = try Settings(reader: writer)
        #expect(settings.undoDays == 90)
        settings.undoDays = 5
        try settings.save(by: nil, at: TestWorld.now, to: writer)
      }
      await #expect(throws: ImportRefusal.tooLate) {
        try await later(stage, days: 5).undo(report)
      }
      _ = try await later(stage, days: 5, milliseconds: -1).undo(report)
      #expect(try await purge(later(stage, days: 5)).closed == 1)
    }
  }
}
