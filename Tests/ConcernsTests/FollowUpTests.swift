import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Asking whether someone was treated worse since.
@Suite struct FollowUpTests {
  @Test(arguments: Engine.available)
  func `it is asked on days 30, 90 and 180, each until it is answered`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.", on: TestWorld.today)
      func due(_ days: Int) async throws -> Int? {
        FollowUp.due(
          try await desk.written(code).concern, on: TestWorld.today.adding(days: days))
      }
      #expect(try await due(29) == nil)
      #expect(try await due(30) == 30)
      #expect(try await due(95) == 90)
      for typed in ["30", "31", "", "30"] {
        try await desk.store.write {
          try FollowUp.put(off: typed, behind: code, writer: $0)
        }
      }
      #expect(try await due(89) == nil)
      #expect(try await due(90) == 90)
      #expect(try await due(1000) == 180)
    }
  }

  @Test(arguments: Engine.available)
  func `a yes is an urgent concern with the same name, unknown to those who read the first`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let trainee = desk.cast.trainee
      let code = try await desk.raise("Nights.", desk.address(.named), by: trainee)
      let first = try await desk.written(code).concern.id
      // The chair retaliates, and is named.
      var address = desk.address(.named, names: "Okafor")
      address.group = desk.council
      let later = TestWorld.today.adding(days: 31)
      let seen = try await desk.readers(of: address, writer: trainee).digest
      let following = ConcernCode(in: desk.world)
      let draft = ConcernDraft(address: address, text: "Since then I have every weekend.")
      let world = desk.world
      try await desk.stage.act(as: nil, on: later) { viewer, writer in
        try Concern.raise(
          SentConcern(draft, code: following, seen: seen, following: code), by: viewer,
          in: world, writer: writer)
      }
      let second = try await desk.written(following)
      #expect(second.concern.isUrgent)
      #expect(second.concern.follows == first)
      #expect(second.author == trainee)
      #expect(FollowUp.due(try await desk.written(code).concern, on: later) == nil)
      #expect(try await desk.list(desk.chair).map(\.id) == [first])
      let opened = try await desk.open(first, as: desk.chair)
      let related = try await desk.stage.see(as: desk.chair) {
        try RelatedConcerns(opened, viewer: $0, reader: $1)
      }
      #expect(related.followers.isEmpty)
      let other = try await desk.open(second.concern.id, as: desk.cast.faculty)
      let seenByFaculty = try await desk.stage.see(as: desk.cast.faculty) {
        try RelatedConcerns(other, viewer: $0, reader: $1)
      }
      #expect(seenByFaculty.follows.map(\.id) == [first])
    }
  }
}
