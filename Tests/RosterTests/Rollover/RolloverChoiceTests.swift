import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// What the office chooses against the usual, and that it is kept.
@Suite struct RolloverChoiceTests {
  @Test(arguments: Engine.available)
  func `one who is left out stays, and one who began in winter goes up when ticked`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      let winter = try await stage.add("Winter", 1, ("2026-01-15", "2029-01-14"))
      try await stage.choose(false, cast.training, in: .up)
      try await stage.choose(true, winter, in: .offCycle)
      #expect(
        try await stage.plan() == ["Núñez: up", "Okafor: away, taken", "Winter: off_cycle, taken"])
      try await stage.run()
      let levels = [
        try await stage.appointment(cast.training).level,
        try await stage.appointment(winter).level,
      ]
      #expect(levels == [2, 2])
    }
  }

  @Test(arguments: Engine.available)
  func `a choice that is taken back leaves nothing`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      try await stage.choose(false, stage.stage.cast.training, in: .up)
      try await stage.choose(true, stage.stage.cast.training, in: .up)
      #expect(try await stage.plan() == ["Núñez: up, taken", "Okafor: away, taken"])
      let kept = try await stage.stage.store.read {
        try $0.number("SELECT count(*) FROM rollover_choice")
      }
      #expect(kept == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a whole group is taken with one choice, and single ones can be left out after it`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      let one = try await stage.add("One", 1, ("2026-07-01", "2027-06-30"))
      try await stage.add("Two", 2, ("2026-07-01", "2027-06-30"))
      try await stage.choose(true, one, in: .renewal)
      try await stage.stage.act(as: cast.office, on: stage.today) { viewer, writer in
        try RolloverChoice(in: .renewal, to: stage.year).takeAll(
          true, by: viewer, in: stage.stage.world, writer: writer)
      }
      try await stage.choose(false, one, in: .renewal)
      let plan = try await stage.plan().filter { $0.contains("renewal") }
      #expect(plan == ["One: renewal", "Two: renewal, taken"])
    }
  }

  @Test(arguments: Engine.available)
  func `a choice means nothing once the person is in another group`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.choose(false, cast.training, in: .up)
      try await stage.stage.act(as: cast.office, on: day("2027-06-20")) { viewer, writer in
        var draft = AppointmentDraft(try Appointment.find(cast.training, in: writer))
        draft.standing = .leave
        try Appointment.edit(cast.training, draft, by: viewer, writer: writer)
      }
      #expect(try await stage.plan() == ["Núñez: away, taken", "Okafor: away, taken"])
    }
  }

  @Test(arguments: Engine.available)
  func `a renewal ends no later than its program`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let yearly = try await stage.add("Yearly", 1, ("2026-07-01", "2027-06-30"))
      let program = stage.stage.cast.internalMedicine
      try await stage.stage.store.write { writer in
        try writer.execute(
          "UPDATE program SET closed_on = '2027-12-31' WHERE id = \(program)")
      }
      try await stage.choose(true, yearly, in: .renewal)
      try await stage.run()
      #expect(try await stage.appointment(yearly).endsOn == day("2027-12-31"))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is renewed does not leave, and who is not does`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let one = try await stage.add("One", 1, ("2026-07-01", "2027-06-30"))
      try await stage.add("Two", 2, ("2026-07-01", "2027-06-30"))
      try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      try await stage.choose(true, one, in: .renewal)
      let before = try await stage.leavers()
      try await stage.run()
      #expect(before == ["Test Final", "Test Two"])
      #expect(try await stage.leavers() == before)
    }
  }
}

extension RolloverStage {
  /// The names of those who leave, as the rollover stands.
  fileprivate func leavers() async throws -> [String] {
    try await stage.see(as: stage.cast.office, on: today) { [year] viewer, reader in
      let rollover = try Rollover.to(year, viewer: viewer, reader: reader)
      return try reader.rows(
        """
        SELECT name FROM directory_entry WHERE person_id IN (\(rollover.leavers)) ORDER BY name
        """
      ).map { try $0.text("name") }
    }
  }
}
