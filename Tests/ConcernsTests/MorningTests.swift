import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct MorningTests {
  @Test(arguments: Engine.available)
  func `responders hear of an anonymous concern the morning after, and once`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.raise("Nights.")
      let told: SQLQuery =
        """
        SELECT person FROM notice
        WHERE sentence LIKE 'There is something new%' ESCAPE '!' ORDER BY person
        """
      #expect(try await desk.texts(told) == [])
      var morning = desk.world
      #expect(try await ConcernNight.pass(in: morning, desk.store) == 0)
      morning.now = { TestWorld.now.adding(seconds: 86_400) }
      #expect(try await ConcernNight.pass(in: morning, desk.store) == 2)
      #expect(try await ConcernNight.pass(in: morning, desk.store) == 0)
      #expect(
        try await desk.texts(told) == [desk.chair, desk.cast.faculty].map(\.text).sorted())
    }
  }

  @Test(arguments: Engine.available)
  func `by the morning the rows of a day lie in an order that is not that of writing`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      var codes: [ConcernCode] = []
      for number in 1...40 { codes.append(try await desk.raise("Concern \(number)")) }
      let order: SQLQuery =
        engine == .sqlite
        ? "SELECT id FROM concern ORDER BY rowid" : "SELECT id FROM concern ORDER BY ctid"
      let written = try await desk.texts(order)
      var morning = desk.world
      morning.now = { TestWorld.now.adding(seconds: 86_400) }
      _ = try await ConcernNight.pass(in: morning, desk.store)
      let rewritten = try await desk.texts(order)
      #expect(written != written.sorted())
      #expect(rewritten == written.sorted())
      if engine == .postgres {
        #expect(
          try await desk.texts(
            "SELECT DISTINCT xmin::text FROM concern UNION SELECT xmin::text FROM concern_entry"
          )
          .count == 1)
      }
      for (number, code) in codes.enumerated() {
        let text = try await desk.written(code).entries.map(\.content.text)
        #expect(text == ["Concern \(number + 1)"])
      }
      #expect(try await desk.list(desk.chair).count == 40)
    }
  }
}
