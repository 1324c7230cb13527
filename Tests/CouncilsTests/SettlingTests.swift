import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SettlingTests {
  @Test(arguments: Engine.available)
  func `a seat ends with its term, and a successor named before begins then`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      let successor = try await council.putForward(
        council.neurologist, for: council.medicine, by: cast.faculty, from: day("2027-07-01"))
      #expect(successor.state == .approved)
      try await council.turn(to: day("2027-06-30"))
      #expect(
        try await council.seatings() == [
          "Tess Núñez: holder 2026-11-02 to 2027-06-30",
          "نور حداد: holder 2027-07-01 to 2028-06-30",
        ])
      try await council.turn(to: day("2027-07-01"))
      #expect(
        try await council.seatings() == [
          "Tess Núñez: holder 2026-11-02 to 2027-06-30 2027-06-30 term",
          "نور حداد: holder 2027-07-01 to 2028-06-30",
        ])
      let vacancies = try await council.stage.store.read { reader in
        try reader.number("SELECT count(*) FROM notice WHERE sentence LIKE '%vacant%' ESCAPE '!'")
      }
      #expect(vacancies == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a transfer, a graduation and a withdrawal each end a seat`(engine: Engine) async throws {
    let cases: [(Standing, String)] = [
      (.graduated, "graduation"), (.transferred, "transfer"), (.withdrawn, "withdrawal"),
    ]
    for (standing, cause) in cases {
      try await withCouncil(engine) { council in
        let (cast, world) = (council.cast, council.stage.world)
        try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
        try await council.stage.act(as: cast.office) { viewer, writer in
          try Appointment.end(
            cast.training,
            AppointmentEnding(lastDay: day("2026-12-31"), standing: standing), by: viewer,
            writer: writer)
          _ = try SeatSettling(on: viewer.today, at: viewer.now, in: world, writer).settle()
        }
        #expect(
          try await council.seatings() == ["Tess Núñez: holder 2026-11-02 to 2026-12-31"])
        try await council.turn(to: day("2027-01-01"))
        #expect(
          try await council.seatings()
            == ["Tess Núñez: holder 2026-11-02 to 2026-12-31 2026-12-31 \(cause)"])
        let told = try await council.stage.store.read { reader in
          try reader.rows(
            "SELECT sentence FROM notice WHERE person = \(cast.director) ORDER BY id"
          ).map { try $0.text("sentence") }
        }
        #expect(
          told.last
            == "A seat in Technology Council is vacant: Representative. Put one of your trainees "
            + "forward.")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a trainee who goes to another department leaves the seat of the first`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      try await council.stage.act(as: cast.office) { viewer, writer in
        try Appointment.transfer(
          cast.training,
          to: .of(cast.generalSurgery, cast.university, 1, ("2026-11-01", "2031-06-30")),
          by: viewer, in: world, writer: writer)
        _ = try SeatSettling(on: viewer.today, at: viewer.now, in: world, writer).settle()
      }
      #expect(
        try await council.seatings()
          == ["Tess Núñez: holder 2026-11-02 to 2027-06-30 2026-11-02 transfer"])
    }
  }

  @Test(arguments: Engine.available)
  func `an alternate moves up, once, and nobody is asked to fill the seat`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      let waits = try await council.putForward(
        council.neurologist, for: council.medicine, by: cast.faculty, asAlternate: true)
      #expect(waits.state == .approved)
      let holder = try await council.stage.store.read { reader in
        ID<Seating>(
          stored: try reader.rows("SELECT id FROM seating WHERE place = 'holder'")[0].text("id"))
      }
      try await council.stage.act(as: cast.trainee) { viewer, writer in
        try Seating.leave(holder, by: viewer, in: world, writer: writer)
      }
      let after = [
        "Tess Núñez: holder 2026-11-02 to 2027-06-30 2026-11-02 resignation",
        "نور حداد: alternate 2026-11-02 to 2027-06-30 2026-11-02 promotion",
        "نور حداد: holder 2026-11-02 to 2027-06-30",
      ]
      #expect(try await council.seatings() == after)
      try await council.turn(to: TestWorld.today)
      #expect(try await council.seatings() == after)
      let vacancies = try await council.stage.store.read { reader in
        try reader.number("SELECT count(*) FROM notice WHERE sentence LIKE '%vacant%' ESCAPE '!'")
      }
      #expect(vacancies == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a director is reminded each week, and then the official sees it`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.trainee)
      func remind(_ days: Int) async throws -> Int {
        try await council.stage.store.write { writer in
          try Reminders.send(
            on: TestWorld.today.adding(days: days), at: TestWorld.now, in: world, writer: writer)
        }
      }
      #expect(try await remind(6) == 0)
      #expect(try await remind(7) == 1)
      #expect(try await remind(7) == 0)
      func silent(_ person: PersonID?) async throws -> [Int] {
        try await council.stage.see(as: person, on: TestWorld.today.adding(days: 14)) {
          try SilentDirector.list(viewer: $0, reader: $1).map(\.days)
        }
      }
      #expect(try await silent(cast.dio) == [])
      #expect(try await remind(14) == 1)
      #expect(try await silent(cast.dio) == [14])
      #expect(await refusal { _ = try await silent(cast.trainee) } == "absent")
      #expect(await refusal { _ = try await silent(cast.director) } == "absent")
      // An institution may ask sooner.
      try await council.stage.store.write { writer in
        var settings = try Settings(reader: writer)
        settings.reminderDays = 3
        try settings.save(by: nil, at: TestWorld.now, to: writer)
      }
      #expect(try await remind(16) == 0)
      #expect(try await remind(17) == 1)
    }
  }
}
