import Crypto
import FoundationEssentials
package import Kernel
import Roster
package import SQLStore

/// Someone's meetings at a secret address, for the calendar on their phone. Only the address's hash
/// is kept; a new one makes the old one stop.
package struct CalendarFeed: Sendable, Equatable {
  package let madeAt: Instant

  /// The viewer's feed, where they have one.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> CalendarFeed? {
    guard let person = viewer.person else { throw Absent() }
    let row = try reader.first(
      "SELECT made_at FROM calendar_feed WHERE person_id = \(person)")
    return try row.map { CalendarFeed(madeAt: try $0.instant("made_at")) }
  }

  /// Makes a new address.
  /// - Returns: the secret in it, which is shown once.
  package static func renew(
    by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> String {
    guard let person = viewer.person else { throw Absent() }
    let secret = hexadecimal(world.randomBytes(24))
    try writer.execute(
      """
      INSERT INTO calendar_feed (person_id, secret_hash, made_at)
      VALUES (\(person), \(hash(secret)), \(viewer.now))
      ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash,
        made_at = excluded.made_at
      """)
    return secret
  }

  /// Makes the address stop.
  package static func revoke(by viewer: Viewer, writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM calendar_feed WHERE person_id = \(viewer.person)")
  }

  /// What stands at an address, with the rights that its person has at this moment.
  ///
  /// The copy is in others' hands. Of associations it does not say which one meets, because to whom
  /// one belongs is nobody's business; of what is for trainees alone it says the time and no more.
  /// - Parameter more: what the person has besides meetings of organizations.
  /// - Throws: ``Absent`` for an address that nobody has, or has any more.
  package static func text(
    at secret: String, now: Instant, siteAddress: String, reader: any SQLReader,
    with more: (Viewer) throws -> [CalendarText.Event] = { _ in [] }
  ) throws -> CalendarText {
    let row = try reader.first(
      """
      SELECT calendar_feed.person_id AS person_id FROM calendar_feed
      JOIN person ON person.id = calendar_feed.person_id
      WHERE calendar_feed.secret_hash = \(hash(secret)) AND person.deactivated_at IS NULL
      """)
    guard let row else { throw Absent() }
    let settings = try Settings(reader: reader)
    let viewer = try Viewer(
      person: try row.id("person_id"), now: now, today: now.day(in: settings.timeZone),
      reader: reader)
    let lines = try Meeting.own(
      from: now.adding(seconds: -90 * 86_400), to: now.adding(seconds: 400 * 86_400),
      viewer: viewer, reader: reader)
    return CalendarText(
      name: "Meetings", zoneName: settings.timeZone.identifier,
      events: try lines.map { event($0, siteAddress) } + more(viewer))
  }

  private static func event(_ line: MeetingLine, _ siteAddress: String) -> CalendarText.Event {
    let meeting = line.meeting
    let isPlain = line.isOfSeats && !meeting.isTraineesOnly
    let summary =
      meeting.isTraineesOnly
      ? "Private time"
      : isPlain ? "\(line.organizationName): \(meeting.title)" : "A meeting"
    return CalendarText.Event(
      uid: "\(meeting.id.text)@housestaff", summary: summary,
      location: isPlain ? meeting.place : "",
      address: meeting.isTraineesOnly ? "" : "\(siteAddress)/meetings/\(meeting.id.text)",
      beginsAt: meeting.beginsAt, endsAt: meeting.endsAt, revision: meeting.revision,
      changedAt: meeting.changedAt, isCanceled: meeting.state == .canceled)
  }

  private static func hash(_ secret: String) -> String {
    hexadecimal(SHA256.hash(data: Array(secret.utf8)))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
