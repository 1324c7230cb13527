import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What is for trainees alone has no way to anybody else, whatever they are in the organization.
@Suite struct TraineesOnlyTests {
  @Test(arguments: Engine.available)
  func `open meetings are read by those who belong and by guests, closed ones by trainees alone`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      try await gathering.plan("Open")
      let closed = try await gathering.plan("Closed", isTraineesOnly: true)
      for (role, person) in cast.viewers {
        let expected: [String]? =
          switch role {
          case "trainee", "other trainee": ["Open", "Closed"]
          case "director", "faculty", "adviser": ["Open"]
          default: nil
          }
        #expect(try await gathering.titles(as: person) == expected, "\(role)")
        let answer = await refusal {
          _ = try await gathering.stage.see(as: person) {
            try SeenMeeting.find(closed, viewer: $0, reader: $1)
          }
        }
        #expect(answer == (expected == ["Open", "Closed"] ? nil : "absent"), "\(role)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `meetings of councils are read by the office and the official, and closed ones are not`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let id = council.organization
      let world = council.stage.world
      try await council.stage.act(as: cast.office) { viewer, writer in
        try Meeting.plan(.at(10), in: id, by: viewer, at: world, writer: writer)
      }
      #expect(
        await refusal {
          try await council.stage.act(as: cast.office) { viewer, writer in
            var draft = MeetingDraft.at(11)
            draft.isTraineesOnly = true
            try Meeting.plan(draft, in: id, by: viewer, at: world, writer: writer)
          }
        } == "only-trainees")
      for (role, person) in cast.viewers {
        let titles = try await council.stage.see(as: person) {
          try Meeting.toCome(in: id, viewer: $0, reader: $1).map(\.title)
        }
        let reads = ["office", "administrator", "dio"].contains(role)
        #expect(titles == (reads ? ["Council"] : []), "\(role)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a trainee who is given a role reads nothing more of it from that moment`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let world = gathering.stage.world
      try await gathering.plan("Closed", isTraineesOnly: true)
      #expect(try await gathering.titles(as: cast.other) == ["Closed"])
      try await gathering.stage.act(as: cast.administrator) { viewer, writer in
        _ = try RoleGrant.grant(
          GrantDraft(
            person: cast.other, role: .steward, scope: .institution,
            term: Term(from: TestWorld.today)), by: viewer, in: world, to: writer)
      }
      #expect(try await gathering.titles(as: cast.other) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `no verb answers others otherwise for a closed meeting than for none`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let closed = try await gathering.plan("Closed", isTraineesOnly: true)
      try await gathering.begin(closed)
      let item = try await gathering.act(as: cast.trainee) { viewer, world, writer in
        try AgendaItem.add(
          AgendaDraft(title: "Secret"), to: closed, by: viewer, at: world, writer: writer)
      }
      let none = ID<Meeting>(stored: "00000000-0000-7000-8000-000000000000")
      let noItem = ID<AgendaItem>(stored: none.text)
      for person in [cast.director, cast.adviser, cast.office, cast.dio, cast.administrator] {
        for (meeting, item) in [(closed, item), (none, noItem)] {
          for act in acts(on: meeting, item) {
            let answer = await refusal { try await gathering.act(as: person, act) }
            #expect(answer == "absent")
          }
        }
      }
    }
  }

  private typealias Act = @Sendable (Viewer, World, any SQLWriter) throws -> Void

  private func acts(on meeting: ID<Meeting>, _ item: ID<AgendaItem>) -> [Act] {
    [
      { try Meeting.begin(meeting, by: $0, writer: $2) },
      { try Meeting.end(meeting, by: $0, writer: $2) },
      { try Meeting.cancel(meeting, by: $0, writer: $2) },
      { try Meeting.edit(meeting, .at(12), by: $0, writer: $2) },
      {
        try Meeting.open(
          meeting, votes: .init(inFavor: 1, against: 0), by: $0, at: $1, writer: $2)
      },
      { _ = try CheckIn.enter("CDFGHJ", at: meeting, by: $0, writer: $2) },
      { _ = try CheckIn.code(at: meeting, by: $0, reader: $2) },
      { try CheckIn.admit(PersonID(stored: "x"), to: meeting, by: $0, writer: $2) },
      {
        _ = try AgendaItem.add(
          AgendaDraft(title: "x"), to: meeting, by: $0, at: $1, writer: $2)
      },
      { _ = try AgendaItem.move(item, up: true, by: $0, writer: $2) },
      { _ = try AgendaItem.remove(item, by: $0, writer: $2) },
      {
        try Minutes.keep(
          MinutesDraft(content: "x", after: 0), of: meeting, by: $0, at: $1, writer: $2)
      },
      { try Minutes.publish(meeting, by: $0, writer: $2) },
      { try Minutes.approve(meeting, in: meeting, by: $0, writer: $2) },
    ]
  }

  @Test(arguments: Engine.available)
  func `the trail learns that a session was held and nothing else of it`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let before = try await gathering.stage.lastAct()
      let closed = try await gathering.plan("Closed", isTraineesOnly: true)
      let canceled = try await gathering.plan("Never", isTraineesOnly: true)
      try await gathering.act(as: gathering.cast.trainee) { viewer, _, writer in
        try Meeting.cancel(canceled, by: viewer, writer: writer)
      }
      try await gathering.begin(closed)
      _ = try await gathering.decide("Secret", .init(inFavor: 0, against: 0), in: closed)
      #expect(try await gathering.stage.acts(after: before) == [])
      try await gathering.end(closed)
      #expect(try await gathering.stage.acts(after: before) == ["forum.held: "])
    }
  }

  @Test(arguments: Engine.available)
  func `items, decisions and actions for trainees alone in an open meeting are read by them alone`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      try await gathering.begin(meeting)
      for (title, isSecret) in [("First", false), ("Secret", true), ("Last", false)] {
        try await gathering.act(as: cast.trainee) { viewer, world, writer in
          _ = try AgendaItem.add(
            AgendaDraft(title: title, isTraineesOnly: isSecret), to: meeting, by: viewer,
            at: world, writer: writer)
        }
      }
      _ = try await gathering.checkIn(cast.trainee, at: meeting)
      _ = try await gathering.decide(
        "Secret", .init(inFavor: 1, against: 0), in: meeting, isTraineesOnly: true)
      try await gathering.act(as: cast.trainee) { viewer, world, writer in
        _ = try ActionItem.add(
          ActionDraft(
            title: "Secret", owner: cast.trainee, dueOn: day("2026-11-09"), isTraineesOnly: true),
          in: meeting, by: viewer, at: world, writer: writer)
      }
      #expect(
        try await everything(as: cast.other, meeting, gathering)
          == ["First", "Secret", "Last", "Secret", "Secret"])
      for person in [cast.director, cast.faculty, cast.adviser] {
        #expect(try await everything(as: person, meeting, gathering) == ["First", "Last"])
      }
      for draft in [true, false] {
        let answer = await refusal {
          _ = try await gathering.decide(
            "Mine", .init(inFavor: 1, against: 0), in: meeting, isTraineesOnly: draft,
            by: cast.director)
        }
        #expect(answer == (draft ? "only-trainees" : nil))
      }
      // The director moves what they read, and finds no gap.
      let last = try await agenda(as: cast.director, meeting, gathering)[1].id
      try await gathering.act(as: cast.director) { viewer, _, writer in
        _ = try AgendaItem.move(last, up: true, by: viewer, writer: writer)
      }
      #expect(
        try await agenda(as: cast.trainee, meeting, gathering).map(\.title)
          == ["Last", "Secret", "First"])
    }
  }

  private func agenda(
    as person: PersonID, _ id: ID<Meeting>, _ gathering: Gathering
  ) async throws -> [AgendaItem] {
    try await gathering.stage.see(as: person) { viewer, reader in
      let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
      return try AgendaItem.all(of: seen, viewer: viewer, reader: reader)
    }
  }

  private func everything(
    as person: PersonID, _ id: ID<Meeting>, _ gathering: Gathering
  ) async throws -> [String] {
    try await gathering.stage.see(as: person) { viewer, reader in
      let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
      return try AgendaItem.all(of: seen, viewer: viewer, reader: reader).map(\.title)
        + Decision.all(of: seen, viewer: viewer, reader: reader).map(\.wording)
        + ActionItem.all(for: seen.meeting, viewer: viewer, reader: reader).map(\.title)
    }
  }

  @Test(arguments: Engine.available)
  func `search finds meetings by their titles for those alone who read them`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      try await gathering.plan("Décor of the lounge")
      try await gathering.plan("Decorum", isTraineesOnly: true)
      for (person, titles) in [
        (cast.other, ["Décor of the lounge", "Decorum"]), (cast.director, ["Décor of the lounge"]),
        (cast.office, []),
      ] as [(PersonID, [String])] {
        let found = try await gathering.stage.see(as: person) {
          try Meeting.found("decor", viewer: $0, reader: $1).map(\.meeting.title)
        }
        #expect(found == titles)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what stays of someone who is forgotten has no name, and the others are still counted`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      try await gathering.begin(meeting)
      #expect(try await gathering.checkIn(cast.faculty, at: meeting) == .done)
      try await gathering.act(as: cast.faculty) { viewer, world, writer in
        _ = try AgendaItem.add(
          AgendaDraft(title: "Parking"), to: meeting, by: viewer, at: world, writer: writer)
      }
      try await gathering.end(meeting)
      try await gathering.society.leave(cast.faculty)
      try await gathering.society.turn(to: "2027-06-01")
      let traces = try await gathering.stage.store.read { reader in
        try reader.number(
          """
          SELECT (SELECT count(*) FROM agenda_item WHERE added_by IS NOT NULL)
            + (SELECT count(*) FROM meeting_attendance) AS traces
          """)
      }
      #expect(traces == 0)
      let others = try await gathering.stage.see(as: cast.trainee) { viewer, reader in
        let seen = try SeenMeeting.find(meeting, viewer: viewer, reader: reader)
        return try Roll.of(seen, viewer: viewer, reader: reader).others
      }
      #expect(others == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a closed session is opened by the votes of those who are there, and by nothing else`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let closed = try await gathering.plan("Closed", isTraineesOnly: true)
      try await gathering.begin(closed)
      _ = try await gathering.decide("Before", .init(inFavor: 0, against: 0), in: closed)
      for person in [cast.trainee, cast.other] {
        #expect(try await gathering.checkIn(person, at: closed) == .done)
      }
      func open(_ inFavor: Int, _ against: Int) async -> String? {
        await refusal {
          try await gathering.act(as: cast.trainee, at: "2026-11-02T15:50:00.000Z") {
            viewer, world, writer in
            try Meeting.open(
              closed, votes: .init(inFavor: inFavor, against: against), by: viewer, at: world,
              writer: writer)
          }
        }
      }
      #expect(await open(3, 0) == "too-many-votes")
      #expect(await open(1, 1) == "needs-members-vote")
      // Where no seat votes, nobody opens it alone among others.
      #expect(await open(1, 0) == "needs-members-vote")
      #expect(try await gathering.titles(as: cast.director) == [])
      #expect(await open(2, 0) == nil)
      #expect(try await gathering.titles(as: cast.director) == ["Closed"])
      #expect(await open(2, 0) == "is-open-already")
      let read = try await everything(as: cast.director, closed, gathering)
      #expect(read == ["This session is opened to all who read the meetings."])
      #expect(
        try await gathering.stage.acts().last == "session.opened: 2 for, 0 against")
    }
  }
}

extension MeetingDraft {
  /// A meeting of today.
  static func at(_ hour: Int) -> MeetingDraft {
    MeetingDraft(
      title: "Council", day: TestWorld.today, clock: ClockTime(hour: hour, minute: 30) ?? .noon)
  }
}
