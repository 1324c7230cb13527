import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// A session for trainees alone is opened by the members' vote, also when many act at once.
@Suite struct OpeningTests {
  private func open(
    _ meeting: ID<Meeting>, _ votes: Decision.Votes, in council: Council
  ) async -> String? {
    let world = council.stage.world
    return await refusal {
      try await council.stage.act(as: council.cast.trainee) { viewer, writer in
        try Meeting.open(meeting, votes: votes, by: viewer, at: world, writer: writer)
      }
    }
  }

  /// Seats the trainee, who chairs the council, and someone of surgery; the session is on.
  private func begin(_ council: Council) async throws -> (meeting: ID<Meeting>, surgeon: PersonID) {
    let (cast, id, world) = (council.cast, council.organization, council.stage.world)
    let surgeon = try await council.enrollSurgeon()
    for (person, seat, director) in [
      (cast.trainee, council.medicine, cast.director), (surgeon, council.surgery, cast.surgeon),
    ] {
      let put = try await council.putForward(person, for: seat, by: person)
      try await council.approve(put.id, by: director)
    }
    let officer = try await council.stage.act(as: cast.office) { viewer, writer in
      try Officer.ask(
        OfficerDraft(person: cast.trainee, title: "Chair", startsOn: viewer.today), in: id,
        by: viewer, at: world, writer: writer)
    }
    let meeting = try await council.stage.act(as: cast.trainee) { viewer, writer in
      try Officer.accept(officer, by: viewer, writer: writer)
      var draft = MeetingDraft.at(10)
      draft.isTraineesOnly = true
      let meeting = try Meeting.plan(draft, in: id, by: viewer, at: world, writer: writer)
      try Meeting.begin(meeting, by: viewer, writer: writer)
      try CheckIn.admit(cast.trainee, to: meeting, by: viewer, writer: writer)
      return meeting
    }
    return (meeting, surgeon)
  }

  private func decisions(_ council: Council) async throws -> [String] {
    try await council.stage.store.read { reader in
      try reader.rows(
        """
        SELECT votes_for, quorum_present, quorum_needed FROM meeting_decision
        WHERE trainees_only = \(false)
        """
      ).map { row in
        "\(try row.integer("votes_for")) for, \(try row.integer("quorum_present")) of "
          + "\(try row.integer("quorum_needed"))"
      }
    }
  }

  @Test(arguments: Engine.available)
  func `without a quorum of seats no vote opens a session, and none is kept`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (meeting, surgeon) = try await begin(council)
      #expect(
        await open(meeting, .init(inFavor: 1, against: 0), in: council)
          == "needs-members-vote")
      let kept = try await council.stage.store.read {
        try $0.number("SELECT count(*) FROM meeting_decision")
      }
      #expect(kept == 0)
      try await council.admit(surgeon, to: meeting, by: council.cast.trainee)
      #expect(await open(meeting, .init(inFavor: 2, against: 0), in: council) == nil)
      #expect(try await decisions(council) == ["2 for, 2 of 2"])
    }
  }

  @Test(arguments: Engine.available)
  func `of eight who open a session at once one does, and the vote is on record once`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (meeting, surgeon) = try await begin(council)
      try await council.admit(surgeon, to: meeting, by: council.cast.trainee)
      let answers = await withTaskGroup(of: String?.self) { group in
        for _ in 0..<8 {
          group.addTask { await open(meeting, .init(inFavor: 2, against: 0), in: council) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.filter { $0 == nil }.count == 1)
      #expect(answers.filter { $0 == "is-open-already" }.count == 7)
      #expect(try await decisions(council) == ["2 for, 2 of 2"])
      let opened = try await council.stage.acts().filter { $0.hasPrefix("session.opened") }
      #expect(opened == ["session.opened: 2 for, 0 against"])
    }
  }

  @Test(arguments: Engine.available)
  func `when a delegate is taken off the roll while it is opened, it is open only with a quorum`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (meeting, surgeon) = try await begin(council)
      for _ in 0..<4 {
        try await council.admit(surgeon, to: meeting, by: council.cast.trainee)
        async let opened = open(meeting, .init(inFavor: 2, against: 0), in: council)
        async let left = refusal {
          try await council.stage.act(as: council.cast.trainee) { viewer, writer in
            try CheckIn.takeBack(surgeon, from: meeting, by: viewer, writer: writer)
          }
        }
        let (answer, _) = await (opened, left)
        #expect([nil, "too-many-votes"].contains(answer))
        #expect(try await decisions(council) == (answer == nil ? ["2 for, 2 of 2"] : []))
        guard answer != nil else { return }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who was given a role since checking in counts for nothing in a vote of trainees`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      try await gathering.begin(meeting)
      for person in [cast.trainee, cast.other, cast.faculty] {
        #expect(try await gathering.checkIn(person, at: meeting) == .done)
      }
      let crowd = await refusal {
        _ = try await gathering.decide(
          "Among us", .init(inFavor: 3, against: 0), in: meeting, isTraineesOnly: true)
      }
      #expect(crowd == "too-many-votes")
      let both = await refusal {
        _ = try await gathering.decide(
          "Among us", .init(inFavor: 2, against: 0), in: meeting, isTraineesOnly: true)
      }
      #expect(both == nil)
      let world = gathering.stage.world
      try await gathering.stage.act(as: cast.administrator) { viewer, writer in
        _ = try RoleGrant.grant(
          GrantDraft(
            person: cast.other, role: .steward, scope: .institution,
            term: Term(from: TestWorld.today)), by: viewer, in: world, to: writer)
      }
      let alone = await refusal {
        _ = try await gathering.decide(
          "Among us", .init(inFavor: 2, against: 0), in: meeting, isTraineesOnly: true)
      }
      #expect(alone == "too-many-votes")
    }
  }
}
