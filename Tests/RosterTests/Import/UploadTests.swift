import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Synchronization
import Testing

/// Files that a browser sends, from their arrival to their import.
@Suite struct UploadTests {
  /// A stream of pieces of some bytes, which may break off.
  private func pieces(
    _ bytes: [UInt8], of size: Int = 100_000, breaks: Bool = false
  ) -> AsyncThrowingStream<[UInt8], any Error> {
    AsyncThrowingStream { continuation in
      for start in stride(from: 0, to: bytes.count, by: size) {
        continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      continuation.finish(throwing: breaks ? Absent() : nil)
    }
  }

  private func upload(_ text: String, _ stage: ImportStage) async throws -> ID<RosterImport> {
    try await RosterUpload.store(
      fileName: "C:\\Users\\me\\roster.csv", chunks: pieces(Array(text.utf8)), on: stage.occasion)
  }

  private func find(_ id: ID<RosterImport>, _ stage: ImportStage) async throws -> RosterImport {
    let viewer = Viewer(
      person: nil, grants: [Grant(role: .office, scope: .institution)], now: TestWorld.now,
      today: TestWorld.today)
    return try await stage.store.read { try RosterImport.find(id, for: viewer, in: $0) }
  }

  @Test(arguments: Engine.available)
  func `a file comes back byte for byte`(engine: Engine) async throws {
    let bytes = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    try await withImports(engine) { stage in
      let id = try await RosterUpload.store(
        fileName: "x.xlsx", chunks: pieces(bytes, of: 300_001), on: stage.occasion)
      #expect(
        try await stage.texts("SELECT number FROM roster_import_chunk ORDER BY number")
          == ["0", "1", "2"])
      try await withFolder { folder in
        let path = folder + "/copy"
        try await RosterUpload.materialize(id, to: path, on: stage.occasion)
        #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a file that breaks off or is too large leaves nothing`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      await #expect(throws: Absent.self) {
        try await RosterUpload.store(
          fileName: "a", chunks: pieces([1, 2, 3], breaks: true), on: stage.occasion)
      }
      let endless = AsyncThrowingStream<[UInt8], any Error> {
        [UInt8](repeating: 0, count: 1_048_576)
      }
      await #expect(throws: ImportRefusal.tooLarge(megabytes: 3)) {
        try await RosterUpload.store(
          fileName: "b", chunks: endless, limit: 3 * 1_048_576, on: stage.occasion)
      }
      let kept =
        try await stage.number("SELECT count(*) FROM roster_import")
        + stage.number("SELECT count(*) FROM roster_import_chunk")
      #expect(kept == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `an uploaded file is looked through, confirmed and no longer kept`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      try await withFolder { folder in
        let id = try await upload(RosterText.people([:], ["Email": "?"]), stage)
        #expect(try await find(id, stage).state == .uploaded)
        let layout = try await RosterImport.layout(of: id, directory: folder, on: stage.occasion)
        #expect(layout.missing(in: Words.ours) == [])
        await #expect(throws: ImportRefusal.wrongState(.uploaded)) {
          try await RosterImport.run(id, directory: folder, on: stage.occasion)
        }
        try await RosterImport.check(id, directory: folder, on: stage.occasion)
        let checked = try await find(id, stage)
        #expect(checked.state == .checked && checked.fileName == "roster.csv")
        #expect(checked.report?.figures == [1, 0, 0, 0, 1])
        #expect(checked.preview?.new.map(\.name) == ["Amara Okafor"])
        let report = try await RosterImport.run(id, directory: folder, on: stage.occasion)
        #expect(report.figures == [1, 0, 0, 0, 1])
        let done = try await find(id, stage)
        #expect(done.state == .imported && done.report?.figures == report.figures)
        #expect(try await stage.number("SELECT count(*) FROM roster_import_chunk") == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        await #expect(throws: ImportRefusal.wrongState(.imported)) {
          try await RosterImport.run(id, directory: folder, on: stage.occasion)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a preview that no longer holds is not carried out`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      try await withFolder { folder in
        let id = try await upload(RosterText.people([:], [:]), stage)
        try await RosterImport.check(id, directory: folder, on: stage.occasion)
        _ = try await stage.run(text: RosterText.people([:]))
        let contents = try await stage.contents()
        await #expect(throws: ImportRefusal.outdated) {
          try await RosterImport.run(id, directory: folder, on: stage.occasion)
        }
        #expect(try await stage.contents() == contents)
        #expect(try await find(id, stage).state == .uploaded)
        try await RosterImport.check(id, directory: folder, on: stage.occasion)
        let report = try await RosterImport.run(id, directory: folder, on: stage.occasion)
        #expect(report.figures == [1, 0, 0, 1, 0])
      }
    }
  }

  @Test func `the same file in another order of the day has the same digest`() async throws {
    try await withImports(.sqlite) { stage in
      let first = try await stage.check(SharedRoster.export)
      let second = try await stage.check(SharedRoster.export)
      #expect(first.digest == second.digest)
      #expect(try await stage.check(SharedRoster.nextMonth).digest != first.digest)
    }
  }

  @Test func `chosen columns are kept for the file, and an unreadable file has failed`()
    async throws
  {
    try await withImports(.sqlite) { stage in
      try await withFolder { folder in
        let id = try await upload("A,B\nP1,Okafor\n", stage)
        await #expect(throws: ImportRefusal.self) {
          try await RosterImport.check(id, directory: folder, on: stage.occasion)
        }
        #expect(try await find(id, stage).state == .uploaded)
        let chosen = ColumnMapping([.personnelNumber: 0, .familyName: 1])
        try await RosterImport.choose(chosen, for: id, on: stage.occasion)
        #expect(try await find(id, stage).mapping == chosen)
        let broken = try await upload(RosterText.people([:]) + "\"open", stage)
        await #expect(throws: ImportRefusal.self) {
          try await RosterImport.check(broken, directory: folder, on: stage.occasion)
        }
        let failed = try await find(broken, stage)
        #expect(failed.state == .failed && failed.report?.notes.count == 1)
        try await RosterUpload.discard(broken, on: stage.occasion)
        await #expect(throws: Absent.self) { try await find(broken, stage) }
      }
    }
  }

  @Test func `whoever may not import finds no imports`() async throws {
    try await withImports(.sqlite) { stage in
      let id = try await upload(RosterText.people([:]), stage)
      let nobody = Viewer.anonymous(now: TestWorld.now, today: TestWorld.today)
      try await stage.store.read { reader in
        #expect(throws: Absent.self) { try RosterImport.find(id, for: nobody, in: reader) }
        let recent = try RosterImport.recent(for: nobody, in: reader)
        #expect(recent.isEmpty)
      }
      let occasion = RosterOccasion(
        store: stage.store, world: stage.occasion.world, viewer: nobody)
      await #expect(throws: RosterRefusal.notAllowed) {
        try await RosterUpload.discard(id, on: occasion)
      }
    }
  }
}
