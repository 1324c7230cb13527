import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct OfficerTests {
  @Test(arguments: Engine.available)
  func `an office counts once it is accepted, and ends when one steps down`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      let officer = try await ask(cast.faculty, by: cast.office, society)
      #expect(try await current(society) == [])
      #expect(
        await refusal {
          try await society.stage.act(as: cast.dio) { viewer, writer in
            try Officer.accept(officer, by: viewer, writer: writer)
          }
        } == "absent")
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        try Officer.accept(officer, by: viewer, writer: writer)
      }
      #expect(try await current(society) == ["Frank Frankson, Chair"])
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        try Officer.end(officer, by: viewer, writer: writer)
      }
      #expect(try await current(society) == [])
      let id = society.organization
      let before = try await society.stage.see(as: cast.other) { viewer, reader in
        let organization = try Organization.find(id, viewer: viewer, reader: reader)
        return try Officer.others(of: organization, on: viewer.today, reader: reader).map(\.name)
      }
      #expect(before == ["Frank Frankson"])
    }
  }

  @Test(arguments: Engine.available)
  func `who declines leaves no trace, and the trail names nobody before`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let (cast, last) = (society.cast, try await society.stage.lastAct())
      let officer = try await ask(cast.trainee, by: cast.office, society)
      try await society.stage.act(as: cast.trainee) { viewer, writer in
        try Officer.decline(officer, by: viewer, writer: writer)
      }
      #expect(try await society.stage.acts(after: last) == ["officer.asked: Chair"])
      let rows = try await society.stage.store.read { reader in
        try reader.number("SELECT count(*) FROM officer")
      }
      #expect(rows == 0)
      let notice = try await society.stage.store.read { reader in
        try Notice.list(for: cast.trainee, before: nil, reader: reader).first
      }
      #expect(notice?.sentence.contains("Women in Surgery") == false)
      #expect(notice?.path == "/your-organizations")
    }
  }

  @Test(arguments: Engine.available)
  func `an officer learns from asking of nobody whether they are a member`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 2) { society in
      let (cast, crowd) = (society.cast, society.crowd)
      try await society.appoint(cast.faculty)
      try await society.join(crowd[0])
      var answers: [String?] = []
      for person in crowd {
        answers.append(
          await refusal { _ = try await ask(person, by: cast.faculty, society) })
      }
      #expect(answers == ["not-seen-as-member", "not-seen-as-member"])
      try await society.show(crowd[0], to: .officers)
      #expect(await refusal { _ = try await ask(crowd[0], by: cast.faculty, society) } == nil)
      // Whom an officer asked, the office does not read.
      let id = society.organization
      for (person, names) in [(cast.office, []), (cast.faculty, ["Crowd Number100"])] {
        let asked = try await society.stage.see(as: person) { viewer, reader in
          let organization = try Organization.find(id, viewer: viewer, reader: reader)
          return try Officer.asked(in: organization, viewer: viewer, reader: reader).map(\.name)
        }
        #expect(asked == names)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an office holds on its days alone, and others do not give it`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      let (cast, id, world) = (society.cast, society.organization, society.stage.world)
      let officer = try await society.stage.act(as: cast.office) { viewer, writer in
        try Officer.ask(
          OfficerDraft(
            person: cast.faculty, title: "Chair", startsOn: day("2026-12-01"),
            endsOn: day("2027-06-30")), in: id, by: viewer, at: world, writer: writer)
      }
      try await society.stage.act(as: cast.faculty) { viewer, writer in
        try Officer.accept(officer, by: viewer, writer: writer)
      }
      for (today, holds) in [
        ("2026-11-30", false), ("2026-12-01", true), ("2027-06-30", true), ("2027-07-01", false),
      ] {
        let isHeld = try await society.stage.see(as: cast.faculty, on: day(today)) {
          try Officership.isHeld(by: $0, in: id, reader: $1)
        }
        #expect(isHeld == holds, "\(today)")
      }
      #expect(
        await refusal { _ = try await ask(cast.other, by: cast.dio, society) } == "not-allowed")
      #expect(
        await refusal { _ = try await ask(cast.other, by: cast.trainee, society) }
          == "not-allowed")
    }
  }

  private func ask(
    _ person: PersonID, by actor: PersonID, _ society: Society
  ) async throws -> ID<Officer> {
    let (id, world) = (society.organization, society.stage.world)
    return try await society.stage.act(as: actor) { viewer, writer in
      try Officer.ask(
        OfficerDraft(person: person, title: "Chair", startsOn: viewer.today), in: id, by: viewer,
        at: world, writer: writer)
    }
  }

  private func current(_ society: Society) async throws -> [String] {
    let id = society.organization
    return try await society.stage.see(as: society.cast.other) { viewer, reader in
      let organization = try Organization.find(id, viewer: viewer, reader: reader)
      return try Officer.current(of: organization, on: viewer.today, reader: reader)
        .map { "\($0.name), \($0.title)" }
    }
  }
}
