import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct MembershipTests {
  @Test(arguments: Engine.available)
  func `joining twice is joining once, and leaving lets one join again`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let trainee = society.cast.trainee
      try await society.join(trainee, trainee)
      #expect(try await rows(society) == 1)
      try await society.leave(trainee, trainee)
      try await society.join(trainee)
      let own = try await society.stage.see(as: trainee) { viewer, reader in
        try OwnMembership.all(viewer: viewer, reader: reader)
      }
      #expect(own.map(\.capacity) == [.trainee, .trainee])
      #expect(own.map(\.visibility) == [.nobody, .nobody])
      #expect(own.map { $0.leaving?.forgottenOn } == [nil, day("2026-12-02")])
    }
  }

  @Test(arguments: Engine.available)
  func `who may join the organization says, and the roster says as what`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let cast = society.cast
      #expect(await refusal { try await society.join(cast.faculty) } == nil)
      #expect(await refusal { try await society.join(cast.adviser) } == "not-for-capacity")
      #expect(await refusal { try await society.join(cast.former) } == "not-here")
      #expect(await refusal { try await society.join(cast.upcoming) } == "not-here")
      let id = society.organization
      #expect(
        await refusal {
          try await society.stage.act(as: nil) { viewer, writer in
            try Membership.leave(id, by: viewer, writer: writer)
          }
        } == "absent")
    }
  }

  @Test(arguments: Engine.available)
  func `each member decides who sees them, and a role gives nobody more`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 4) { society in
      let cast = society.cast
      try await society.join(all: society.crowd + [cast.trainee])
      for (person, visibility) in zip(society.crowd, Membership.Visibility.allCases) {
        try await society.show(person, to: visibility)
      }
      try await society.appoint(cast.faculty)
      try await society.letIn(cast.adviser)
      let everyone = ["Crowd Number103"]
      #expect(await refusal { _ = try await society.roster(as: nil) } == "absent")
      for person in [
        cast.office, cast.dio, cast.administrator, cast.director, cast.other, cast.adviser,
      ] {
        #expect(try await society.roster(as: person) == everyone)
      }
      #expect(
        try await society.roster(as: cast.trainee)
          == ["Crowd Number102", "Crowd Number103", "Tess Núñez"])
      #expect(
        try await society.roster(as: cast.faculty)
          == ["Crowd Number101", "Crowd Number102", "Crowd Number103"])
      #expect(
        try await society.roster(as: society.crowd[0])
          == ["Crowd Number100", "Crowd Number102", "Crowd Number103"])
      try await society.leave(society.crowd[3])
      #expect(try await society.roster(as: cast.faculty) == ["Crowd Number101", "Crowd Number102"])
      #expect(try await society.roster(as: society.crowd[3]) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `neither the trail nor notices nor mail tell of a membership`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      let (cast, last) = (society.cast, try await society.stage.lastAct())
      try await society.join(cast.trainee)
      try await society.show(cast.trainee, to: .everyone)
      try await society.leave(cast.trainee)
      #expect(try await society.stage.acts(after: last) == [])
      let told = try await society.stage.store.read { reader in
        try reader.number("SELECT count(*) FROM notice WHERE sentence LIKE '%Women in%' ESCAPE '!'")
          + reader.number("SELECT count(*) FROM outbox_message")
      }
      #expect(told == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `an unlisted organization exists for those who belong to it, until they leave`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, listing: .members) { society in
      let cast = society.cast
      #expect(await refusal { try await society.join(cast.trainee) } == "absent")
      try await society.letIn(cast.trainee)
      try await society.join(cast.trainee)
      #expect(try await society.roster(as: cast.trainee) == ["Tess Núñez"])
      let id = society.organization
      try await society.stage.act(as: cast.office) { viewer, writer in
        try writer.execute("UPDATE organization_guest SET ended_at = \(viewer.now)")
      }
      try await society.leave(cast.trainee)
      #expect(
        await refusal {
          _ = try await society.stage.see(as: cast.trainee) { viewer, reader in
            try Organization.find(id, viewer: viewer, reader: reader)
          }
        } == "absent")
    }
  }

  @Test(arguments: Engine.available)
  func `of who left nothing stays but numbers`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      let (cast, id, world) = (society.cast, society.organization, society.stage.world)
      try await society.join(cast.trainee, cast.other)
      try await society.stage.act(as: cast.trainee) { viewer, writer in
        _ = try ForumPost.begin(
          ForumDraft(title: "Hello", content: "A word"), in: id, by: viewer, at: world,
          writer: writer)
      }
      try await society.leave(cast.trainee)
      #expect(try await society.turn(to: "2026-12-01").forgotten == 0)
      #expect(try await society.turn(to: "2026-12-02").forgotten == 1)
      #expect(try await society.turn(to: "2026-12-02").forgotten == 0)
      let traces = try await society.stage.store.read { reader in
        [
          try reader.number(
            "SELECT count(*) FROM membership WHERE person_id = \(cast.trainee)"),
          try reader.number(
            "SELECT count(*) FROM forum_post WHERE author_id = \(cast.trainee)"),
          try reader.number("SELECT count(*) FROM forum_post WHERE content = 'A word'"),
          try reader.number(
            "SELECT joined * 10 + departed FROM membership_year WHERE year = 2026"),
        ]
      }
      #expect(traces == [0, 0, 1, 11])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is not here any more is no member any more`(engine: Engine) async throws {
    try await withSociety(engine) { society in
      try await society.join(society.cast.trainee)
      try await Directory.turnDay(day("2028-07-02"), in: society.stage.store)
      #expect(try await society.turn(to: "2028-07-02").ended == 1)
      #expect(try await society.turn(to: "2028-07-03").ended == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `guests are let in with a reason, by others, and read until it ends`(
    engine: Engine
  ) async throws {
    try await withSociety(engine) { society in
      let (cast, id, world) = (society.cast, society.organization, society.stage.world)
      try await society.letIn(cast.adviser)
      #expect(await refusal { try await society.letIn(cast.adviser) } == "already-guest")
      #expect(await refusal { try await society.letIn(cast.office) } == "own-access")
      #expect(
        await refusal {
          try await society.stage.act(as: cast.dio) { viewer, writer in
            try Guest.letIn(
              cast.other, to: id, because: "x", by: viewer, writer: (world, writer))
          }
        } == "not-allowed")
      let guest = try await society.stage.see(as: cast.adviser) { viewer, reader in
        let organization = try Organization.find(id, viewer: viewer, reader: reader)
        _ = try Forum.page(of: id, viewer: viewer, reader: reader)
        return try Guest.all(in: organization, viewer: viewer, reader: reader)[0]
      }
      #expect(guest.name == "Alex Alexson")
      try await society.stage.act(as: cast.office) { viewer, writer in
        try Guest.end(guest.id, by: viewer, writer: writer)
      }
      #expect(
        await refusal {
          _ = try await society.stage.see(as: cast.adviser) { viewer, reader in
            try Forum.page(of: id, viewer: viewer, reader: reader)
          }
        } == "absent")
    }
  }

  private func rows(_ society: Society) async throws -> Int {
    try await society.stage.store.read { try $0.number("SELECT count(*) FROM membership") }
  }
}
