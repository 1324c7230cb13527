import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What an election asks of whom.
@Suite struct ElectionDueTests {
  private func due(_ person: PersonID, _ ward: Ward) async throws -> [String] {
    try await ward.see(as: person) { viewer, reader in
      try ElectionDue.all(viewer: viewer, reader: reader).map { due in
        let marks = [
          ("proposed", due.isProposed), ("may vote", due.mayVote), ("of place", due.isOfPlace),
          ("runs", due.runs), ("officer", due.isOfficer),
        ]
        return marks.filter(\.1).map(\.0).joined(separator: ", ") + " \(due.waiting)"
      }
    }
  }

  @Test(arguments: Engine.available)
  func `everybody is told of what they can do, and nobody of what they cannot`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let world = ward.stage.world
      let id = try await ward.announce(ward.draft)
      try await ward.act(as: ward.lee, at: Ward.nominating) { viewer, writer in
        try Candidate.propose(ward.kim, in: id, by: viewer, at: world, writer: writer)
      }
      try await ward.act(as: ward.pat, at: Ward.nominating) { viewer, writer in
        try RollCorrection.ask("I belong.", in: id, by: viewer, at: world, writer: writer)
      }
      #expect(try await due(ward.kim, ward) == ["proposed, of place 1"])
      #expect(try await due(ward.chief, ward) == ["of place, runs 1"])
      #expect(try await due(ward.officer, ward) == ["officer 1"])
      #expect(try await due(ward.cast.director, ward) == [])
      for person in [ward.chief, ward.lee, ward.cast.trainee] {
        try await ward.stand(person, in: id)
      }
      try await ward.open(id)
      #expect(try await due(ward.lee, ward) == ["may vote, of place 1"])
      #expect(try await due(ward.pat, ward) == ["of place 1"])
    }
  }
}
