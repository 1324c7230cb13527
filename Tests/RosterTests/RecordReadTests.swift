import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct RecordReadTests {
  @Test(arguments: Engine.available)
  func `whoever opens a record is shown to the person, one's own leaves no trace`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world, before) = (stage.cast, stage.world, try await stage.lastAct())
      for reader in [cast.office, cast.trainee, cast.director] {
        try await stage.act(as: reader) { viewer, writer in
          _ = try PersonnelRecord.open(cast.trainee, viewer: viewer, in: world, to: writer)
        }
      }
      _ = try? await stage.act(as: cast.surgeon) { viewer, writer in
        try PersonnelRecord.open(cast.trainee, viewer: viewer, in: world, to: writer)
      }
      let reads = try await stage.see(as: cast.trainee) { viewer, reader in
        try RecordRead.list(ofMine: viewer, reader: reader)
      }
      #expect(reads.entries.map(\.readerName) == ["Pia Piason", "Olga Olgason"])
      #expect(reads.entries.allSatisfy { $0.at == TestWorld.now })
      #expect(reads.next == nil)
      // The trail speaks of changes; reads are the person's own to see.
      #expect(try await stage.acts(after: before) == [])
      for other in [cast.office, cast.director, cast.other] {
        let theirs = try await stage.see(as: other) { viewer, reader in
          try RecordRead.list(ofMine: viewer, reader: reader).entries
        }
        #expect(theirs == [])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `one's own record can be read in a read`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let record = try await stage.see(as: cast.trainee) { viewer, reader in
        try PersonnelRecord.own(viewer: viewer, reader: reader)
      }
      #expect(record.person.name.legal == "Theresa Núñez")
      #expect(record.person.personnelNumber == "P1")
      #expect(record.appointments.map(\.standing) == [.active])
      await #expect(throws: Absent.self) {
        try await stage.see(as: nil) { viewer, reader in
          try PersonnelRecord.own(viewer: viewer, reader: reader)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `many reads come page by page`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        for _ in 0..<60 {
          _ = try PersonnelRecord.open(cast.trainee, viewer: viewer, in: world, to: writer)
        }
      }
      let pages = try await stage.see(as: cast.trainee) { viewer, reader in
        let first = try RecordRead.list(ofMine: viewer, reader: reader)
        let second = try RecordRead.list(
          ofMine: viewer, after: first.next ?? "", reader: reader)
        return [first, second]
      }
      #expect(pages.map(\.entries.count) == [50, 10])
      #expect(Set(pages.flatMap(\.entries).map(\.id)).count == 60)
      #expect(pages[1].next == nil)
    }
  }
}
