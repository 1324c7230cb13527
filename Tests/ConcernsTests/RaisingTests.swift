import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct RaisingTests {
  @Test(arguments: Engine.available)
  func `an anonymous concern is read by the responders and by whoever has its code`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights are too short.")
      let listed = try await desk.list(desk.chair)
      #expect(listed.map(\.categoryName) == ["Workload"])
      for responder in [desk.chair, desk.cast.faculty] {
        let opened = try await desk.open(listed[0].id, as: responder)
        #expect(opened.entries.map(\.content.text) == ["Nights are too short."])
        #expect(opened.writer == nil)
      }
      let written = try await desk.written(code)
      #expect(written.entries.map(\.content.text) == ["Nights are too short."])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody else finds that there is a concern`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights are too short.", desk.address(.named), by: desk.cast.trainee)
      let id = try await desk.list(desk.chair)[0].id
      let responders = [desk.chair, desk.cast.faculty]
      for (role, person) in desk.cast.viewers where !responders.contains(where: { $0 == person }) {
        #expect(try await desk.list(person) == [], "\(role)")
        let counts = try await desk.stage.see(as: person) {
          try Concern.counts(viewer: $0, reader: $1).open
        }
        #expect(counts == 0, "\(role)")
        await #expect(throws: Absent.self, "\(role)") {
          try await desk.stage.see(as: person) { try Concern.find(id, viewer: $0, reader: $1) }
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the same form sent twice is one concern`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let code = ConcernCode(in: desk.world)
      let draft = ConcernDraft(address: desk.address(), text: "Twice.")
      let seen = try await desk.readers(of: draft.address).digest
      let world = desk.world
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...4 {
          group.addTask {
            try await desk.stage.act(as: nil) { viewer, writer in
              try Concern.raise(
                SentConcern(draft, code: code, seen: seen), by: viewer, in: world, writer: writer)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await desk.list(desk.chair).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `where the readers have changed since the page was shown nothing is kept`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let draft = ConcernDraft(address: desk.address(), text: "Who reads?")
      let seen = try await desk.readers(of: draft.address).digest
      try await desk.stage.act(as: desk.chair) { viewer, writer in
        let own = try Responder.own(viewer: viewer, reader: writer)[0]
        try Responder.end(own.id, by: viewer, writer: writer)
      }
      let (world, code) = (desk.world, ConcernCode(in: desk.world))
      await #expect(throws: ConcernRefusal.readersChanged) {
        try await desk.stage.act(as: nil) { viewer, writer in
          try Concern.raise(
            SentConcern(draft, code: code, seen: seen), by: viewer, in: world, writer: writer)
        }
      }
      #expect(try await desk.list(desk.cast.faculty) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `an anonymous concern leaves no person, notice, job or audit entry behind it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let before = try await AllRows(desk.store)
      try await desk.raise("Nobody knows me.", by: nil)
      let changed = try await AllRows(desk.store).tables(changedSince: before)
      #expect(changed == ["concern", "concern_entry", "concern_key"])
      #expect(
        try await desk.texts("SELECT raised_on FROM concern") == [TestWorld.today.text])
    }
  }

  @Test(arguments: Engine.available)
  func `what is written stands nowhere in the clear`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise(
        "Quicksilver nights.", desk.address(.confidential, names: "Dr. Zebulon"),
        by: desk.cast.trainee)
      let id = try await desk.list(desk.chair)[0].id
      let world = desk.world
      try await desk.handle(id, as: desk.chair) { concern, viewer, writer in
        try concern.answer("Marmalade answer.", by: viewer, in: world, writer: writer)
        try concern.note("Tangerine note.", by: viewer, in: world, writer: writer)
      }
      let all = try await AllRows(desk.store).text()
      for word in ["Quicksilver", "Zebulon", "Marmalade", "Tangerine"] {
        #expect(!all.contains(word), "\(word)")
      }
      let concerns = try await AllRows(desk.store).text(
        of: ["concern", "concern_entry", "concern_key", "concern_act"])
      #expect(!concerns.contains(desk.cast.trainee.text))
      #expect(concerns.contains(desk.chair.text))
    }
  }
}
