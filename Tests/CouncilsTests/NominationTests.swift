import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct NominationTests {
  @Test(arguments: Engine.available)
  func `a trainee stands, the director releases, and the seat is theirs`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, before) = (council.cast, try await council.stage.lastAct())
      let nomination = try await council.putForward(
        cast.trainee, for: council.medicine, by: cast.trainee)
      #expect(nomination.state == .awaiting)
      #expect(try await council.seatings() == [])
      let seating = try await council.approve(nomination.id, by: cast.director)
      #expect(seating.place == .holder)
      #expect(
        try await council.seatings() == ["Tess Núñez: holder 2026-11-02 to 2027-06-30"])
      #expect(
        try await council.stage.acts(after: before) == [
          "nomination.made: Technology Council", "nomination.approved: Technology Council",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `only the director of the trainee's own program decides, and a deputy`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let nomination = try await council.putForward(
        cast.trainee, for: council.medicine, by: cast.coordinator)
      var answers: [String: String] = [:]
      for (role, person) in cast.viewers where role != "director" {
        answers[role] = await refusal { try await council.approve(nomination.id, by: person) }
      }
      #expect(
        answers == [
          "anonymous": "absent", "administrator": "not-their-director",
          "office": "not-their-director", "dio": "not-their-director",
          "coordinator": "not-their-director", "other director": "absent", "steward": "absent",
          "adviser": "absent", "faculty": "absent", "trainee": "own-nomination",
          "other trainee": "absent",
        ])
      let (world, steward) = (council.stage.world, cast.steward)
      try await council.stage.act(as: cast.director) { viewer, writer in
        try RoleGrant.nameDeputy(
          of: cast.directing,
          DeputyDraft(person: steward, term: Term(from: TestWorld.today)), by: viewer, in: world,
          to: writer)
      }
      #expect(await refusal { try await council.approve(nomination.id, by: steward) } == nil)
      #expect(
        await refusal { try await council.approve(nomination.id, by: cast.director) }
          == "already-decided")
    }
  }

  @Test(arguments: Engine.available)
  func `a deputy who stands does not release themselves`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      try await council.stage.act(as: cast.director) { viewer, writer in
        try RoleGrant.nameDeputy(
          of: cast.directing,
          DeputyDraft(person: cast.trainee, term: Term(from: TestWorld.today)), by: viewer,
          in: world, to: writer)
      }
      let nomination = try await council.putForward(
        cast.trainee, for: council.medicine, by: cast.trainee)
      #expect(nomination.state == .awaiting)
      #expect(
        await refusal { try await council.approve(nomination.id, by: cast.trainee) }
          == "own-nomination")
    }
  }

  @Test(arguments: Engine.available)
  func `a director who puts a trainee forward is not asked again`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let nomination = try await council.putForward(
        cast.trainee, for: council.medicine, by: cast.director)
      #expect(nomination.state == .approved)
      #expect(try await council.seatings().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `who is put forward where follows the roster`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      func code(_ person: PersonID, _ seat: Seat, by actor: PersonID?) async -> String? {
        await refusal { try await council.putForward(person, for: seat, by: actor) }
      }
      #expect(await code(cast.trainee, council.surgery, by: cast.trainee) == "not-of-place")
      #expect(await code(cast.faculty, council.medicine, by: cast.office) == "not-trainee")
      #expect(await code(cast.former, council.medicine, by: cast.office) == "not-trainee")
      #expect(
        await code(cast.trainee, council.medicine, by: cast.other) == "not-yours-to-put-forward")
      #expect(
        await code(cast.trainee, council.medicine, by: cast.surgeon) == "not-yours-to-put-forward")
      // Why someone cannot stand is for those alone who may put them forward.
      #expect(
        await code(cast.former, council.medicine, by: cast.other) == "not-yours-to-put-forward")
      #expect(await code(cast.trainee, council.medicine, by: nil) == "absent")
      #expect(await code(cast.trainee, council.medicine, by: cast.trainee) == nil)
      #expect(await code(cast.trainee, council.medicine, by: cast.office) == "already-put-forward")
    }
  }

  @Test(arguments: Engine.available)
  func `a taken seat is refused with its holder's name and last day, or waited for`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      do {
        try await council.putForward(
          council.neurologist, for: council.medicine, by: council.neurologist)
        Issue.record("a second nominee was taken")
      } catch let refusal as CouncilRefusal {
        #expect(
          refusal.sentence
            == "Tess Núñez holds this seat until June 30, 2027. You can ask for them to wait as an "
            + "alternate.")
      }
      let nomination = try await council.putForward(
        council.neurologist, for: council.medicine, by: council.neurologist, asAlternate: true)
      let seating = try await council.approve(nomination.id, by: cast.faculty)
      #expect(seating.place == .alternate)
    }
  }

  @Test(arguments: Engine.available)
  func `of two directors who approve at the same moment one wins and the other is told`(
    engine: Engine
  ) async throws {
    for _ in 0..<5 {
      try await withCouncil(engine) { council in
        let cast = council.cast
        let first = try await council.putForward(
          cast.trainee, for: council.medicine, by: cast.trainee)
        let second = try await council.putForward(
          council.neurologist, for: council.medicine, by: council.neurologist)
        async let one = refusal { try await council.approve(first.id, by: cast.director) }
        async let other = refusal { try await council.approve(second.id, by: cast.faculty) }
        let codes = await [one, other].compactMap(\.self)
        #expect(codes == ["seat-taken"])
        let seatings = try await council.seatings()
        #expect(seatings.count == 1)
        // Whoever lost can still be kept as an alternate: nothing was decided for them.
        let states = try await council.stage.store.read { reader in
          try reader.rows("SELECT state FROM nomination ORDER BY state")
            .map { try $0.text("state") }
        }
        #expect(states == ["approved", "awaiting"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is put forward for seats that others fill`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let (cast, world, organization) = (council.cast, council.stage.world, council.organization)
      let drafts: [(SeatRuleDraft, String)] = [
        (SeatRuleDraft(title: "Peers", kind: .peerSelected), "peers-select"),
        (SeatRuleDraft(title: "Official", kind: .exOfficio, role: .dio), "comes-with-role"),
        (SeatRuleDraft(title: "Faculty", kind: .appointed), "office-appoints"),
      ]
      for (draft, expected) in drafts {
        let rule = try await council.stage.act(as: cast.office) { viewer, writer in
          try SeatRule.add(draft, to: organization, by: viewer, in: world, writer: writer)
        }
        let seat = Seat(rule: rule, unit: .institution)
        #expect(
          await refusal { try await council.putForward(cast.trainee, for: seat, by: cast.office) }
            == expected)
        guard draft.kind != .appointed else { continue }
        for person in [cast.office, cast.administrator] {
          let code = await refusal {
            try await council.stage.act(as: person) { viewer, writer in
              _ = try Seating.appoint(
                cast.trainee, to: rule, by: viewer, in: world, writer: writer)
            }
          }
          #expect(code == expected)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a director says no with a reason, which the trainee reads and others do not`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, world) = (council.cast, council.stage.world)
      let nomination = try await council.putForward(
        cast.trainee, for: council.medicine, by: cast.trainee)
      let empty = await refusal {
        try await council.stage.act(as: cast.director) { viewer, writer in
          try Nomination.decline(
            nomination.id, because: " ", by: viewer, in: world, writer: writer)
        }
      }
      #expect(empty?.contains("Write why") == true)
      try await council.stage.act(as: cast.director) { viewer, writer in
        try Nomination.decline(
          nomination.id, because: "Boards are in May.", by: viewer, in: world, writer: writer)
      }
      let seen = try await council.stage.see(as: cast.trainee) { viewer, reader in
        try NominationLine.find(nomination.id, viewer: viewer, reader: reader).nomination
      }
      #expect(seen.state == .declined)
      #expect(seen.reason == "Boards are in May.")
      #expect(
        await refusal {
          _ = try await council.stage.see(as: cast.other) { viewer, reader in
            try NominationLine.find(nomination.id, viewer: viewer, reader: reader)
          }
        } == "absent")
      let told = try await council.stage.store.read { reader in
        try reader.rows("SELECT sentence FROM notice WHERE person = \(cast.trainee) ORDER BY id")
          .map { try $0.text("sentence") }
      }
      #expect(
        told.last
          == "You were not released for the seat in Technology Council. The page says why.")
      #expect(!told.contains { $0.contains("Boards") })
    }
  }
}
