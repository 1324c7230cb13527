import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct RetentionTests {
  @Test(arguments: Engine.available)
  func `what a change erases is said before, and is what the morning erases`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let codes = try await desk.resolvedOn([
        "2025-10-31", "2025-11-03", "2026-08-01", "2026-11-01",
      ])
      try await desk.raise("Open.", on: day("2025-01-01"))
      let proposed = try await desk.policy(months: "12")
      let consequence = try await desk.stage.see(as: desk.cast.office) {
        try proposed.consequence(viewer: $0, reader: $1)
      }
      #expect(consequence == .init(nextMorning: 2, withinAYear: 2))
      try await desk.stage.act(as: desk.cast.office) {
        try proposed.keep(by: $0, writer: $1)
      }
      try await desk.morning(after: "2026-11-02")
      await #expect(throws: ConcernRefusal.erased(on: day("2026-11-03"))) {
        try await desk.written(codes[0])
      }
      await #expect(throws: ConcernRefusal.erased(on: day("2026-11-03"))) {
        try await desk.written(codes[1])
      }
      #expect(try await desk.written(codes[2]).concern.state == .resolved)
      #expect(try await desk.list(desk.chair).count == 1)
      #expect(try await desk.texts("SELECT id FROM concern").count == 3)
      #expect(
        try await desk.texts(
          """
          SELECT concern_id FROM concern_entry
          WHERE concern_id NOT IN (SELECT id FROM concern)
          """
        ) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `what is held stays, one concern or all of them`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let codes = try await desk.resolvedOn(["2024-01-02", "2024-01-03"])
      let held = try await desk.written(codes[0]).concern.id
      let world = desk.world
      try await desk.handle(held, as: desk.chair) {
        try $0.hold(true, "Counsel asked.", by: $1, in: world, writer: $2)
      }
      let policy = try await desk.policy(months: "1")
      try await desk.stage.act(as: desk.cast.office) { office, writer in
        try policy.keep(by: office, writer: writer)
        try ConcernPolicy.hold(true, because: "A court.", by: office, writer: writer)
      }
      try await desk.morning(after: "2026-11-02")
      #expect(try await desk.texts("SELECT id FROM concern").count == 2)
      try await desk.stage.act(as: desk.cast.office) { office, writer in
        try ConcernPolicy.hold(false, because: "It is over.", by: office, writer: writer)
      }
      try await desk.morning(after: "2026-11-03")
      #expect(try await desk.texts("SELECT id FROM concern") == [held.text])
      #expect(try await desk.written(codes[0]).entries.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `only the office changes how long concerns are kept`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let policy = try await desk.policy(months: "1")
      for person in [desk.chair, desk.cast.trainee, desk.cast.director] {
        await #expect(throws: Absent.self) {
          try await desk.stage.act(as: person) { try policy.keep(by: $0, writer: $1) }
        }
        await #expect(throws: Absent.self) {
          try await desk.stage.see(as: person) {
            try policy.consequence(viewer: $0, reader: $1)
          }
        }
      }
      #expect(throws: Problems.self) { try policy.changed { _ in "0" } }
    }
  }
}

extension Desk {
  fileprivate func policy(months: String) async throws -> ConcernPolicy {
    let policy = try await store.read { try ConcernPolicy(reader: $0) }
    return try policy.changed { $0 == ConcernPolicy.Field.months ? months : "10" }
  }

  /// Concerns that the chair resolved on some days.
  fileprivate func resolvedOn(_ days: [String]) async throws -> [ConcernCode] {
    var codes: [ConcernCode] = []
    let world = world
    for text in days {
      let code = try await raise("Until \(text).", on: day(text))
      try await handle(try await written(code).concern.id, as: chair, on: day(text)) {
        try $0.resolve("Done.", by: $1, in: world, writer: $2)
      }
      codes.append(code)
    }
    return codes
  }
}
