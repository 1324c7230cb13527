import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore

/// What goes on in the council of the matrix: the faculty member is its officer, the adviser its
/// guest, and the trainee, who is seated there, has written a post and hours. The steward is asked
/// to be an officer, and a version of the charter is questioned.
struct MatrixLife: Sendable {
  let trainee: PersonID
  let steward: PersonID
  let organization: OrganizationID
  let offer: ID<Officer>
  let guest: ID<Guest>
  let thread: ID<ForumPost>
  let activity: ID<Activity>
  let hours: ID<GivenHours>
  let charter: ID<Charter>
  let meeting: MatrixMeeting

  static func begin(in id: OrganizationID, on stage: Stage) async throws -> MatrixLife {
    let (cast, world) = (stage.cast, stage.world)
    let (seat, offer, guest, charter) = try await stage.act(as: cast.office) { viewer, writer in
      let seat = try Officer.ask(
        OfficerDraft(person: cast.faculty, title: "Chair", startsOn: viewer.today), in: id,
        by: viewer, at: world, writer: writer)
      let offer = try Officer.ask(
        OfficerDraft(person: cast.steward, title: "Scribe", startsOn: viewer.today), in: id,
        by: viewer, at: world, writer: writer)
      try Guest.letIn(
        cast.adviser, to: id, because: "Advises it", by: viewer, writer: (world, writer))
      let organization = try Organization.find(id, viewer: viewer, reader: writer)
      let guest = try Guest.all(in: organization, viewer: viewer, reader: writer)[0].id
      let charter = try Charter.keep(
        CharterDraft(content: "A charter.", criteria: "Open only to women."), of: id, by: viewer,
        in: world, to: writer)
      return (seat, offer, guest, charter.id)
    }
    let activity = try await stage.act(as: cast.faculty) { viewer, writer in
      try Officer.accept(seat, by: viewer, writer: writer)
      return try Activity.add(
        ActivityDraft(
          kind: .service, title: "Clinic", day: viewer.today, planned: Quarters(count: 4)),
        in: id, by: viewer, at: world, writer: writer)
    }
    let thread = try await stage.act(as: cast.trainee) { viewer, writer in
      try ForumPost.begin(
        ForumDraft(title: "Hello", content: "Words"), in: id, by: viewer, at: world,
        writer: writer)
    }
    let meeting = try await MatrixMeeting.begin(in: id, on: stage)
    return MatrixLife(
      trainee: cast.trainee, steward: cast.steward, organization: id, offer: offer, guest: guest,
      thread: thread, activity: activity, hours: world.newID(), charter: charter,
      meeting: meeting)
  }

  /// Takes back what the request before may have done.
  func restore(on stage: Stage) async throws {
    try await stage.store.write { writer in
      try writer.execute("DELETE FROM membership")
      try writer.execute("UPDATE organization_guest SET ended_at = NULL")
      try writer.execute("UPDATE officer SET ended_at = NULL")
      try writer.execute("DELETE FROM officer WHERE id = \(offer)")
      try writer.execute(
        """
        INSERT INTO officer (id, organization_id, person_id, title, starts_on, named_at)
        VALUES (\(offer), \(organization), \(steward), 'Scribe', '2026-11-02', \(TestWorld.now))
        """)
      try writer.execute(
        """
        UPDATE forum_post SET withdrawn_at = NULL, hidden_at = NULL, hidden_by = NULL,
          hidden_because = NULL, title = 'Hello', content = 'Words'
        """)
      try writer.execute("UPDATE activity SET canceled_at = NULL")
      try writer.execute("DELETE FROM activity_hours")
      try writer.execute(
        """
        INSERT INTO activity_hours (id, activity_id, person_id, quarters, noted_at)
        VALUES (\(hours), \(activity), \(trainee), 4, \(TestWorld.now))
        """)
      try writer.execute("UPDATE charter SET published_at = NULL WHERE id = \(charter)")
      try meeting.restore(writer)
    }
  }

  /// What stands in an address; nil for other addresses.
  func argument(of pattern: String) -> String? {
    if pattern.hasPrefix("/guests") { return guest.text }
    if pattern.hasPrefix("/officers") { return offer.text }
    if pattern.hasPrefix("/threads") || pattern.hasPrefix("/posts") { return thread.text }
    if pattern.hasPrefix("/activities") { return activity.text }
    if pattern.hasPrefix("/hours") { return hours.text }
    if pattern.hasPrefix("/charters") { return charter.text }
    if pattern.hasPrefix("/wording-rules") { return "sex" }
    return meeting.argument(of: pattern)
  }
}
