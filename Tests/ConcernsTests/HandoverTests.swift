import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct HandoverTests {
  @Test(arguments: Engine.available)
  func `a confidential concern goes to others only when its writer agrees`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let trainee = desk.cast.trainee
      let code = try await desk.raise(
        "Nights.", desk.address(.confidential), by: trainee)
      let id = try await desk.written(code).concern.id
      try await desk.offer(id, to: desk.institution)
      #expect(try await desk.list(desk.cast.adviser).isEmpty)
      #expect(try await desk.list(desk.chair).map(\.id) == [id])
      #expect(try await desk.consent(false, behind: code))
      #expect(try await desk.list(desk.cast.adviser).isEmpty)
      #expect(try await desk.written(code).concern.offeredGroup == nil)

      try await desk.offer(id, to: desk.institution)
      #expect(try await desk.consent(true, behind: code))
      #expect(try await desk.list(desk.chair).isEmpty)
      #expect(try await desk.list(desk.cast.faculty).isEmpty)
      let opened = try await desk.open(id, as: desk.cast.adviser)
      #expect(opened.writer?.person == trainee)
      #expect(opened.entries.map(\.content.text).first == "Nights.")
      #expect(opened.entries.last?.content.text == "You may hand it over.")
      await #expect(throws: Absent.self) { try await desk.open(id, as: desk.chair) }
      // What they had is gone with it: keys of the council open nothing of it.
      #expect(try await desk.texts("SELECT key_id FROM concern_key").count == 2)
      #expect(try await desk.written(code).entries.count == 5)
    }
  }

  @Test(arguments: Engine.available)
  func `a writer who saw other names is asked again`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.")
      let id = try await desk.written(code).concern.id
      try await desk.offer(id, to: desk.institution)
      await #expect(throws: ConcernRefusal.readersChanged) {
        try await desk.consent(true, behind: code, seen: "something else")
      }
      #expect(try await desk.list(desk.chair).map(\.id) == [id])
      #expect(try await desk.written(code).entries.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a named concern is handed over at once, and never to whom it is about`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let world = desk.world
      let code = try await desk.raise("Nights.", desk.address(.named), by: desk.cast.trainee)
      let id = try await desk.written(code).concern.id
      let institution = desk.institution
      try await desk.handle(id, as: desk.chair) { concern, viewer, writer in
        let isDone = try concern.handOver(
          to: institution.text, because: "They can mend it.", by: viewer, in: world, writer: writer)
        #expect(isDone)
      }
      #expect(try await desk.list(desk.cast.adviser).map(\.id) == [id])
      #expect(try await desk.list(desk.chair).isEmpty)

      let about = try await desk.raise(
        "About the ombudsperson.", desk.address(.named, names: try await desk.adviserName()),
        by: desk.cast.trainee)
      let other = try await desk.written(about).concern.id
      try await desk.handle(other, as: desk.chair) { concern, viewer, writer in
        #expect(throws: ConcernRefusal.nobodyThere) {
          try concern.handOver(
            to: institution.text, because: "They can mend it.", by: viewer, in: world,
            writer: writer)
        }
      }
      #expect(try await desk.list(desk.cast.adviser).map(\.id) == [id])
    }
  }
}

extension Desk {
  fileprivate func adviserName() async throws -> String {
    try await texts("SELECT family_name FROM person WHERE id = \(cast.adviser)")[0]
  }

  fileprivate func offer(_ id: ID<Concern>, to group: ID<HandlingGroup>) async throws {
    let world = world
    try await handle(id, as: chair) { concern, viewer, writer in
      let isDone = try concern.handOver(
        to: group.text, because: "They can mend it.", by: viewer, in: world, writer: writer)
      #expect(!isDone)
    }
  }

  /// Answers as whoever has the code, having seen the names that the page shows.
  @discardableResult
  fileprivate func consent(
    _ agrees: Bool, behind code: ConcernCode, seen: String? = nil
  ) async throws -> Bool {
    let world = world
    try await stage.act(as: nil) { viewer, writer in
      let offer = try WrittenConcern.open(code, reader: writer)
        .offer(viewer: viewer, reader: writer)
      try WrittenConcern.consent(
        .init(agrees: agrees, seen: seen ?? offer?.readers.digest ?? ""), behind: code, by: viewer,
        in: world,
        writer: writer)
    }
    return true
  }
}
