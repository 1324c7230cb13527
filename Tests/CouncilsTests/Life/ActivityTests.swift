import Councils
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct ActivityTests {
  @Test(arguments: [
    ("1.5", 6), ("0.25", 1), ("2", 8), ("10.75", 43), ("1.50", 6), ("3.0", 12),
  ])
  func `hours are kept in quarters`(_ text: String, _ count: Int) {
    #expect(Quarters(text: text)?.count == count)
  }

  @Test(arguments: ["1.3", "", "-1", "1,5", ".5", "1.", "1.5.0", "abc", "9999", "1e2"])
  func `what is no quarter of an hour is no time`(_ text: String) {
    #expect(Quarters(text: text) == nil)
  }

  @Test(arguments: Engine.available)
  func `members write their own hours down, and another officer confirms them`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      try await society.join(cast.trainee)
      try await society.appoint(cast.faculty)
      let activity = try await add(.service, "2026-10-31", society)
      try await note(activity, ["hours": "1.5"], by: cast.trainee, society)
      try await note(activity, ["hours": "2.25"], by: cast.trainee, society)
      try await note(activity, ["hours": "1"], by: cast.faculty, society)
      #expect(
        await refusal { try await note(activity, ["hours": "1"], by: cast.office, society) }
          == "absent")
      let all = try await society.stage.see(as: cast.faculty) {
        try GivenHours.all(of: activity, viewer: $0, reader: $1)
      }
      #expect(all.map(\.hours.text) == ["1", "2.25"])
      #expect(
        await refusal {
          _ = try await society.stage.see(as: cast.trainee) {
            try GivenHours.all(of: activity, viewer: $0, reader: $1)
          }
        } == "absent")
      #expect(await refusal { try await confirm(all[0].id, society) } == "own-hours")
      #expect(await refusal { try await confirm(all[1].id, society) } == nil)
      #expect(
        await refusal { try await note(activity, ["hours": "3"], by: cast.trainee, society) }
          == "hours-are-confirmed")
      try await society.leave(cast.trainee)
      let later = try await society.stage.see(as: cast.faculty) {
        try GivenHours.all(of: activity, viewer: $0, reader: $1)
      }
      #expect(later.map(\.name) == ["Frank Frankson", nil])
    }
  }

  @Test(arguments: Engine.available)
  func `of recruitment everyone says whether they are on the team`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      try await society.join(cast.trainee)
      try await society.appoint(cast.faculty)
      let activity = try await add(.recruitment, "2026-10-31", society)
      await #expect(throws: Problems.self) {
        try await note(activity, ["hours": "1"], by: cast.trainee, society)
      }
      try await note(
        activity, ["hours": "1", "recruitment_team": "no"], by: cast.trainee, society)
      let own = try await society.stage.see(as: cast.trainee) {
        try GivenHours.own(of: activity, viewer: $0, reader: $1)
      }
      #expect(own?.isOnRecruitmentTeam == false)
      let coming = try await add(.service, "2026-12-24", society)
      #expect(
        await refusal { try await note(coming, ["hours": "1"], by: cast.trainee, society) }
          == "activity-is-to-come")
    }
  }

  @Test(arguments: Engine.available)
  func `sums of a year are for officers at once, for others later and of enough people`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 11) { society in
      let cast = society.cast
      try await society.appoint(cast.faculty)
      let activity = try await add(.service, "2026-10-31", society)
      try await society.join(all: society.crowd)
      for person in society.crowd.dropLast() {
        try await note(activity, ["hours": "0.5"], by: person, society)
      }
      #expect(try await years(as: cast.faculty, "2026-11-02", society) == ["2026–27 1 5"])
      #expect(try await years(as: society.crowd[0], "2026-11-02", society) == [])
      #expect(try await years(as: cast.dio, "2027-07-01", society) == ["2026–27 1 -"])
      try await note(activity, ["hours": "0.5"], by: society.crowd[10], society)
      #expect(try await years(as: cast.dio, "2027-07-01", society) == ["2026–27 1 5.5"])
    }
  }

  private func add(
    _ kind: Activity.Kind, _ held: String, _ society: Society
  ) async throws -> ID<Activity> {
    let (id, world) = (society.organization, society.stage.world)
    return try await society.stage.act(as: society.cast.faculty) { viewer, writer in
      try Activity.add(
        ActivityDraft(kind: kind, title: "Clinic", day: day(held), planned: Quarters(count: 8)),
        in: id, by: viewer, at: world, writer: writer)
    }
  }

  private func note(
    _ id: ID<Activity>, _ typed: [String: String], by person: PersonID, _ society: Society
  ) async throws {
    let world = society.stage.world
    try await society.stage.act(as: person) { viewer, writer in
      try GivenHours.note(
        of: id, typed: { typed[$0] ?? "" }, by: viewer, in: world, writer: writer)
    }
  }

  private func confirm(_ id: ID<GivenHours>, _ society: Society) async throws {
    try await society.stage.act(as: society.cast.faculty) { viewer, writer in
      _ = try GivenHours.confirm(id, by: viewer, writer: writer)
    }
  }

  private func years(
    as person: PersonID, _ today: String, _ society: Society
  ) async throws -> [String] {
    let id = society.organization
    return try await society.stage.see(as: person, on: day(today)) { viewer, reader in
      let organization = try Organization.find(id, viewer: viewer, reader: reader)
      return try ActivityYear.all(
        of: organization, viewer: viewer, settings: Settings(reader: reader), reader: reader
      ).map { "\($0.name) \($0.activities) \($0.hours?.text ?? "-")" }
    }
  }
}
