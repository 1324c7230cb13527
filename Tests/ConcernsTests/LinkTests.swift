import Concerns
import Councils
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Linking a concern to what a meeting is to talk about.
@Suite struct LinkTests {
  @Test(arguments: Engine.available)
  func `each reader sees of a link what they find of the meeting`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      try await desk.addMeeting(with: desk.cast.faculty)
      let code = try await desk.raise("Nights.")
      let (id, world) = (try await desk.written(code).concern.id, desk.world)
      try await desk.handle(id, as: desk.cast.faculty) { concern, viewer, writer in
        let topics = try concern.topics(viewer: viewer, reader: writer)
        #expect(topics.map(\.title) == ["Night float", "Ask nursing"])
        for key in topics.map(\.key.text) {
          try concern.link(key, by: viewer, in: world, writer: writer)
        }
        // What is for trainees alone is not there to be chosen, by its name neither.
        #expect(throws: Problems.self) {
          try concern.link("agenda closed-item", by: viewer, in: world, writer: writer)
        }
      }
      let seen = try await desk.linked(id, as: desk.cast.faculty)
      #expect(seen.keys == ["action the-action", "agenda open-item"])
      #expect(seen.titles == ["Ask nursing", "Night float"])
      // The chair belongs to no council here: that there are links is in the concern, and no title.
      let other = try await desk.linked(id, as: desk.chair)
      #expect(other.keys == seen.keys)
      #expect(other.titles == [])
      #expect(try await desk.written(code).entries.count == 1)
      let opened = try await desk.open(id, as: desk.chair)
      #expect(opened.acts.map(\.act) == [.linked, .linked])
    }
  }
}

extension Desk {
  fileprivate func linked(
    _ id: ID<Concern>, as person: PersonID
  ) async throws -> (keys: [String], titles: [String]) {
    let opened = try await open(id, as: person)
    let found = try await stage.see(as: person) {
      try opened.linked(viewer: $0, reader: $1)
    }
    return (
      opened.entries.compactMap(\.content.link).sorted(), found.values.map(\.title).sorted()
    )
  }

  /// A meeting to come of a council to which somebody belongs.
  fileprivate func addMeeting(with member: PersonID) async throws {
    let now = TestWorld.now
    try await store.write { writer in
      try writer.execute(
        """
        INSERT INTO organization (id, name, name_key, kind, purpose, listing, joining, capacities,
          forget_days, created_at)
        VALUES ('council', 'Wards', 'wards', 'council', 'Wards.', 'everyone', 'open', 'faculty',
          30, \(now))
        """)
      try writer.execute(
        """
        INSERT INTO membership (id, organization_id, person_id, capacity, visible_to, joined_at,
          counted)
        VALUES ('membership', 'council', \(member), 'faculty', 'nobody', \(now), TRUE)
        """)
      try writer.execute(
        """
        INSERT INTO meeting (id, organization_id, title, title_key, begins_at, ends_at, zone,
          place, link, trainees_only, state, code_secret, revision, changed_at,
          minutes_reminders, kept_at)
        VALUES ('meeting', 'council', 'December', 'december', '2026-12-01T15:00:00.000Z',
          '2026-12-01T16:00:00.000Z', 'America/New_York', '', '', FALSE, 'planned', '', 1,
          \(now), 0, \(now))
        """)
      try writer.execute(
        """
        INSERT INTO agenda_item (id, meeting_id, position, title, details, trainees_only, added_at)
        VALUES ('open-item', 'meeting', 1, 'Night float', '', FALSE, \(now)),
          ('closed-item', 'meeting', 2, 'Among us', '', TRUE, \(now))
        """)
      try writer.execute(
        """
        INSERT INTO action_item (id, meeting_id, title, due_on, trainees_only, added_at)
        VALUES ('the-action', 'meeting', 'Ask nursing', '2026-12-10', FALSE, \(now))
        """)
    }
  }
}
