import Councils
import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who sets elections up, and what they cannot forget.
@Suite struct SetupTests {
  @Test(arguments: Engine.available)
  func `officers who are trainees begin elections, and neither the office nor others`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let (draft, world, cast) = (ward.draft, ward.stage.world, ward.cast)
      for person in [cast.administrator, cast.office, cast.dio, cast.director, ward.lee] {
        let said = await refusalCode {
          try await ward.act(as: person) { viewer, writer in
            _ = try Election.begin(
              draft, in: ward.organization, by: viewer, at: world, writer: writer)
          }
        }
        #expect(said == "not-yours-to-run")
      }
      let id = try await ward.begin(draft)
      let election = try await ward.election(id)
      expectNoDifference(ElectionDraft(election), draft)
      #expect(election.state == .draft)
    }
  }

  @Test(arguments: Engine.available)
  func `a draft exists for those who run it alone`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.begin(ward.draft)
      let cast = ward.cast
      for person in [cast.administrator, cast.office, cast.dio, ward.lee, cast.director] {
        let said = await refusalCode {
          _ = try await ward.see(as: person) { try Election.find(id, viewer: $0, reader: $1) }
        }
        #expect(said == "absent")
        let listed = try await ward.see(as: person) {
          try ElectionLine.all(viewer: $0, reader: $1).count
        }
        #expect(listed == 0)
      }
      try await ward.act(as: ward.chief) { try Election.announce(id, by: $0, writer: $1) }
      let titles = try await ward.see(as: ward.lee) {
        try ElectionLine.all(viewer: $0, reader: $1).map(\.election.title)
      }
      #expect(titles == ["Delegates 2026"])
    }
  }

  @Test(arguments: Engine.available)
  func `announcing names everything that is missing, and only that`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.begin(
        ElectionDraft(rule: ward.rule, title: "Delegates", seats: 2))
      let missing: [String]
      do {
        try await ward.act(as: ward.chief) { try Election.announce(id, by: $0, writer: $1) }
        missing = []
      } catch ElectionRefusal.notReady(let sentences) {
        missing = sentences
      }
      expectNoDifference(
        missing,
        [
          "Choose the day of the roll.", "Choose when nominations open and close.",
          "Choose when voting begins and ends.",
          "Name an election officer, who rules on corrections and certifies.",
        ])
      let draft = ward.draft
      let world = ward.stage.world
      try await ward.act(as: ward.chief) { viewer, writer in
        try Election.change(id, draft, by: viewer, in: world, writer: writer)
        try Election.announce(id, by: viewer, writer: writer)
      }
      #expect(try await ward.election(id).state == .nominating)
    }
  }

  @Test(arguments: Engine.available)
  func `opening names everything that is missing`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let checklist = try await ward.see(as: ward.chief, at: Ward.nominating) { viewer, reader in
        try Checklist.of(
          try Election.find(id, viewer: viewer, reader: reader), viewer: viewer, reader: reader)
      }
      expectNoDifference(
        checklist.missing(for: .opening),
        [
          "Nominations are open until November 8, 2026, 5:00 pm.",
          "The day of the roll, November 9, 2026, has not come.",
          "Nobody stands. Give nominations more time, or call the election off.",
        ])
      #expect(checklist.isReady(for: .announcing))
      #expect(await refusalCode { try await ward.open(id, at: Ward.nominating) } == "not-ready")
      #expect(try await ward.election(id).state == .nominating)
    }
  }

  @Test(arguments: Engine.available)
  func `the election officer has no role that decides about trainees, and does not stand`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      for person in [ward.cast.office, ward.cast.director, ward.cast.former] {
        var draft = ward.draft
        draft.officer = person
        let tried = draft
        #expect(await refusalCode { _ = try await ward.begin(tried) } == "officer")
      }
      let id = try await ward.announce(ward.draft)
      try await ward.stand(ward.lee, in: id)
      var draft = ward.draft
      draft.officer = ward.lee
      let tried = draft
      let world = ward.stage.world
      let said = await refusalCode {
        try await ward.act(as: ward.chief) { viewer, writer in
          try Election.change(id, tried, by: viewer, in: world, writer: writer)
        }
      }
      #expect(said == "officer")
    }
  }

  @Test(arguments: Engine.available)
  func `what was announced stays, and later days can be moved`(_ engine: Engine) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      let world = ward.stage.world
      func change(_ draft: ElectionDraft) async -> String? {
        await refusalCode {
          try await ward.act(as: ward.chief) { viewer, writer in
            try Election.change(id, draft, by: viewer, in: world, writer: writer)
          }
        }
      }
      var other = ward.draft
      other.method = .approval
      #expect(await change(other) == "rules-stay")
      other = ward.draft
      other.seats = 1
      #expect(await change(other) == "rules-stay")
      var later = ward.draft
      later.schedule.voteUntil = later.schedule.voteUntil?.adding(seconds: 86_400)
      #expect(await change(later) == nil)
      #expect(try await ward.election(id).schedule == later.schedule)
    }
  }

  @Test(arguments: Engine.available)
  func `an election of other seats than peer-selected ones cannot be set up`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let world = ward.stage.world
      let appointed = try await ward.act(as: ward.cast.office) { viewer, writer in
        try SeatRule.add(
          SeatRuleDraft(title: "Adviser", kind: .appointed), to: ward.organization, by: viewer,
          in: world, writer: writer)
      }
      let draft = ElectionDraft(rule: appointed, title: "Advisers", seats: 1)
      #expect(await refusalCode { _ = try await ward.begin(draft) } == "rule")
      let many = ElectionDraft(rule: ward.rule, title: "Delegates", seats: 3)
      #expect(await refusalCode { _ = try await ward.begin(many) } == "seats")
    }
  }

  @Test(arguments: Engine.available)
  func `of two officers who open at once one opens, and the roll is written once`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      for person in [ward.chief, ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      async let first = refusalCode { try await ward.open(id) }
      async let second = refusalCode { try await ward.open(id, by: ward.officer) }
      let said = await [first, second].map { $0 ?? "opened" }.sorted()
      #expect(said == ["opened", "wrong-state"])
      let roll = try await ward.roll(id)
      #expect(roll == ["Chidi Doe", "Kim Doe", "Lee Doe", "Sam Okafor", "Tess Núñez"])
    }
  }

  @Test(arguments: Engine.available)
  func `opening draws the paper and tells everybody on the roll once`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.opened()
      let (positions, told) = try await ward.stage.store.read { reader in
        (
          try reader.rows("SELECT position FROM candidate ORDER BY position")
            .map { try $0.integer("position") },
          try reader.number(
            """
            SELECT count(DISTINCT person) FROM notice
            WHERE substr(sentence, 1, 12) = 'You may vote'
            """)
        )
      }
      #expect(positions == [1, 2, 3])
      #expect(told == 5)
      let acts = try await ward.stage.acts().filter { $0.hasPrefix("election.") }
      expectNoDifference(
        acts,
        [
          "election.begun: Delegates 2026", "election.announced: Delegates 2026",
          "election.opened: Delegates 2026: 5 on the roll",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `an announced election is called off with a reason, and an open one not by those who run it`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let world = ward.stage.world
      @Sendable func callOff(_ id: ElectionID, _ reason: String) async -> String? {
        await refusalCode {
          try await ward.act(as: ward.chief, at: Ward.between) { viewer, writer in
            try Election.callOff(id, because: reason, by: viewer, in: world, writer: writer)
          }
        }
      }
      let id = try await ward.announce(ward.draft)
      #expect(await callOff(id, " ") == "reason")
      #expect(await callOff(id, "Nobody stood.") == nil)
      let election = try await ward.election(id)
      #expect(election.state == .calledOff)
      #expect(election.endedBecause == "Nobody stood.")
      let open = try await ward.opened()
      #expect(await callOff(open, "We dread it.") == "only-election-officer")
    }
  }
}
