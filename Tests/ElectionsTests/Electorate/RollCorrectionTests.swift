import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Corrections of a roll.
@Suite struct RollCorrectionTests {
  private func ask(
    _ person: PersonID, _ id: ElectionID, at now: Instant, in ward: Ward
  ) async throws -> ID<RollCorrection> {
    let world = ward.stage.world
    return try await ward.act(as: person, at: now) { viewer, writer in
      try RollCorrection.ask("I train here.", in: id, by: viewer, at: world, writer: writer)
    }
  }

  private func rule(
    _ id: ID<RollCorrection>, _ decision: RollCorrection.Decision, by person: PersonID,
    at now: Instant, in ward: Ward
  ) async throws {
    let world = ward.stage.world
    try await ward.act(as: person, at: now) { viewer, writer in
      try RollCorrection.rule(
        id, decision, by: viewer, in: world, writer: writer)
    }
  }

  private func figures(_ id: ElectionID, in ward: Ward) async throws -> RollFigures {
    try await ward.see(as: ward.lee) { viewer, reader in
      try RollFigures.of(
        try Election.find(id, viewer: viewer, reader: reader), reader: reader)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is added before the opening is on the roll, and all see how many were`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let asked = try await ask(ward.pat, id, at: Ward.nominating, in: ward)
      #expect(try await figures(id, in: ward).waiting == 1)
      try await rule(asked, .init(.added), by: ward.officer, at: Ward.nominating, in: ward)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      try await ward.open(id)
      let roll = try await ward.roll(id)
      expectNoDifference(
        roll,
        ["Chidi Doe", "Kim Doe", "Lee Doe", "Pat Doe (added)", "Sam Okafor", "Tess Núñez"])
      let seen = try await figures(id, in: ward)
      #expect((seen.count, seen.added, seen.refused, seen.waiting) == (6, 1, 0, 0))
    }
  }

  @Test(arguments: Engine.available)
  func `while voting is open an addition holds at once, and after it nobody is added`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.opened()
      let asked = try await ask(ward.pat, id, at: Ward.voting, in: ward)
      let late = await refusalCode {
        try await rule(asked, .init(.added), by: ward.officer, at: Ward.after, in: ward)
      }
      #expect(late == "roll-is-closed")
      try await rule(asked, .init(.added), by: ward.officer, at: Ward.voting, in: ward)
      #expect(try await ward.roll(id).contains("Pat Doe (added)"))
      let again = await refusalCode {
        try await rule(
          asked, .init(.refused, saying: "No."), by: ward.officer, at: Ward.voting, in: ward)
      }
      #expect(again == "ruled-already")
      let tooLate = await refusalCode {
        _ = try await ask(ward.cast.adviser, id, at: Ward.after, in: ward)
      }
      #expect(tooLate == "roll-is-closed")
    }
  }

  @Test(arguments: Engine.available)
  func `the election officer alone rules and reads, with a reason for a no`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let asked = try await ask(ward.pat, id, at: Ward.nominating, in: ward)
      for person in [ward.chief, ward.cast.office, ward.cast.administrator, ward.pat] {
        let said = await refusalCode {
          try await rule(asked, .init(.added), by: person, at: Ward.nominating, in: ward)
        }
        #expect(said == "absent")
        let read = await refusalCode {
          _ = try await ward.see(as: person) {
            try RollCorrection.all(of: id, viewer: $0, reader: $1)
          }
        }
        #expect(read == "only-election-officer")
      }
      let bare = await refusalCode {
        try await rule(asked, .init(.refused), by: ward.officer, at: Ward.nominating, in: ward)
      }
      #expect(bare == "reason")
      try await rule(
        asked, .init(.refused, saying: "Not of this council."), by: ward.officer,
        at: Ward.nominating,
        in: ward)
      let own = try await ward.see(as: ward.pat) {
        try RollCorrection.own(of: id, viewer: $0, reader: $1)
      }
      #expect(own.map(\.reason) == ["Not of this council."])
    }
  }

  @Test(arguments: Engine.available)
  func `the trail does not say who was left out`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let before = try await ward.stage.lastAct()
      let asked = try await ask(ward.pat, id, at: Ward.nominating, in: ward)
      try await rule(asked, .init(.added), by: ward.officer, at: Ward.nominating, in: ward)
      let trail = try await ward.stage.store.read { reader in
        try reader.rows(
          "SELECT act, subject_kind, actor, detail FROM audit_entry WHERE number > \(before)"
        ).map { row in
          [
            try row.text("act"), try row.text("subject_kind"), try row.text("actor"),
            try row.text("detail"),
          ]
        }
      }
      expectNoDifference(
        trail, [["election.roll_corrected", "election", ward.officer.text, "someone added"]])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is on the roll has nothing to correct, and one asks once`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let lee = await refusalCode { _ = try await ask(ward.lee, id, at: Ward.nominating, in: ward) }
      #expect(lee == "on-roll-already")
      _ = try await ask(ward.pat, id, at: Ward.nominating, in: ward)
      let pat = await refusalCode { _ = try await ask(ward.pat, id, at: Ward.nominating, in: ward) }
      #expect(pat == "asked-already")
    }
  }
}
