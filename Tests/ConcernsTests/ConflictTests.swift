import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Whom a concern may be about, and who then does not read it.
@Suite struct ConflictTests {
  @Test(arguments: Engine.available)
  func `who is named, however it is written, does not read it`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      for names in ["Sam Okafor", "dr. OKAFOR", "the chair (Okafor)", "Ｏｋａｆｏｒ, Sam"] {
        let readers = try await desk.readers(of: desk.address(names: names))
        #expect(readers.readers.map(\.person) == [desk.cast.faculty], "\(names)")
        #expect(readers.leftOut.map(\.person) == [desk.chair], "\(names)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who answers to the one who is named does not read it`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      // The chair trains in surgery, which Gus Gusson directs.
      let named = try await desk.readers(of: desk.address(names: "Gusson"))
      #expect(named.readers.map(\.person) == [desk.cast.faculty])
      let ticked = try await desk.readers(
        of: desk.address(about: desk.cast.generalSurgery, leaders: true))
      #expect(ticked.readers.map(\.person) == [desk.cast.faculty])
      let elsewhere = try await desk.readers(
        of: desk.address(about: desk.cast.internalMedicine, leaders: true))
      #expect(Set(elsewhere.readers.map(\.person)) == [desk.chair, desk.cast.faculty])
    }
  }

  @Test(arguments: Engine.available)
  func `who leads the program of the one who is named does not read it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (world, cast, council) = (desk.world, desk.cast, desk.council)
      try await desk.stage.act(as: cast.office) { office, writer in
        try Responder.name(
          .init(person: cast.director, title: "Director"), in: council, by: office, at: world,
          writer: writer)
      }
      try await desk.makeKey(cast.director)
      let everybody = try await desk.readers(of: desk.address())
      #expect(everybody.readers.contains { $0.person == cast.director })
      for address in [
        desk.address(names: "Tess Núñez"), desk.address(about: cast.internalMedicine),
      ] {
        let readers = try await desk.readers(of: address)
        #expect(!readers.readers.contains { $0.person == cast.director })
      }
      // Another one of that family name is not enough to leave a leader out.
      let family = try await desk.readers(of: desk.address(names: "Nunez"))
      #expect(family.readers.contains { $0.person == cast.director })
    }
  }

  @Test(arguments: Engine.available)
  func `a responder does not read their own concern`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let chair = desk.chair
      try await desk.raise("About my own nights.", desk.address(.named), by: chair)
      #expect(try await desk.list(chair) == [])
      #expect(try await desk.list(desk.cast.faculty).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `where all of a group are in conflict the group behind it reads`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let readers = try await desk.readers(of: desk.address(names: "Okafor and Frankson"))
      #expect(readers.isElsewhere && readers.group.id == desk.institution)
      #expect(readers.readers.map(\.person) == [desk.cast.adviser])
      try await desk.raise("Both of them.", desk.address(names: "Okafor and Frankson"))
      #expect(try await desk.list(desk.chair) == [])
      #expect(try await desk.list(desk.cast.adviser).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `where everybody is in conflict it is kept, and the official learns that one waits`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let address = desk.address(.named, names: "Okafor, Frankson, Alexson")
      let code = try await desk.raise("All of them.", address, by: desk.cast.trainee)
      #expect(try await desk.written(code).entries.count == 1)
      let told = try await desk.texts(
        """
        SELECT person FROM notice
        WHERE kind = 'concern' AND sentence LIKE '%nobody of%' ESCAPE '!'
        """)
      #expect(told == [desk.cast.dio.text])
    }
  }

  @Test(arguments: Engine.available)
  func `who was in conflict is not let read by another responder or by the sheet`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("About the chair.", desk.address(names: "Okafor"))
      let (world, council, chair) = (desk.world, desk.council, desk.chair)
      let session = desk.session(desk.cast.faculty)
      let count = try await desk.stage.act(as: desk.cast.faculty) { viewer, writer in
        let key = try UnlockedKey.current(of: viewer, in: session, reader: writer)
        guard let key else { throw ConcernRefusal.locked }
        return try KeySharing(of: council, from: key, in: world)
          .letRead(chair, by: viewer, writer: writer)
      }
      #expect(count == 0)
      let sheet = try await desk.drawSheet(of: council, by: desk.cast.faculty)
      let viewer = try await desk.stage.see(as: chair) { viewer, _ in viewer }
      let used = try await RecoverySheet.use(
        typed: sheet.code.text, for: council, by: viewer, in: world, desk.store)
      #expect(used == 0)
      #expect(try await desk.list(chair) == [])
    }
  }
}
