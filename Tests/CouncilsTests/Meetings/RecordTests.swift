import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What stays of a meeting: agenda, actions, minutes.
@Suite struct RecordTests {
  @Test(arguments: Engine.available)
  func `members and officers fill the agenda, guests do not, officers order it`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let meeting = try await gathering.plan()
      for (title, person) in [("One", cast.other), ("Two", cast.faculty), ("Three", cast.trainee)] {
        try await add(title, as: person, to: meeting, gathering)
      }
      #expect(
        await refusal { try await add("No", as: cast.adviser, to: meeting, gathering) }
          == "only-those-who-take-part")
      #expect(
        await refusal { try await add("No", as: cast.surgeon, to: meeting, gathering) }
          == "absent")
      let items = try await agenda(as: cast.trainee, meeting, gathering)
      #expect(
        items.map { "\($0.title) \($0.author ?? "-")" }
          == ["One Sam Okafor", "Two Frank Frankson", "Three Tess Núñez"])
      for (item, up) in [(items[2], true), (items[0], true), (items[0], false)] {
        try await gathering.act(as: cast.trainee) { viewer, _, writer in
          _ = try AgendaItem.move(item.id, up: up, by: viewer, writer: writer)
        }
      }
      #expect(
        try await agenda(as: cast.other, meeting, gathering).map(\.title)
          == ["Three", "One", "Two"])
      for (item, person, answer) in [
        (items[1], cast.other, "only-those-who-run"), (items[0], cast.other, nil),
      ] as [(AgendaItem, PersonID, String?)] {
        #expect(
          await refusal {
            try await gathering.act(as: person) { viewer, _, writer in
              _ = try AgendaItem.remove(item.id, by: viewer, writer: writer)
            }
          } == answer)
      }
      try await gathering.society.leave(cast.faculty)
      let left = try await agenda(as: cast.trainee, meeting, gathering)
      #expect(left.map { "\($0.title) \($0.author ?? "-")" } == ["Three Tess Núñez", "Two -"])
    }
  }

  private func add(
    _ title: String, as person: PersonID, to meeting: ID<Meeting>, _ gathering: Gathering
  ) async throws {
    try await gathering.act(as: person) { viewer, world, writer in
      _ = try AgendaItem.add(
        AgendaDraft(title: title), to: meeting, by: viewer, at: world, writer: writer)
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

  @Test(arguments: Engine.available)
  func `an action comes up in each later meeting until it is done`(engine: Engine) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let first = try await gathering.plan("First")
      let second = try await gathering.plan("Second", on: day("2026-11-09"))
      let third = try await gathering.plan("Third", on: day("2026-11-16"))
      try await gathering.begin(first)
      let action = try await gathering.act(as: cast.trainee) { viewer, world, writer in
        try ActionItem.add(
          ActionDraft(title: "Book a room", owner: cast.director, dueOn: day("2026-11-05")),
          in: first, by: viewer, at: world, writer: writer)
      }
      // Members whom nobody sees are given nothing: that would name them.
      #expect(
        await refusal {
          try await gathering.act(as: cast.trainee) { viewer, world, writer in
            _ = try ActionItem.add(
              ActionDraft(title: "x", owner: cast.other, dueOn: day("2026-11-05")), in: first,
              by: viewer, at: world, writer: writer)
          }
        } == "absent")
      #expect(try await actions(in: third, gathering) == ["Book a room"])
      #expect(try await own(cast.director, gathering) == ["Book a room"])
      #expect(
        await refusal {
          try await gathering.act(as: cast.faculty) { viewer, _, writer in
            _ = try ActionItem.settle(action, by: viewer, writer: writer)
          }
        } == "only-those-who-run")
      try await gathering.act(as: cast.director, at: "2026-11-10T15:00:00.000Z") {
        viewer, _, writer in
        _ = try ActionItem.settle(action, by: viewer, writer: writer)
      }
      #expect(try await actions(in: first, gathering) == ["Book a room"])
      #expect(try await actions(in: second, gathering) == ["Book a room"])
      #expect(try await actions(in: third, gathering) == [])
      #expect(try await own(cast.director, gathering) == [])
    }
  }

  private func actions(in id: ID<Meeting>, _ gathering: Gathering) async throws -> [String] {
    try await gathering.stage.see(as: gathering.cast.other) { viewer, reader in
      let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
      return try ActionItem.all(for: seen.meeting, viewer: viewer, reader: reader).map(\.title)
    }
  }

  private func own(_ person: PersonID, _ gathering: Gathering) async throws -> [String] {
    try await gathering.stage.see(as: person) { viewer, reader in
      try ActionItem.own(viewer: viewer, reader: reader).map(\.title)
    }
  }

  @Test(arguments: Engine.available)
  func `minutes are drafted, published, approved at a later meeting, and keep their versions`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let cast = gathering.cast
      let first = try await gathering.plan("First")
      let second = try await gathering.plan("Second", on: day("2026-11-09"))
      #expect(await refusal { try await keep("x", after: 0, first, gathering) } == "not-in-session")
      try await gathering.begin(first)
      try await keep("Draft", after: 0, first, gathering)
      #expect(
        await refusal { try await keep("Other", after: 0, first, gathering) }
          == "changed-meanwhile")
      #expect(try await read(as: cast.other, first, gathering) == nil)
      #expect(try await read(as: cast.director, first, gathering) == "draft: 1 Draft")
      #expect(
        await refusal { try await approve(first, in: second, gathering) }
          == "not-an-older-meeting")
      try await gathering.end(first)
      try await gathering.begin(second, at: "2026-11-09T15:30:00.000Z")
      #expect(await refusal { try await approve(first, in: second, gathering) } == "not-published")
      try await gathering.act(as: cast.trainee) { viewer, _, writer in
        try Minutes.publish(first, by: viewer, writer: writer)
      }
      #expect(try await read(as: cast.other, first, gathering) == "published: 1 Draft")
      #expect(
        await refusal { try await approve(first, in: first, gathering) }
          == "not-an-older-meeting")
      #expect(await refusal { try await approve(first, in: second, gathering) } == "no-quorum")
      let later = "2026-11-09T15:31:00.000Z"
      #expect(try await gathering.checkIn(cast.other, at: second, later) == .done)
      try await approve(first, in: second, gathering)
      #expect(try await read(as: cast.adviser, first, gathering) == "approved: 1 Draft approved")
      try await keep("Mended", after: 1, first, gathering)
      #expect(
        try await read(as: cast.other, first, gathering)
          == "published: 2 Mended, 1 Draft approved")
    }
  }

  private func keep(
    _ content: String, after version: Int, _ id: ID<Meeting>, _ gathering: Gathering
  ) async throws {
    try await gathering.act(as: gathering.cast.trainee) { viewer, world, writer in
      try Minutes.keep(
        MinutesDraft(content: content, after: version), of: id, by: viewer, at: world,
        writer: writer)
    }
  }

  private func approve(
    _ id: ID<Meeting>, in later: ID<Meeting>, _ gathering: Gathering
  ) async throws {
    try await gathering.act(as: gathering.cast.trainee) { viewer, _, writer in
      try Minutes.approve(id, in: later, by: viewer, writer: writer)
    }
  }

  private func read(
    as person: PersonID, _ id: ID<Meeting>, _ gathering: Gathering
  ) async throws -> String? {
    try await gathering.stage.see(as: person) { viewer, reader in
      let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
      let minutes = try Minutes.of(
        seen, isTraineesOnly: false, viewer: viewer, reader: reader)
      return minutes.map { minutes in
        "\(minutes.state): "
          + minutes.versions.map {
            "\($0.number) \($0.content)\($0.isApproved ? " approved" : "")"
          }.joined(separator: ", ")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `reminders name nothing, and of closed sessions nothing is mailed`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      try await gathering.plan("Secret words", on: day("2026-11-03"), isTraineesOnly: true)
      try await remind(at: "2026-11-02T13:00:00.000Z", gathering)
      #expect(try await notices(gathering) == ["P1 not mailed", "P2 not mailed"])
      try await gathering.plan("Open words", on: day("2026-11-04"))
      try await remind(at: "2026-11-03T13:00:00.000Z", gathering)
      try await remind(at: "2026-11-03T14:00:00.000Z", gathering)
      #expect(
        try await notices(gathering) == [
          "P1 not mailed", "P1 to be mailed", "P2 not mailed", "P2 to be mailed",
          "frank to be mailed", "pia to be mailed",
        ])
      let said = try await gathering.stage.store.read { reader in
        try reader.rows("SELECT sentence, path FROM notice WHERE path = '/meetings'").map {
          try $0.text("sentence") + $0.text("path")
        }
      }
      #expect(
        Set(said) == ["There is a meeting tomorrow in an organization you belong to./meetings"])
    }
  }

  private func remind(at moment: String, _ gathering: Gathering) async throws {
    try await gathering.act(as: nil, at: moment) { viewer, world, writer in
      try MeetingReminders.send(on: viewer.today, at: viewer.now, in: world, writer: writer)
    }
  }

  private func notices(_ gathering: Gathering) async throws -> [String] {
    try await gathering.stage.store.read { reader in
      try reader.rows(
        """
        SELECT person.address AS address, person.personnel_number AS number,
          notice.mailed_at AS mailed_at
        FROM notice JOIN person ON person.id = notice.person WHERE notice.path = '/meetings'
        """
      ).map { row in
        let who =
          try row.textOrNil("number") ?? row.text("address").prefix { $0 != "@" }.description
        return who + (try row.textOrNil("mailed_at") == nil ? " to be mailed" : " not mailed")
      }.sorted()
    }
  }
}
