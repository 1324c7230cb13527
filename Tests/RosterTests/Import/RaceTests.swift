import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// Two people at once: one wins, and the other is told.
@Suite struct RaceTests {
  private func upload(_ stage: ImportStage, _ folder: String) async throws -> ID<RosterImport> {
    let text = RosterText(rows: (1...200).map { RosterText.row($0) }).text
    let chunks = AsyncStream<[UInt8]> { continuation in
      continuation.yield(Array(text.utf8))
      continuation.finish()
    }
    let id = try await RosterUpload.store(
      fileName: "roster.csv", chunks: chunks, on: stage.occasion)
    try await RosterImport.check(id, directory: folder, on: stage.occasion)
    return id
  }

  /// What came of two runs at once: the reports of those that won, the refusals of those that lost.
  private func race<Answer: Sendable>(
    _ runs: [@Sendable () async throws -> Answer]
  ) async throws -> (won: [Answer], lost: [ImportRefusal]) {
    try await withThrowingTaskGroup(of: Result<Answer, ImportRefusal>.self) { group in
      for run in runs {
        group.addTask {
          do { return .success(try await run()) } catch let refusal as ImportRefusal {
            return .failure(refusal)
          }
        }
      }
      var (won, lost): ([Answer], [ImportRefusal]) = ([], [])
      for try await result in group {
        switch result {
        case .success(let answer): won.append(answer)
        case .failure(let refusal): lost.append(refusal)
        }
      }
      return (won, lost)
    }
  }

  @Test(arguments: Engine.available)
  func `of two who confirm the same rows, one imports them and the other looks again`(
    engine: Engine
  ) async throws {
    try await withImports(engine) { stage in
      try await withFolder { folder in
        let (one, other) = (try await upload(stage, folder), try await upload(stage, folder))
        let (won, lost) = try await race(
          [one, other].map { id in
            { try await RosterImport.run(id, directory: folder, on: stage.occasion) }
          })
        #expect(won.map(\.figures) == [[200, 0, 0, 0, 0]])
        #expect(lost == [.outdated])
        #expect(try await stage.number("SELECT count(*) FROM appointment") == 200)
        let states: SQLQuery = "SELECT state FROM roster_import ORDER BY state"
        #expect(try await stage.texts(states) == ["imported", "uploaded"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an import that two confirm is done once`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      try await withFolder { folder in
        let id = try await upload(stage, folder)
        let run: @Sendable () async throws -> RosterReport = {
          try await RosterImport.run(id, directory: folder, on: stage.occasion)
        }
        let (won, lost) = try await race([run, run])
        #expect(won.map(\.figures) == [[200, 0, 0, 0, 0]])
        #expect(lost == [.wrongState(.imported)])
        #expect(try await stage.texts("SELECT state FROM roster_import") == ["imported"])
        let acts: SQLQuery = "SELECT act FROM audit_entry"
        #expect(try await stage.texts(acts) == ["roster.imported"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an import that two undo is undone once`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: RosterText.people([:], [:]))
      let before = try await stage.tables()
      let report = try await stage.run(
        text: RosterText.people(["Last Name": "Rivera"], [:], surgery))
      let undo: @Sendable () async throws -> RosterImport.Undone = {
        try await stage.undo(report)
      }
      let (won, lost) = try await race([undo, undo])
      #expect(won.map(\.removedPeople) == [1] && won.map(\.restoredPeople) == [1])
      #expect(lost == [.wrongState(.undone)])
      #expect(try await stage.tables() == before)
    }
  }
}
