import Councils
import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is elected to a seat that is still held takes it when it falls free.
@Suite struct WaitingSeatTests {
  /// Has people stand in an election of its own, and declares them elected without a vote.
  private func elect(_ people: [PersonID], _ ward: Ward) async throws -> ElectionID {
    let id = try await ward.announce(ward.draft)
    for person in people { try await ward.stand(person, in: id) }
    let world = ward.stage.world
    try await ward.act(as: ward.officer, at: Ward.between) { viewer, writer in
      _ = try Election.declareUncontested(id, by: viewer, in: world, writer: writer)
    }
    return id
  }

  private func elected(_ id: ElectionID, _ ward: Ward) async throws -> [String] {
    try await ward.see(as: ward.lee) { viewer, reader in
      try ElectedCandidate.withoutVote(in: id, viewer: viewer, reader: reader).map { one in
        "\(one.name): \(one.isSeated ? "seated" : one.waits ? "waits" : "not") \(one.obstacle)"
      }
    }
  }

  private func leave(_ person: PersonID, _ ward: Ward) async throws {
    let world = ward.stage.world
    try await ward.act(as: person, at: Ward.voting) { viewer, writer in
      let row = try writer.first(
        "SELECT id FROM seating WHERE person_id = \(person) AND ended_on IS NULL")
      try Seating.leave(
        try row?.id("id") ?? ID(stored: ""), by: viewer, in: world, writer: writer)
    }
  }

  /// What the job does on a day.
  private func settle(_ ward: Ward, at now: Instant) async throws -> Int {
    var world = ward.stage.world
    world.now = { now }
    return try await WaitingSeats.settle(in: world, ward.stage.store)
  }

  @Test(arguments: Engine.available)
  func `the winner waits while the seats are held, takes the one that falls free, and is told`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await elect([ward.lee, ward.kim], ward)
      let id = try await elect([ward.chief], ward)
      let first = try await elected(id, ward)
      let holders = ["Kim Doe", "Lee Doe"]
      #expect(
        holders.contains {
          first == ["Chidi Doe: waits \($0) holds this seat until June 30, 2027."]
        })
      #expect(try await settle(ward, at: Ward.voting) == 0)
      #expect(try await elected(id, ward) == first)
      try await leave(ward.lee, ward)
      #expect(try await settle(ward, at: Ward.after) == 1)
      #expect(try await elected(id, ward) == ["Chidi Doe: seated "])
      #expect(try await settle(ward, at: Ward.after) == 0)
      let seated = try await ward.stage.store.read { reader in
        try reader.rows(
          """
          SELECT starts_on, evidence FROM seating
          WHERE person_id = \(ward.chief) AND ended_on IS NULL
          """
        ).map { "\(try $0.text("starts_on")): \(try $0.text("evidence"))" }
      }
      #expect(seated == ["2026-11-16: Delegates 2026, elected without a vote"])
      let told = try await ward.stage.store.read { reader in
        try reader.number(
          """
          SELECT count(*) FROM notice WHERE person = \(ward.chief)
            AND sentence = 'The seat to which you were elected is free, and yours from today.'
          """)
      }
      #expect(told == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is elected again takes the next term when the own one is over`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await elect([ward.lee], ward)
      let id = try await elect([ward.lee], ward)
      #expect(
        try await elected(id, ward) == ["Lee Doe: waits Lee Doe has a seat of this sort already."])
      let (next, world) = (moment("2027-07-01T15:00:00.000Z"), ward.stage.world)
      try await ward.stage.store.write { writer in
        _ = try SeatSettling(on: day("2027-07-01"), at: next, in: world, writer).settle()
      }
      #expect(try await settle(ward, at: next) == 1)
      #expect(try await elected(id, ward) == ["Lee Doe: seated "])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever left in the meantime waits no more, and holds nobody up`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await elect([ward.lee, ward.kim], ward)
      let id = try await elect([ward.chief, ward.cast.trainee], ward)
      let gone = ward.chief
      try await ward.stage.store.write { writer in
        try writer.execute(
          "UPDATE appointment SET ends_on = '2026-11-10' WHERE person_id = \(gone)")
        try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(gone)")
      }
      try await leave(ward.kim, ward)
      #expect(try await settle(ward, at: Ward.after) == 1)
      let found = try await elected(id, ward)
      #expect(found.contains("Chidi Doe: not They are not here any more."))
      #expect(found.filter { $0.hasSuffix(": seated ") }.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `who stood keeps the name with the result, and is looked up by those who may alone`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await elect([ward.chief], ward)
      let gone = ward.chief
      try await ward.stage.store.write { writer in
        try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(gone)")
      }
      for (reader, isListed) in [(ward.lee, false), (ward.cast.office, true)] {
        let found = try await ward.see(as: reader) {
          try ElectedCandidate.withoutVote(in: id, viewer: $0, reader: $1)
        }
        #expect(found.map(\.name) == ["Chidi Doe"])
        #expect(found.map(\.isListed) == [isListed])
      }
    }
  }
}
