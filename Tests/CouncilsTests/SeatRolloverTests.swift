import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SeatRolloverTests {
  private let firstDay = day("2027-07-01")
  private let year = AcademicYear(startYear: 2027, start: .july1)

  @Test(arguments: Engine.available)
  func `the preview names the seats that fall vacant and who is asked`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine, years: 2) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      try await endTraining(in: council)
      let (seats, directors) = try await council.stage.see(as: cast.office, on: firstDay) {
        [year, firstDay] viewer, reader in
        let rollover = try Rollover.to(year, viewer: viewer, reader: reader)
        let seats = try FallingSeat.list(rollover, viewer: viewer, reader: reader)
        return (
          seats.map { "\($0.name) \($0.unitName ?? "") \($0.isLeaving) \($0.isFollowed)" },
          try FallingSeat.directors(of: seats, on: firstDay, reader: reader).map(\.name)
        )
      }
      #expect(seats == ["Tess Núñez Medicine true false"])
      #expect(directors == ["Frank Frankson", "Pia Piason"])
      for person in [cast.director, cast.dio, cast.trainee] {
        let code = await refusal {
          _ = try await council.stage.see(as: person, on: firstDay) { [year] viewer, reader in
            try FallingSeat.list(
              try Rollover.to(year, viewer: viewer, reader: reader), viewer: viewer,
              reader: reader)
          }
        }
        #expect(code == "absent")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `after an undo the seats are as they were before the rollover`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine, years: 2) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      try await council.putForward(
        council.neurologist, for: council.medicine, by: cast.faculty, asAlternate: true)
      try await endTraining(in: council)
      let before = try await council.seatings()
      let id = try await turn(council)
      #expect(
        try await council.seatings() == [
          "Tess Núñez: holder 2026-11-02 to 2028-06-30 2027-06-30 graduation",
          "نور حداد: alternate 2026-11-02 to 2028-06-30 2027-07-01 promotion",
          "نور حداد: holder 2027-07-01 to 2028-06-30",
        ])
      try await undo(id, council)
      #expect(try await council.seatings() == before)
    }
  }

  @Test(arguments: Engine.available)
  func `a seat that somebody has taken since stands in the way of an undo and is named`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine, years: 2) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      try await endTraining(in: council)
      let id = try await turn(council)
      let (seat, world, neurologist) = (council.medicine, council.stage.world, council.neurologist)
      try await council.stage.act(as: cast.faculty, on: firstDay) { viewer, writer in
        try Nomination.putForward(
          NominationDraft(seat: seat, person: neurologist), by: viewer, in: world,
          writer: writer)
      }
      do {
        try await undo(id, council)
        Issue.record("the rollover was undone")
      } catch let refusal as RolloverRefusal {
        #expect(
          refusal
            == .builtUpon(["نور حداد has taken a seat in Technology Council since."]))
      }
    }
  }

  /// The trainee graduates with the year: it is decided, and the rollover says so.
  private func endTraining(in council: Council) async throws {
    let cast = council.cast
    try await council.stage.act(as: cast.office, on: day("2027-05-01")) { viewer, writer in
      try Appointment.end(
        cast.training,
        AppointmentEnding(lastDay: day("2027-06-30"), standing: .graduated), by: viewer,
        writer: writer)
    }
  }

  private func company(_ viewer: Viewer, _ world: World) -> RolloverCompany {
    RolloverCompany(
      plan: { _, _ in [] },
      carryOut: { try SeatRollover($0, $1).carryOut(by: viewer, in: world) },
      dependents: { try SeatRollover.dependents(on: $0, reader: $1) },
      undo: { try SeatRollover($0, $1).undo() })
  }

  private func turn(_ council: Council) async throws -> ID<Rollover> {
    let (office, world) = (council.cast.office, council.stage.world)
    try await Directory.turnDay(firstDay, in: council.stage.store)
    let confirmed = try await council.stage.act(as: office, on: firstDay) {
      [year] viewer, writer in
      let rollover = try Rollover.to(year, viewer: viewer, reader: writer)
      let digest = try RolloverPlan(rollover, viewer: viewer).preview(with: [], writer).digest
      return try Rollover.confirm(digest, to: year, by: viewer, in: world, writer: writer)
    }
    let viewer = try await council.stage.see(as: office, on: firstDay) { viewer, _ in viewer }
    try await Rollover.carryOut(
      confirmed.id, with: company(viewer, world),
      on: RosterOccasion(store: council.stage.store, world: world, viewer: viewer))
    return confirmed.id
  }

  private func undo(_ id: ID<Rollover>, _ council: Council) async throws {
    let (office, world) = (council.cast.office, council.stage.world)
    let viewer = try await council.stage.see(as: office, on: firstDay) { viewer, _ in viewer }
    try await Rollover.undo(
      id, with: company(viewer, world),
      on: RosterOccasion(store: council.stage.store, world: world, viewer: viewer))
  }
}
