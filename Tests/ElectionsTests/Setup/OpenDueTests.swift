import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What happens when the time to vote comes.
@Suite struct OpenDueTests {
  private func world(_ ward: Ward, _ keys: any UrnKeys, at now: Instant) -> World {
    var world = ward.stage.world
    world.now = { now }
    world.urnKeys = keys
    return world
  }

  /// What the job does: how many it opened, and how many wait.
  private func openDue(_ world: World, _ ward: Ward) async throws -> [Int] {
    let (opened, waiting) = try await Election.openDue(in: world, ward.stage.store)
    return [opened, waiting]
  }

  private func told(_ ward: Ward) async throws -> [String] {
    try await ward.stage.store.read { reader in
      try reader.rows(
        """
        SELECT directory_entry.name AS name, sentence FROM notice
        JOIN directory_entry ON directory_entry.person_id = notice.person
        WHERE substr(sentence, 1, 8) = 'The time' ORDER BY notice.id
        """
      ).map { "\(try $0.text("name")): \(try $0.text("sentence"))" }
    }
  }

  @Test(arguments: Engine.available)
  func `at its set time an election opens by itself, and not a moment before`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let keys = MemoryUrnKeys()
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      #expect(try await openDue(world(ward, keys, at: Ward.between), ward) == [0, 0])
      #expect(keys.elections() == [])
      #expect(try await openDue(world(ward, keys, at: Ward.voting), ward) == [1, 0])
      let election = try await ward.election(id)
      #expect(election.state == .voting)
      #expect(election.openedAt == Ward.voting)
      #expect(try await ward.roll(id).count == 5)
      let key = try #require(election.publicKey)
      #expect(keys.seed(of: UrnKey(election: id.text, publicKey: key)) != nil)
      #expect(try await openDue(world(ward, keys, at: Ward.voting), ward) == [0, 0])
      #expect(try await told(ward) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `with something missing nothing opens, and its officers are told each thing once`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let keys = MemoryUrnKeys()
      let id = try await ward.announce(ward.draft)
      let now = world(ward, keys, at: Ward.voting)
      try await ward.stage.store.write { writer in
        try writer.execute("UPDATE election SET roll_on = '2026-11-14' WHERE id = \(id)")
      }
      for _ in 1...3 {
        #expect(try await openDue(now, ward) == [0, 1])
      }
      let told = try await told(ward)
      let sentence =
        "The time to vote in “Delegates 2026” has come, and voting is not open. The day of the "
        + "roll, November 14, 2026, has not come. Nobody stands. Give nominations more time, or "
        + "call the election off. It opens by itself once everything is there."
      expectNoDifference(
        told.sorted(), ["Chidi Doe: \(sentence)", "Frank Frankson: \(sentence)"])
      #expect(try await ward.election(id).state == .nominating)
      #expect(keys.elections() == [])
    }
  }

  @Test(arguments: Engine.available)
  func `what is mended opens by itself, and what is missing anew is told anew`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let keys = MemoryUrnKeys()
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      let (store, stage) = (ward.stage.store, ward.stage.world)
      let now = world(ward, keys, at: Ward.voting)
      try await ward.act(as: ward.lee, at: Ward.between) { viewer, writer in
        try Candidate.withdraw(from: id, by: viewer, in: stage, writer: writer)
      }
      #expect(try await openDue(now, ward) == [0, 1])
      #expect(try await told(ward).count == 2)
      try await store.write { writer in
        try writer.execute("UPDATE candidate SET state = 'withdrawn'")
      }
      #expect(try await openDue(now, ward) == [0, 1])
      #expect(try await told(ward).count == 4)
      try await store.write { writer in
        try writer.execute("UPDATE candidate SET state = 'accepted'")
      }
      #expect(try await openDue(now, ward) == [1, 0])
      #expect(try await told(ward).count == 4)
    }
  }

  @Test(arguments: Engine.available)
  func `without a place for its key an election stays shut, and its officers read why`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      let now = world(ward, NoUrnKeys(), at: Ward.voting)
      #expect(try await openDue(now, ward) == [0, 1])
      let obstacle = try #require(NoUrnKeys().obstacle)
      let sentences = try await told(ward)
      #expect(sentences.count == 2 && sentences.allSatisfy { $0.contains(obstacle) })
      #expect(try await ward.election(id).state == .nominating)
    }
  }
}
