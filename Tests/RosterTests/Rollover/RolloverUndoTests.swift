import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// The way back from a rollover, and what stands in it.
@Suite struct RolloverUndoTests {
  @Test(arguments: Engine.available)
  func `after an undo every table is as it was before`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      try await stage.add("Final", 3, ("2024-07-01", "2027-06-30"))
      let yearly = try await stage.add("Yearly", 1, ("2026-07-01", "2027-06-30"))
      try await stage.stage.store.write { try Directory.turnDay(stage.today, in: $0) }
      let before = try await stage.tables()
      try await stage.choose(true, yearly, in: .renewal)
      #expect(try await stage.run().changed == 4)
      #expect(try await stage.tables() != before)
      try await stage.undo()
      #expect(try await stage.tables() == before)
      #expect(
        try await stage.stage.acts().suffix(2) == [
          "rollover.done: 2027–28: 2 went up a year, 1 graduated, 1 renewed.",
          "rollover.undone: 2027–28",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `an undone rollover can be done again`(engine: Engine) async throws {
    try await withRollover(engine) { stage in
      let report = try await stage.run()
      try await stage.undo()
      await #expect(throws: RolloverRefusal.notDone) { try await stage.undoLast() }
      #expect(try await stage.run() == report)
      #expect(try await stage.appointment(stage.stage.cast.training).level == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `an appointment that was edited since stands in the way and is named`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.run()
      try await stage.stage.act(as: cast.office, on: stage.today) { viewer, writer in
        try Appointment.end(
          cast.training, AppointmentEnding(lastDay: day("2027-12-31"), standing: .withdrawn),
          by: viewer, writer: writer)
      }
      await #expect(
        throws: RolloverRefusal.builtUpon(["Tess Núñez has a changed appointment."])
      ) { try await stage.undo() }
    }
  }

  @Test(arguments: Engine.available)
  func `a standing that was decided before and came with its day does not stand in the way`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.stage.act(as: cast.office, on: day("2027-06-01")) { viewer, writer in
        try Appointment.end(
          cast.training, AppointmentEnding(lastDay: day("2027-07-15"), standing: .withdrawn),
          by: viewer, writer: writer)
      }
      try await stage.run()
      let later = stage.on("2027-07-20")
      try await stage.stage.store.write { try Directory.turnDay(later.today, in: $0) }
      try await later.undo()
      let training = try await stage.appointment(cast.training)
      #expect(training.level == 2 && training.standing == .withdrawn)
    }
  }

  @Test(arguments: Engine.available)
  func `what a part says stands in the way, and otherwise it goes back too`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      var company = RolloverCompany.nobody
      company.carryOut = { rollover, writer in
        try rollover.keep("seat 7", of: "seven", for: "seats", writer)
      }
      company.undo = { rollover, writer in
        let images = try rollover.images(of: "seats", writer)
        guard images.map(\.before) == ["seat 7"] else { throw Absent() }
      }
      var refusing = company
      refusing.dependents = { _, _ in ["Tess Núñez holds a seat."] }
      let (others, holding) = (company, refusing)
      let id = try await stage.confirm()
      try await Rollover.carryOut(id, with: others, on: try await stage.occasion())
      await #expect(throws: RolloverRefusal.builtUpon(["Tess Núñez holds a seat."])) {
        try await Rollover.undo(id, with: holding, on: try await stage.occasion())
      }
      let undone = try await Rollover.undo(id, with: others, on: try await stage.occasion())
      #expect(undone.state == .undone)
    }
  }

  @Test(arguments: Engine.available)
  func `after the days of the settings nothing is kept, and it cannot be undone`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      try await stage.run()
      let end = TestWorld.now.adding(seconds: 90 * 86_400)
      let kept = try await stage.stage.store.write { writer in
        let early = try Rollover.purge(at: end.adding(seconds: -1), in: writer)
        let due = try Rollover.purge(at: end, in: writer)
        return (
          [early.closed, due.closed], try writer.number("SELECT count(*) FROM rollover_before")
        )
      }
      #expect(kept.0 == [0, 1] && kept.1 == 0)
      await #expect(throws: RolloverRefusal.tooLate) { try await stage.undo() }
    }
  }

  @Test(arguments: Engine.available)
  func `a director who has read the notice is told that it no longer holds`(
    engine: Engine
  ) async throws {
    try await withRollover(engine) { stage in
      let cast = stage.stage.cast
      try await stage.run()
      try await stage.stage.store.write { writer in
        try Notice.markAllRead(by: cast.surgeon, now: TestWorld.now, writer: writer)
      }
      try await stage.undo()
      let told = try await stage.stage.store.read { reader in
        try [cast.director, cast.surgeon].map { person in
          try Notice.list(for: person, before: nil, reader: reader)
            .filter { $0.kind == .roster }.count
        }
      }
      #expect(told == [0, 2])
    }
  }
}

extension RolloverStage {
  /// Undoes the last one that was undone already.
  fileprivate func undoLast() async throws {
    let last = try await stage.see(as: stage.cast.office, on: today) { viewer, reader in
      try Rollover.history(viewer: viewer, reader: reader).first
    }
    guard let last else { throw Absent() }
    try await Rollover.undo(last.id, on: try await occasion())
  }
}
