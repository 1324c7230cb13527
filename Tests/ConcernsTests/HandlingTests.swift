import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct HandlingTests {
  @Test(arguments: Engine.available)
  func `an answer reaches the writer, a note never does`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.")
      let id = try await desk.list(desk.chair)[0].id
      let world = desk.world
      try await desk.handle(id, as: desk.chair) { concern, viewer, writer in
        try concern.note("Ask nursing first.", by: viewer, in: world, writer: writer)
        try concern.answer("Which ward?", by: viewer, in: world, writer: writer)
      }
      let written = try await desk.written(code)
      #expect(written.entries.map(\.content.text) == ["Nights.", "Which ward?"])
      #expect(written.concern.state == .acknowledged)
      let opened = try await desk.open(id, as: desk.cast.faculty)
      #expect(
        opened.entries.map(\.content.text) == ["Nights.", "Ask nursing first.", "Which ward?"])
      #expect(opened.acts.map(\.act) == [.noted, .acknowledged, .answered])
      #expect(opened.acts.allSatisfy { $0.name == "Sam Okafor" })
    }
  }

  @Test(arguments: Engine.available)
  func `a reply opens what was resolved, and the same reply sent twice is one`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.")
      let id = try await desk.list(desk.chair)[0].id
      let world = desk.world
      try await desk.handle(id, as: desk.chair) { concern, viewer, writer in
        try concern.resolve("A float nurse was hired.", by: viewer, in: world, writer: writer)
      }
      #expect(try await desk.list(desk.chair, .resolved).map(\.id) == [id])
      for _ in 1...2 {
        try await desk.store.write { writer in
          try WrittenConcern.reply(
            "Only on weekdays.", behind: code, on: TestWorld.today, in: world, writer: writer)
        }
      }
      let open = try await desk.list(desk.chair)
      #expect(open.map(\.state) == [.acknowledged])
      #expect(try await desk.written(code).entries.count == 3)
      #expect(try await desk.open(id, as: desk.chair).awaitsAnswer)
    }
  }

  @Test(arguments: Engine.available)
  func `clocks count business days, stand still while paused, and turn overdue at a day's end`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      // A Friday; Monday the 30th is closed.
      let friday = day("2026-11-27")
      try await desk.store.write { writer in
        try writer.execute("INSERT INTO closed_day (day, name) VALUES ('2026-11-30', 'Holiday')")
      }
      try await desk.raise("Friday.", on: friday)
      let concern = try await desk.list(desk.chair)[0]
      #expect(concern.clock.acknowledgeBy == day("2026-12-02"))
      #expect(concern.clock.answerBy == day("2026-12-07"))
      #expect(!concern.isOverdue(on: day("2026-12-02")))
      #expect(concern.isOverdue(on: day("2026-12-03")))
      let world = desk.world
      try await desk.handle(concern.id, as: desk.chair, on: day("2026-12-01")) {
        try $0.pause("The writer is away.", by: $1, in: world, writer: $2)
      }
      let paused = try await desk.list(desk.chair)[0]
      #expect(!paused.isOverdue(on: day("2027-12-03")))
      try await desk.handle(concern.id, as: desk.chair, on: day("2026-12-08")) {
        try $0.resume(by: $1, writer: $2)
      }
      // Five business days later.
      let resumed = try await desk.list(desk.chair)[0]
      #expect(resumed.clock.acknowledgeBy == day("2026-12-09"))
      #expect(resumed.clock.answerBy == day("2026-12-14"))
    }
  }

  @Test(arguments: Engine.available)
  func `who is not here any more reads nothing, although nobody ended it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights.")
      let (chair, id) = (desk.chair, try await desk.list(desk.chair)[0].id)
      try await desk.store.write { writer in
        try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(chair)")
      }
      #expect(try await desk.list(chair) == [])
      await #expect(throws: Absent.self) { try await desk.open(id, as: chair) }
      let counts = try await desk.stage.see(as: chair) {
        (
          try Concern.counts(viewer: $0, reader: $1).open,
          try Responder.own(viewer: $0, reader: $1).count
        )
      }
      #expect(counts == (0, 0))
      #expect(try await desk.list(desk.cast.faculty).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a new responder reads once another one lets them, and no more once they stop`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights.")
      let (world, council, cast) = (desk.world, desk.council, desk.cast)
      try await desk.stage.act(as: cast.office) { office, writer in
        try Responder.name(
          .init(person: cast.trainee, title: "Vice chair"), in: council, by: office, at: world,
          writer: writer)
      }
      try await desk.makeKey(cast.trainee)
      #expect(try await desk.list(cast.trainee) == [])
      let session = desk.session(desk.chair)
      let (waiting, count) = try await desk.stage.act(as: desk.chair) { viewer, writer in
        let key = try UnlockedKey.current(of: viewer, in: session, reader: writer)
        guard let key else { throw ConcernRefusal.locked }
        let waiting = try KeySharing.waiting(in: council, viewer: viewer, reader: writer)
        return (
          waiting.map(\.person),
          try KeySharing(of: council, from: key, in: world)
            .letRead(cast.trainee, by: viewer, writer: writer)
        )
      }
      #expect(waiting.contains(cast.trainee) && count == 1)
      #expect(try await desk.list(cast.trainee).count == 1)
      try await desk.stage.act(as: cast.trainee) { viewer, writer in
        let own = try Responder.own(viewer: viewer, reader: writer)[0]
        try Responder.end(own.id, by: viewer, writer: writer)
      }
      #expect(try await desk.list(cast.trainee) == [])
      #expect(
        try await desk.store.read { reader in
          try reader.number(
            """
            SELECT count(*) FROM concern_key JOIN reading_key ON reading_key.id = key_id
            WHERE person_id = \(cast.trainee)
            """)
        } == 0)
    }
  }
}
