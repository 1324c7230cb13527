import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct AppointmentTests {
  @Test func `what was typed is parsed, and everything that is wrong is said`() {
    var wrong = Problems()
    do {
      _ = try AppointmentDraft(
        program: nil,
        typed: [
          "level": "13", "standing": "asleep", "starts_on": "2026-02-31", "ends_on": "",
        ].field)
    } catch {
      wrong = error
    }
    #expect(wrong.all.map(\.field) == ["program", "level", "standing", "starts_on", "ends_on"])
    do {
      _ = try AppointmentDraft(
        program: ProgramID(stored: "p"),
        typed: [
          "level": "2", "standing": "active", "starts_on": "2026-07-01", "ends_on": "2026-06-30",
        ].field)
    } catch {
      wrong = error
    }
    #expect(wrong.all.map(\.field) == ["ends_on"])
  }

  @Test(arguments: Engine.available)
  func `only the office and administrators keep appointments`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let id = try await appointment(of: cast.trainee, stage)
      let draft = AppointmentDraft.of(
        cast.generalSurgery, nil, 1, ("2028-07-01", "2029-06-30"))
      #expect(
        try await stage.allowed { viewer, writer in
          try Appointment.add(draft, to: cast.trainee, by: viewer, in: world, writer: writer)
        } == ["administrator", "office"])
      #expect(
        try await stage.allowed { viewer, writer in
          try Appointment.edit(id, draft, by: viewer, writer: writer)
        } == ["administrator", "office"])
      #expect(
        try await stage.allowed { viewer, writer in
          try Appointment.end(
            id, AppointmentEnding(lastDay: TestWorld.today, standing: .withdrawn), by: viewer,
            writer: writer)
        } == ["administrator", "office"])
      #expect(
        try await stage.allowed { viewer, writer in
          try Appointment.transfer(id, to: draft, by: viewer, in: world, writer: writer)
        } == ["administrator", "office"])
    }
  }

  @Test(arguments: Engine.available)
  func `what the roster does not allow is refused`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        try Program.close(
          cast.generalSurgery, on: day("2030-06-30"), by: viewer, writer: writer)
      }
      func expect(
        _ refusal: RosterRefusal, _ person: PersonID, _ draft: AppointmentDraft
      ) async {
        await #expect(throws: refusal) {
          try await stage.act(as: cast.office) { viewer, writer in
            try Appointment.add(draft, to: person, by: viewer, in: world, writer: writer)
          }
        }
      }
      let later = AppointmentDraft.of(
        cast.internalMedicine, nil, 1, ("2030-07-01", "2031-06-30"))
      await expect(.notTrainee(name: "Frank Frankson"), cast.faculty, later)
      await expect(
        .appointmentsOverlap, cast.trainee,
        .of(cast.internalMedicine, nil, 3, ("2028-06-30", "2029-06-30")))
      await expect(
        .programClosed(name: "General Surgery"), cast.trainee,
        .of(cast.generalSurgery, nil, 1, ("2030-06-01", "2030-07-01")))
      await expect(
        .endsBeforeStart, cast.trainee,
        .of(cast.internalMedicine, nil, 1, ("2031-07-01", "2031-06-30")))
      try await stage.act(as: cast.office) { viewer, writer in
        try Person.deactivate(cast.trainee, by: viewer, to: writer)
      }
      await expect(.deactivated(name: "Tess Núñez"), cast.trainee, later)
    }
  }

  @Test(arguments: Engine.available)
  func `the trail tells the fields of an edit and never the standing`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let id = try await appointment(of: cast.trainee, stage)
      let before = try await stage.lastAct()
      try await stage.act(as: cast.office) { viewer, writer in
        var draft = AppointmentDraft(
          try Appointment.toEdit(id, viewer: viewer, reader: writer))
        draft.standing = .probation
        draft.level = 3
        draft.site = cast.veterans
        try Appointment.edit(id, draft, by: viewer, writer: writer)
      }
      #expect(
        try await stage.acts(after: before) == ["appointment.edited: site, level, standing"])
      let entry = try await stage.see(as: cast.other) { viewer, reader in
        try Directory.entry(of: cast.trainee, viewer: viewer, reader: reader)
      }
      #expect(entry.level == 3)
      #expect(entry.siteName == "Veterans Medical Center")
    }
  }

  @Test(arguments: Engine.available)
  func `an end in the past counts at once`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let id = try await appointment(of: cast.trainee, stage)
      let before = try await stage.lastAct()
      try await end(id, "2026-10-31", .dismissed, stage)
      let line = try await record(of: cast.trainee, stage)[0]
      #expect(line.standing == .dismissed)
      #expect(line.endsOn == day("2026-10-31"))
      #expect(line.presence(on: TestWorld.today) == .former)
      #expect(try await stage.acts(after: before) == ["appointment.ended: "])
      await #expect(throws: RosterRefusal.appointmentIsOver) {
        try await end(id, "2026-10-30", .withdrawn, stage)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an end to come is a plan until its day is over`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let id = try await appointment(of: cast.trainee, stage)
      try await end(id, "2026-12-31", .withdrawn, stage)
      let planned = try await record(of: cast.trainee, stage)[0]
      #expect(planned.standing == .active)
      #expect(planned.endsAs == .withdrawn)
      #expect(planned.presence(on: day("2026-12-31")) == .current)
      try await Directory.turnDay(day("2026-12-31"), in: stage.store)
      #expect(try await record(of: cast.trainee, stage)[0].standing == .active)
      try await Directory.turnDay(day("2027-01-01"), in: stage.store)
      let done = try await record(of: cast.trainee, stage)[0]
      #expect(done.standing == .withdrawn)
      #expect(done.endsAs == nil)
      // Other days, another plan.
      await #expect(throws: RosterRefusal.appointmentIsOver) {
        try await end(id, "2026-12-31", .withdrawn, stage)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever withdraws before the first day was never here`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      try await end(
        try await appointment(of: cast.upcoming, stage), "2026-11-02", .withdrawn, stage)
      let line = try await record(of: cast.upcoming, stage)[0]
      #expect(line.standing == .withdrawn)
      #expect(line.presence(on: day("2027-07-01")) == .former)
    }
  }

  @Test(arguments: Engine.available)
  func `an end after the last day, or in a standing that goes on, is a problem`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await appointment(of: stage.cast.trainee, stage)
      await #expect(throws: Problems.self) {
        try await end(id, "2028-07-01", .graduated, stage)
      }
      await #expect(throws: Problems.self) { try await end(id, "2026-12-01", .leave, stage) }
    }
  }

  @Test(arguments: Engine.available)
  func `a transfer ends the one and begins the other`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let id = try await appointment(of: cast.trainee, stage)
      let before = try await stage.lastAct()
      try await stage.act(as: cast.office) { viewer, writer in
        try Appointment.transfer(
          id, to: .of(cast.generalSurgery, cast.veterans, 1, ("2026-12-01", "2031-11-30")),
          by: viewer, in: world, writer: writer)
      }
      #expect(try await stage.acts(after: before) == ["appointment.transferred: "])
      try await Directory.turnDay(day("2026-12-01"), in: stage.store)
      let lines = try await record(of: cast.trainee, stage)
      #expect(lines.map(\.programName) == ["General Surgery", "Internal Medicine"])
      #expect(lines.map(\.standing) == [.active, .transferred])
      #expect(lines.map(\.endsOn) == [day("2031-11-30"), day("2026-11-30")])
      let entry = try await stage.see(as: cast.faculty, on: day("2026-12-01")) { viewer, reader in
        try Directory.entry(of: cast.trainee, viewer: viewer, reader: reader)
      }
      #expect(entry.programName == "General Surgery")
      #expect(entry.level == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a transfer goes elsewhere and later`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let id = try await appointment(of: cast.trainee, stage)
      for draft in [
        AppointmentDraft.of(cast.internalMedicine, nil, 3, ("2027-07-01", "2028-06-30")),
        .of(cast.generalSurgery, nil, 1, ("2025-07-01", "2030-06-30")),
      ] {
        await #expect(throws: Problems.self) {
          try await stage.act(as: cast.office) { viewer, writer in
            try Appointment.transfer(id, to: draft, by: viewer, in: world, writer: writer)
          }
        }
      }
    }
  }

  private func appointment(
    of person: PersonID, _ stage: Stage
  ) async throws -> ID<Appointment> {
    try #require(try await record(of: person, stage).first).id
  }

  private func record(of person: PersonID, _ stage: Stage) async throws -> [AppointmentLine] {
    let world = stage.world
    return try await stage.act(as: stage.cast.office) { viewer, writer in
      try PersonnelRecord.open(person, viewer: viewer, in: world, to: writer).appointments
    }
  }

  private func end(
    _ id: ID<Appointment>, _ lastDay: String, _ standing: Standing, _ stage: Stage
  ) async throws {
    try await stage.act(as: stage.cast.office) { viewer, writer in
      try Appointment.end(
        id, AppointmentEnding(lastDay: day(lastDay), standing: standing), by: viewer,
        writer: writer)
    }
  }
}
