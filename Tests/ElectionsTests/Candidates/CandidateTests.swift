import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Standing, being proposed, and what counts.
@Suite struct CandidateTests {
  private func propose(
    _ person: PersonID, in id: ElectionID, by proposer: PersonID, _ ward: Ward,
    at now: Instant = Ward.nominating
  ) async -> String? {
    let world = ward.stage.world
    return await refusalCode {
      try await ward.act(as: proposer, at: now) { viewer, writer in
        _ = try Candidate.propose(person, in: id, by: viewer, at: world, writer: writer)
      }
    }
  }

  private func standing(_ id: ElectionID, as person: PersonID, _ ward: Ward) async throws
    -> [String]
  {
    try await ward.see(as: person) { viewer, reader in
      try Candidate.standing(
        in: try Election.find(id, viewer: viewer, reader: reader), viewer: viewer, reader: reader
      ).map { "\($0.name): \($0.state.rawValue)" }
    }
  }

  @Test(arguments: Engine.available)
  func `a proposal counts only once the nominee accepts, and nobody else reads of it before`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      #expect(await propose(ward.kim, in: id, by: ward.lee, ward) == nil)
      for person in [ward.chief, ward.lee, ward.officer, ward.cast.office] {
        #expect(try await standing(id, as: person, ward) == [])
      }
      #expect(await propose(ward.kim, in: id, by: ward.chief, ward) == "proposed-already")
      try await ward.stand(ward.kim, in: id)
      #expect(try await standing(id, as: ward.lee, ward) == ["Kim Doe: accepted"])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever declines is told of to nobody, and the opening forgets it`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      #expect(await propose(ward.cast.trainee, in: id, by: ward.lee, ward) == nil)
      #expect(await propose(ward.cast.other, in: id, by: ward.lee, ward) == nil)
      try await ward.act(as: ward.cast.trainee, at: Ward.nominating) {
        try Candidate.decline(in: id, by: $0, writer: $1)
      }
      #expect(try await standing(id, as: ward.chief, ward).count == 3)
      try await ward.open(id)
      let rows = try await ward.stage.store.read {
        try $0.number("SELECT count(*) FROM candidate")
      }
      #expect(rows == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `a proposer cannot tell whose standing is not a good one`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let good = await propose(ward.kim, in: id, by: ward.lee, ward)
      let bad = await propose(ward.pat, in: id, by: ward.lee, ward)
      #expect(good == nil)
      #expect(bad == nil)
      let own = await refusalCode { try await ward.stand(ward.pat, in: id) }
      #expect(own == "cannot-stand")
      let listed = try await ward.see(as: ward.lee) {
        try Candidate.proposed(in: id, by: $0, reader: $1).map(\.state)
      }
      #expect(listed == [.proposed, .proposed])
    }
  }

  @Test(arguments: Engine.available)
  func `those who may vote propose those who train there, five at most`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      var draft = ward.draft
      draft.constituency = .program(ward.cast.internalMedicine)
      let id = try await ward.announce(draft)
      #expect(await propose(ward.chief, in: id, by: ward.kim, ward) == "not-an-elector")
      #expect(await propose(ward.chief, in: id, by: ward.pat, ward) == "not-an-elector")
      #expect(await propose(ward.kim, in: id, by: ward.lee, ward) == "not-of-place")
      #expect(await propose(ward.cast.director, in: id, by: ward.lee, ward) == "not-of-place")
      #expect(await propose(ward.lee, in: id, by: ward.lee, ward) == "person")
      #expect(await refusalCode { try await ward.stand(ward.kim, in: id) } == "cannot-stand")
    }
  }

  @Test(arguments: Engine.available)
  func `nobody stands outside of the window or after the opening`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let now = TestWorld.now
      let early = await refusalCode { try await ward.stand(ward.lee, in: id, at: now) }
      #expect(early == "nominations-closed")
      let end = moment("2026-11-08T22:00:00.000Z")
      let late = await refusalCode { try await ward.stand(ward.lee, in: id, at: end) }
      #expect(late == "nominations-closed")
      let last = end.adding(seconds: -1)
      for person in [ward.chief, ward.lee, ward.kim] {
        try await ward.stand(person, in: id, at: last)
      }
      try await ward.open(id)
      let after = await refusalCode { try await ward.stand(ward.cast.trainee, in: id) }
      #expect(after == "wrong-state")
    }
  }

  @Test(arguments: Engine.available)
  func `the election officer does not stand and is not proposed`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      var draft = ward.draft
      draft.officer = ward.kim
      let id = try await ward.announce(draft)
      let stands = await refusalCode { try await ward.stand(ward.kim, in: id) }
      #expect(stands == "officer-never-stands")
      #expect(await propose(ward.kim, in: id, by: ward.lee, ward) == "officer-never-stands")
    }
  }

  @Test(arguments: Engine.available)
  func `who withdraws before the opening is gone, and after it stays on the paper`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let world = ward.stage.world
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim, ward.cast.trainee] {
        try await ward.stand(person, in: id)
      }
      try await ward.act(as: ward.kim, at: Ward.nominating) {
        try Candidate.withdraw(from: id, by: $0, in: world, writer: $1)
      }
      #expect(try await standing(id, as: ward.lee, ward).count == 3)
      try await ward.open(id)
      try await ward.act(as: ward.lee, at: Ward.voting) {
        try Candidate.withdraw(from: id, by: $0, in: world, writer: $1)
      }
      #expect(
        try await standing(id, as: ward.chief, ward).sorted() == [
          "Chidi Doe: accepted", "Lee Doe: withdrawn", "Tess Núñez: accepted",
        ])
      let again = await refusalCode {
        try await ward.act(as: ward.lee, at: Ward.voting) {
          try Candidate.withdraw(from: id, by: $0, in: world, writer: $1)
        }
      }
      #expect(again == "absent")
    }
  }

  @Test(arguments: Engine.available)
  func `of an acceptance and an opening at once, the paper has all who stand`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      // The window closes between the moment of the one request and that of the other.
      let last = moment("2026-11-08T21:59:59.999Z")
      async let stands = refusalCode {
        try await ward.stand(ward.cast.trainee, in: id, at: last)
      }
      async let opens = refusalCode { try await ward.open(id) }
      let (stood, opened) = await (stands, opens)
      #expect(opened == nil)
      let names = try await standing(id, as: ward.lee, ward)
      #expect(names.count == (stood == nil ? 4 : 3))
      #expect(stood == nil || stood == "wrong-state")
      let positions = try await ward.stage.store.read { reader in
        try reader.rows("SELECT position FROM candidate WHERE state = 'accepted' ORDER BY position")
          .map { try $0.integer("position") }
      }
      #expect(positions == Array(1...names.count))
    }
  }
}
