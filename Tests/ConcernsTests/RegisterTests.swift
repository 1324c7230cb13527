import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// You said, we did: what everybody reads, and how it comes to stand there.
@Suite struct RegisterTests {
  @Test(arguments: Engine.available)
  func `words are published by a second reader, after the time to object`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (id, code) = try await desk.summarized()
      #expect(try await desk.written(code).summary?.words.said == "Nights are too short.")
      #expect(try await desk.register().isEmpty)
      await #expect(throws: ConcernRefusal.mayStillObject(until: day("2026-11-16"))) {
        try await desk.publish(id, as: desk.cast.faculty, on: "2026-11-16")
      }
      await #expect(throws: ConcernRefusal.notYourOwnToPublish) {
        try await desk.publish(id, as: desk.chair, on: "2026-11-17")
      }
      try await desk.publish(id, as: desk.cast.faculty, on: "2026-11-17")
      let entry = try await desk.register()[0]
      #expect(entry.said == "Nights are too short.")
      #expect(entry.done == "A float covers them.")
      #expect((entry.month, entry.categoryName) == ("2026-11", "Workload"))
      #expect(try await desk.register("FLOAT nigh").count == 1)
      #expect(try await desk.register("float pager").isEmpty)
      #expect(try await desk.stage.see(as: nil) { try Self.list($0, $1) }.isEmpty)
      // Nothing leads from the entry to the concern.
      #expect(entry.id.text != id.text)
      let world = desk.world
      try await desk.handle(id, as: desk.chair) {
        try $0.withdraw(by: $1, in: world, writer: $2)
      }
      #expect(try await desk.register().isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a writer who agrees lets it be published at once, one who objects keeps it back`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (id, code) = try await desk.summarized()
      let world = desk.world
      try await desk.store.write { writer in
        try WrittenConcern.object(
          "It points to me.", behind: code, on: TestWorld.today, in: world, writer: writer)
      }
      await #expect(throws: ConcernRefusal.wrongState) {
        try await desk.publish(id, as: desk.cast.faculty, on: "2026-12-24")
      }
      let opened = try await desk.open(id, as: desk.cast.faculty)
      #expect(opened.entries.last?.content.text == "It points to me.")
      try await desk.propose(id, as: desk.cast.faculty)
      try await desk.store.write {
        try WrittenConcern.agree(behind: code, on: TestWorld.today, writer: $0)
      }
      await #expect(throws: ConcernRefusal.wrongState) {
        try await desk.store.write {
          try WrittenConcern.agree(behind: code, on: TestWorld.today, writer: $0)
        }
      }
      try await desk.publish(id, as: desk.chair, on: "2026-11-02")
      #expect(try await desk.register().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `what an anonymous writer agreed to is written anew in the morning`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let (_, code) = try await desk.summarized()
      try await desk.morning(after: "2026-11-02")
      try await desk.store.write {
        try WrittenConcern.agree(behind: code, on: day("2026-11-03"), writer: $0)
      }
      let unsettled: SQLQuery = "SELECT state FROM concern_summary WHERE NOT is_settled"
      #expect(try await desk.texts(unsettled) == ["agreed"])
      try await desk.morning(after: "2026-11-03")
      #expect(try await desk.texts(unsettled) == [])
      let written = try await desk.written(code)
      #expect(written.summary?.state == .agreed)
      #expect(written.entries.count == 2)
    }
  }

  static func list(_ viewer: Viewer, _ reader: any SQLReader) throws -> [RegisterEntry] {
    try RegisterEntry.list(RegisterQuery(), at: .start, viewer: viewer, reader: reader).entries
  }
}

extension Desk {
  /// A resolved concern for which the chair proposed words.
  fileprivate func summarized() async throws -> (ID<Concern>, ConcernCode) {
    let code = try await raise("Nights, on ward six, since Dr. Nobody came.")
    let (id, world) = (try await written(code).concern.id, world)
    try await handle(id, as: chair) {
      try $0.resolve("A float covers them.", by: $1, in: world, writer: $2)
    }
    try await propose(id, as: chair)
    return (id, code)
  }

  fileprivate func propose(_ id: ID<Concern>, as person: PersonID) async throws {
    let world = world
    try await handle(id, as: person) { concern, viewer, writer in
      try concern.summarize(
        .init(said: "Nights are too short.", done: "A float covers them."), by: viewer,
        in: world, writer: writer)
    }
  }

  fileprivate func publish(
    _ id: ID<Concern>, as person: PersonID, on text: String
  ) async throws {
    let world = world
    try await handle(id, as: person, on: day(text)) {
      try $0.publish(by: $1, in: world, writer: $2)
    }
  }

  fileprivate func register(_ text: String = "") async throws -> [RegisterEntry] {
    try await stage.see(as: cast.trainee) { viewer, reader in
      try RegisterEntry.list(
        RegisterQuery(text: text), at: .start, viewer: viewer, reader: reader
      ).entries
    }
  }
}
