import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// What a rollover changes, and what it never does.
@Suite struct RolloverTests {
  @Test(arguments: Engine.available)
  func `everybody is as the preview said, in the directory too`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let final = try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      let yearly = try await stage.add("Yearly", 1, ("2026-07-01", "2027-06-30"))
      let winter = try await stage.add("Winter", 1, ("2026-01-15", "2029-01-14"))
      try await stage.choose(true, yearly, in: .renewal)
      let report = try await stage.run()
      #expect([report.raised, report.graduated, report.renewed] == [2, 1, 1])
      #expect(try await stage.appointment(stage.stage.cast.training).level == 3)
      let graduate = try await stage.appointment(final)
      #expect(graduate.standing == .graduated && graduate.level == 3)
      let renewed = try await stage.appointment(yearly)
      #expect(renewed.level == 2 && renewed.endsOn == day("2028-06-30"))
      #expect(try await stage.appointment(winter).level == 1)
      let listed = try await stage.stage.store.read { reader in
        try reader.rows(
          """
          SELECT sort_key, training_level, presence FROM directory_entry
          WHERE capacity = 'trainee' ORDER BY sort_key
          """
        ).map { row in
          let level = try row.integerOrNil("training_level") ?? 0
          return "\(try row.text("sort_key")) \(level) \(try row.text("presence"))"
        }
      }
      #expect(
        listed == [
          "final test 3 former", "larsen fay 3 former", "nunez tess 3 current",
          "okafor sam 4 current", "patel uma 1 upcoming", "winter test 1 current",
          "yearly test 2 current",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `who was raised since the first day, by hand or by a file, is not raised again`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.stage.act(as: cast.office, on: stage.today) { viewer, writer in
        let training = try Appointment.find(cast.training, in: writer)
        var draft = AppointmentDraft(training)
        draft.level = 3
        try Appointment.edit(cast.training, draft, by: viewer, writer: writer)
      }
      let plan = AppointmentPlan(
        AppointmentPlan.Wanted(
          program: cast.generalSurgery, site: nil, level: 4, standing: nil,
          startsOn: day("2024-07-01"), endsOn: day("2029-06-30"), today: stage.today),
        of: cast.other,
        among: [
          Appointment(
            id: ID(stored: "a"), person: cast.other, program: cast.generalSurgery, site: nil,
            level: 3, standing: .active, startsOn: day("2024-07-01"), endsOn: day("2029-06-30"))
        ], newID: { ID(stored: "b") })
      #expect(plan.meant.levelSince == stage.today)
      #expect(try await stage.plan() == ["Núñez: raised", "Okafor: away, taken"])
      #expect(try await stage.run().raised == 1)
      #expect(try await stage.appointment(cast.training).level == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `two years in a row take everybody up once each`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let first = try await stage.add("Long", 1, ("2026-07-01", "2029-06-30"))
      #expect(try await stage.run().raised == 3)
      let next = stage.on("2028-07-03", of: stage.year.next)
      let report = try await next.run()
      #expect([report.raised, report.graduated] == [3, 1])
      #expect(try await stage.appointment(first).level == 3)
      await #expect(throws: RolloverRefusal.laterDone(year: "2028–29")) {
        try await stage.undo()
      }
      try await next.undo()
      #expect(try await stage.appointment(first).level == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `before the first day it is refused and says when`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let early = stage.on("2027-06-30")
      let plan = try await early.plan()
      #expect(plan == ["Núñez: up, taken", "Okafor: away, taken"])
      await #expect(throws: RolloverRefusal.tooEarly(firstDay: day("2027-07-01"))) {
        try await early.run()
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a roster that changed since the preview is not turned`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let id = try await stage.confirm()
      try await stage.add("Late", 1, ("2026-07-01", "2029-06-30"))
      let before = try await stage.tables()
      await #expect(throws: RolloverRefusal.outdated) {
        try await Rollover.carryOut(id, on: try await stage.occasion())
      }
      #expect(try await stage.tables() == before)
      #expect(try await stage.run().raised == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `what another part would do is compared as well`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let id = try await stage.confirm()
      var company = RolloverCompany.nobody
      company.plan = { _, _ in ["a seat falls vacant"] }
      let other = company
      await #expect(throws: RolloverRefusal.outdated) {
        try await Rollover.carryOut(id, with: other, on: try await stage.occasion())
      }
    }
  }

  @Test(arguments: Engine.available)
  func `of two who confirm at once one turns the year and the other is told who did`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let id = try await stage.confirm()
      let occasion = try await stage.occasion()
      let refusals = try await withThrowingTaskGroup(of: RolloverRefusal?.self) { group in
        for _ in 0..<2 {
          group.addTask {
            do {
              try await Rollover.carryOut(id, on: occasion)
              return nil
            } catch let refusal as RolloverRefusal { return refusal }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(refusals.filter { $0 == nil }.count == 1)
      let told = RolloverRefusal.alreadyDone(year: "2027–28", by: "Olga Olgason")
      #expect(refusals.compactMap(\.self) == [told])
      #expect(try await stage.appointment(stage.stage.cast.training).level == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `only those who keep the roster may look, choose, confirm or undo`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      let id = try await stage.confirm()
      for person in [cast.dio, cast.director, cast.coordinator, cast.trainee, cast.faculty] {
        await #expect(throws: Absent.self) {
          try await stage.stage.see(as: person, on: stage.today) { viewer, reader in
            _ = try Rollover.to(stage.year, viewer: viewer, reader: reader)
          }
        }
        await #expect(throws: RosterRefusal.notAllowed) {
          try await stage.stage.act(as: person, on: stage.today) { viewer, writer in
            try RolloverChoice(in: .up, to: stage.year).take(
              [], among: [cast.training], by: viewer, in: stage.stage.world, writer: writer)
          }
        }
        await #expect(throws: RosterRefusal.notAllowed) {
          try await Rollover.carryOut(id, on: try await stage.occasion(as: person))
        }
        await #expect(throws: RosterRefusal.notAllowed) {
          try await Rollover.undo(id, on: try await stage.occasion(as: person))
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `each director is told once, with the counts of the new year`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      try await stage.run()
      let cast = stage.stage.cast
      let told = try await stage.stage.store.read { reader in
        try [cast.director, cast.surgeon].map { person in
          try Notice.list(for: person, before: nil, reader: reader)
            .filter { $0.kind == .roster }.map(\.sentence)
        }
      }
      let (medicine, surgery) = (
        "Your program in the new academic year 2027–28. Internal Medicine: 1 trainee, "
          + "1 of them a year up; 1 graduated.",
        "Your program in the new academic year 2027–28. General Surgery: 1 trainee, "
          + "1 of them a year up; 0 graduated."
      )
      #expect(told == [[medicine], [surgery]])
    }
  }
}
