import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// Into which group each appointment falls, and what is done with it unless someone chooses.
@Suite struct RolloverPlanTests {
  @Test(arguments: Engine.available)
  func `each appointment of the old year is in the group that its facts name`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      try await stage.add("Heldback", 3, ("2024-07-01", "2027-06-30"), .remediation)
      try await stage.add("Yearly", 1, ("2026-07-01", "2027-06-30"))
      try await stage.add("Winter", 1, ("2026-01-15", "2029-01-14"))
      try await stage.add("Oriented", 1, ("2026-06-20", "2029-06-30"))
      try await stage.add("New", 1, ("2027-06-21", "2030-06-30"))
      try await stage.add("Longer", 3, ("2024-07-01", "2027-09-30"))
      try await stage.add("Quiet", 1, ("2026-07-01", "2026-12-31"))
      try await stage.add("Away", 2, ("2025-07-01", "2028-06-30"), .leave)
      let expected = [
        "Away: away, taken", "Final: graduates, taken", "Heldback: held", "Longer: stays",
        "New: begins", "Núñez: up, taken", "Okafor: away, taken", "Oriented: up, taken",
        "Quiet: ended", "Winter: off_cycle", "Yearly: renewal",
      ]
      #expect(try await stage.plan() == expected)
    }
  }

  @Test(arguments: Engine.available)
  func `who has another appointment already is neither renewed nor graduated`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let (early, late) = (("2026-07-01", "2027-06-30"), ("2027-07-01", "2028-06-30"))
      for (family, level) in [("Yearly", 1), ("Chief", 3)] {
        let id = try await stage.add(family, level, early)
        let person = try await stage.appointment(id).person
        let cast = stage.stage.cast
        try await stage.stage.act(as: cast.office) { viewer, writer in
          try Appointment.add(
            .of(cast.internalMedicine, nil, level, late), to: person, by: viewer,
            in: stage.stage.world, writer: writer)
        }
      }
      let plan = try await stage.plan().filter { !$0.contains("taken") }
      #expect(plan == ["Chief: continued", "Yearly: continued"])
    }
  }

  @Test(arguments: Engine.available)
  func `without a final year the highest level of the program stands for it and is named`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      try await stage.setFinal(nil)
      try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      try await stage.add("Second", 2, ("2026-07-01", "2027-06-30"))
      #expect(
        try await stage.plan() == [
          "Final: graduates, taken", "Núñez: up, taken", "Okafor: away, taken",
          "Second: renewal",
        ])
      let cast = stage.stage.cast
      let finals = try await stage.stage.see(as: cast.office, on: stage.today) { viewer, reader in
        let rollover = try Rollover.to(stage.year, viewer: viewer, reader: reader)
        return try RolloverPlan(rollover, viewer: viewer).preview(with: [], reader).finals
      }
      #expect(
        finals == [
          RolloverPlan.ProposedFinal(
            program: cast.internalMedicine, name: "Internal Medicine", level: 3, people: 1),
          RolloverPlan.ProposedFinal(
            program: cast.generalSurgery, name: "General Surgery", level: 3, people: 0),
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is deactivated, or no trainee any more, is left alone`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.stage.store.write { writer in
        try writer.execute("UPDATE person SET capacity = 'faculty' WHERE id = \(cast.trainee)")
        try writer.execute(
          "UPDATE person SET deactivated_at = \(TestWorld.now) WHERE id = \(cast.other)")
      }
      #expect(try await stage.plan() == [])
    }
  }

  @Test(arguments: Engine.available)
  func `an academic year that begins elsewhere in the calendar is turned on its own day`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let start = try #require(AcademicYear.Start(month: 1, day: 1))
      let stage = stage.on("2028-01-01", of: AcademicYear(startYear: 2028, start: start))
      try await stage.add("January", 1, ("2027-01-10", "2029-12-31"))
      try await stage.add("December", 1, ("2026-12-15", "2029-12-31"))
      try await stage.add("Leap", 2, ("2026-01-01", "2028-02-29"))
      try await stage.add("Over", 3, ("2025-01-01", "2027-12-31"))
      #expect(
        try await stage.plan() == [
          "December: up, taken", "January: up, taken", "Leap: up, taken", "Núñez: off_cycle",
          "Okafor: off_cycle", "Over: graduates, taken", "Patel: off_cycle",
        ])
      let report = try await stage.run()
      #expect(report.raised == 3)
      #expect(report.graduated == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a year that ends on a leap day graduates those whose last day it is`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let start = try #require(AcademicYear.Start(month: 3, day: 1))
      let stage = stage.on("2028-03-01", of: AcademicYear(startYear: 2028, start: start))
      let final = try await stage.add("Leap", 3, ("2025-03-01", "2028-02-29"))
      try await stage.add("Yearly", 1, ("2027-03-01", "2028-02-29"))
      let plan = try await stage.plan()
      let chosen = plan.filter { !$0.contains("off_cycle") }
      #expect(chosen == ["Leap: graduates, taken", "Yearly: renewal"])
      try await stage.run()
      #expect(try await stage.appointment(final).standing == .graduated)
    }
  }

  @Test func `the first day comes with the institution's midnight, in summer time too`() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let rollover = Rollover(proposing: AcademicYear(startYear: 2027, start: .july1))
    let midnight = day("2027-07-01").instant(hour: 0, in: zone)
    #expect(midnight.text == "2027-07-01T04:00:00.000Z")
    #expect(!rollover.mayBegin(on: midnight.adding(seconds: -1).day(in: zone)))
    #expect(rollover.mayBegin(on: midnight.day(in: zone)))
  }

  @Test func `the office is reminded from thirty days before the first day`() {
    func year(_ text: String) -> Int {
      Rollover.yearAtHand(on: day(text), start: .july1).startYear
    }
    let days = ["2027-05-31", "2027-06-01", "2027-07-01", "2028-05-31", "2028-06-01"]
    let years: [Int] = days.map(year)
    #expect(years == [2026, 2027, 2027, 2027, 2028])
  }
}
