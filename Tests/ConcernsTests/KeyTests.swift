import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct KeyTests {
  @Test(arguments: Engine.available)
  func `without the passphrase in this session a responder reads nothing`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights.")
      let id = try await desk.list(desk.chair)[0].id
      let session = desk.session(desk.chair)
      try await desk.store.write { try UnlockedKey.lock(session, writer: $0) }
      await #expect(throws: ConcernRefusal.locked) { try await desk.open(id, as: desk.chair) }
      await #expect(throws: Problems.self) {
        try await desk.passphrase(desk.chair).unlock("another passphrase", in: session)
      }
      await #expect(throws: ConcernRefusal.locked) { try await desk.open(id, as: desk.chair) }
      try await desk.passphrase(desk.chair).unlock(Desk.passphrase, in: session)
      #expect(try await desk.open(id, as: desk.chair).entries.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `an unlocked key is of no use to another session or an hour later`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (chair, stage) = (desk.chair, desk.stage)
      let other = ReadingSession(
        session: "session of \(chair.text)", seed: Array(repeating: 7, count: 32))
      let right = desk.session(chair)
      let found = try await stage.see(as: chair) { viewer, reader in
        let later = Viewer(
          person: viewer.person, grants: viewer.grants, now: viewer.now.adding(seconds: 3600),
          today: viewer.today)
        return [
          try UnlockedKey.current(of: viewer, in: right, reader: reader) != nil,
          try UnlockedKey.current(of: viewer, in: other, reader: reader) != nil,
          try UnlockedKey.current(of: later, in: right, reader: reader) != nil,
        ]
      }
      #expect(found == [true, false, false])
    }
  }

  @Test(arguments: Engine.available)
  func `many wrong passphrases have to wait, and a right one among them too`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (chair, session) = (desk.chair, desk.session(desk.chair))
      for _ in 1...6 {
        await #expect(throws: Problems.self) {
          try await desk.passphrase(chair).unlock("wrong", in: session)
        }
      }
      await #expect(throws: ConcernRefusal.waitBeforeTrying(seconds: 2)) {
        try await desk.passphrase(chair).unlock(Desk.passphrase, in: session)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is in conflict cannot close a concern by drawing a new sheet`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (chair, council, world, cast) = (desk.chair, desk.council, desk.world, desk.cast)
      let first = try await desk.drawSheet(of: council, by: chair)
      try await desk.raise("About the chair.", desk.address(names: "Okafor"))
      try await desk.raise("About nobody.")
      let second = try await desk.drawSheet(of: council, by: chair)
      // The only other reader loses the passphrase.
      try await desk.makeKey(cast.faculty)
      let viewer = try await desk.stage.see(as: cast.faculty) { viewer, _ in viewer }
      for (sheet, count) in [(second, 1), (first, 1), (first, 0)] {
        let opened = try await RecoverySheet.use(
          typed: sheet.code.text, for: council, by: viewer, in: world, desk.store)
        #expect(opened == count)
      }
      #expect(try await desk.list(cast.faculty).count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a lost passphrase costs what was open to it, until the sheet or another responder helps`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights.")
      let (chair, council, world) = (desk.chair, desk.council, desk.world)
      let sheet = try await desk.drawSheet(of: council, by: desk.cast.faculty)
      try await desk.makeKey(chair)
      #expect(try await desk.list(chair) == [])
      let viewer = try await desk.stage.see(as: chair) { viewer, _ in viewer }
      await #expect(throws: Problems.self) {
        try await RecoverySheet.use(
          typed: ConcernCode(in: world).text, for: council, by: viewer, in: world, desk.store)
      }
      let count = try await RecoverySheet.use(
        typed: sheet.code.text.uppercased(), for: council, by: viewer, in: world, desk.store)
      #expect(count == 1)
      let id = try await desk.list(chair)[0].id
      #expect(try await desk.open(id, as: chair).entries.count == 1)
    }
  }
}
