import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The pages of a council's meetings ask the same number of questions for a little and for much.
@Suite struct MeetingBudgetTests {
  @Test(arguments: Engine.available)
  func `pages of meetings, minutes and evidence take the same queries at 10 and at 200 of each`(
    engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let council = try await BusyCouncil.found(on: site.stage)
      try await council.grow(to: 10)
      let few = try await queries(council, site, trace)
      try await council.grow(to: 200)
      let many = try await queries(council, site, trace)
      #expect(many == few)
      #expect(few.values.max() ?? 0 <= 45, "\(few)")
    }
  }

  private func queries(
    _ council: BusyCouncil, _ site: TestSite, _ trace: StatementTrace
  ) async throws -> [String: Int] {
    let office = site.stage.cast.office
    let organization = "/organizations/\(council.id.text)"
    let running = "/meetings/\(council.running.text)"
    let over = "/meetings/\(council.over.text)"
    var counts: [String: Int] = [:]
    for path in [
      "/meetings", "/calendar", "/search?q=monthly", organization + "/meetings",
      organization + "/meetings/plan", organization + "/meetings/quorum",
      organization + "/evidence", organization + "/evidence/export", running,
      running + "/room", running + "/check-in", running + "/agenda", running + "/decide",
      running + "/actions", running + "/minutes", running + "/minutes/edit", over,
      over + "/minutes", over + "/minutes/edit", over + "/minutes/export",
    ] {
      _ = trace.take()
      let answer = try await site.get(path, as: office)
      #expect(answer.status == 200, "\(path)")
      counts[path] = trace.take().filter { !$0.hasPrefix("SELECT id FROM session") }.count
    }
    return counts
  }
}

/// A council whose meetings have much of everything, written by the database itself.
struct BusyCouncil: Sendable {
  let stage: Stage
  let id: OrganizationID
  let running: ID<Meeting>
  let over: ID<Meeting>

  static func found(on stage: Stage) async throws -> BusyCouncil {
    let (cast, world) = (stage.cast, stage.world)
    return try await stage.act(as: cast.office) { viewer, writer in
      let id = try Organization.found(
        OrganizationDraft(
          name: "Busy Council", kind: .council, purpose: "Is busy.", joining: .seats),
        by: viewer, in: world, to: writer)
      try SeatRule.add(
        SeatRuleDraft(title: "Staff", kind: .appointed, seats: 4), to: id, by: viewer,
        in: world, writer: writer)
      func plan(_ hour: Int) throws -> ID<Meeting> {
        try Meeting.plan(
          MeetingDraft(
            title: "Monthly", day: viewer.today,
            clock: ClockTime(hour: hour, minute: 0) ?? .noon),
          in: id, by: viewer, at: world, writer: writer)
      }
      let (over, running) = (try plan(9), try plan(10))
      for meeting in [over, running] {
        try Meeting.begin(meeting, by: viewer, writer: writer)
        try Minutes.keep(
          MinutesDraft(content: "Said.", after: 0), of: meeting, by: viewer, at: world,
          writer: writer)
      }
      try Meeting.end(over, by: viewer, writer: writer)
      try Minutes.publish(over, by: viewer, writer: writer)
      return BusyCouncil(stage: stage, id: id, running: running, over: over)
    }
  }

  /// Adds until there are so many of each.
  func grow(to size: Int) async throws {
    let rows = rows
    try await stage.store.write { writer in
      let numbers = try Self.numbers(to: size, writer)
      for (table, columns, values) in rows {
        try writer.execute(
          "INSERT INTO \(table) (\(columns)) \(numbers) SELECT \(values) FROM numbers")
      }
    }
  }

  private var rows: [(table: SQLQuery, columns: SQLQuery, values: SQLQuery)] {
    [meetings] + whatIsSaid + whatIsDecided
  }

  private var meetings: (table: SQLQuery, columns: SQLQuery, values: SQLQuery) {
    (
      "meeting",
      """
      id, organization_id, title, title_key, begins_at, ends_at, zone, place, link,
      trainees_only, state, code_secret, revision, changed_at, minutes_reminders, kept_at
      """,
      """
      \(Self.id("a")), \(id), 'Monthly', ' monthly ', '2026-10-02T15:00:00.000Z',
      '2026-10-02T16:00:00.000Z', 'America/New_York', '', '', \(false), 'over', 'x', 0,
      '2026-10-02T16:00:00.000Z', 0, '2026-10-02T16:00:00.000Z'
      """
    )
  }

  private var whatIsSaid: [(table: SQLQuery, columns: SQLQuery, values: SQLQuery)] {
    let office = stage.cast.office
    return [
      (
        "agenda_item",
        "id, meeting_id, position, title, details, trainees_only, added_by, added_at",
        """
        \(Self.id("b")), \(running), number, 'Parking', '', \(false), \(office),
        '2026-11-02T15:00:00.000Z'
        """
      ),
      (
        "action_item", "id, meeting_id, title, owner_id, due_on, trainees_only, added_at",
        """
        \(Self.id("c")), \(over), 'Ask', \(office), '2026-11-09', \(false),
        '2026-11-02T15:00:00.000Z'
        """
      ),
      (
        "minutes_version", "minutes_id, number, content, kept_by, kept_at, approved",
        """
        (SELECT id FROM meeting_minutes WHERE meeting_id = \(over)), number + 100, 'Said.',
        \(office), '2026-11-02T15:00:00.000Z', \(false)
        """
      ),
    ]
  }

  private var whatIsDecided: [(table: SQLQuery, columns: SQLQuery, values: SQLQuery)] {
    let office = stage.cast.office
    return [
      (
        "meeting_decision",
        """
        id, meeting_id, wording, votes_for, votes_against, abstained, counted_by, at,
        trainees_only, quorum_present, quorum_seats, quorum_needed, void
        """,
        """
        \(Self.id("d")), \(over), 'So be it', 1, 0, 0, \(office), '2026-11-02T15:00:00.000Z',
        \(false), 1, 1, 1, \(false)
        """
      ),
      (
        "meeting_roll",
        "meeting_id, number, seat_title, votes, holder_id, holder_name, state",
        "\(over), number + 100, 'Staff', \(true), \(office), 'Olga', 'present'"
      ),
    ]
  }

  private static func id(_ kind: SQLQuery) -> SQLQuery {
    "'00000000-0000-7000-9000-\(kind)' || CAST(10000000000 + number AS TEXT)"
  }

  private static func numbers(to last: Int, _ reader: any SQLReader) throws -> SQLQuery {
    let first = try reader.number("SELECT count(*) FROM agenda_item") + 1
    return """
      WITH RECURSIVE numbers (number) AS (
        SELECT CAST(\(first) AS BIGINT)
        UNION ALL SELECT number + 1 FROM numbers WHERE number < \(last))
      """
  }
}
