package import Kernel
package import SQLStore

/// Saying that one is here: by the code that stands in the room, or by an officer.
package enum CheckIn {
  /// What came of typing a code. A wrong one is answered and not thrown, because thrown it would
  /// take back that it was counted.
  package enum Outcome: Sendable, Equatable {
    case done
    /// Was here already.
    case before
    case wrongCode
    /// Too many wrong ones: so many seconds to wait.
    case wait(seconds: Int)
    /// Too early or too late.
    case notNow
  }

  /// Wrong codes that cost no wait.
  package static let free = 5
  /// The wait after the next one in seconds; it doubles from there, up to the longest.
  static let firstWait = 30
  static let longestWait = 900

  /// Whether people check in at a moment: from half an hour before it begins until it is over, at
  /// most four hours after its time.
  package static func isOpen(_ meeting: Meeting, at now: Instant) -> Bool {
    meeting.isOpen && now >= meeting.beginsAt.adding(seconds: -Meeting.earliest)
      && now <= meeting.endsAt.adding(seconds: Meeting.lateness)
  }

  /// Whether the viewer is checked in.
  package static func isHere(
    _ viewer: Viewer, at id: ID<Meeting>, reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM meeting_attendance
      WHERE meeting_id = \(id) AND person_id = \(viewer.person)
      """) > 0
  }

  /// Checks the viewer in by a code.
  package static func enter(
    _ typed: String, at id: ID<Meeting>, by viewer: Viewer, writer: any SQLWriter
  ) throws -> Outcome {
    let seen = try SeenMeeting.find(id, viewer: viewer, reader: writer)
    guard seen.takesPart || seen.belonging.isGuest || seen.runs, let person = viewer.person
    else { throw MeetingRefusal.onlyThoseWhoTakePart }
    guard isOpen(seen.meeting, at: viewer.now) else { return .notNow }
    if try isHere(viewer, at: id, reader: writer) { return .before }
    let tries = try Tries.of(person, at: id, reader: writer)
    let wait = tries.wait(at: viewer.now)
    if wait > 0 { return .wait(seconds: wait) }
    let row = try writer.first("SELECT code_secret FROM meeting WHERE id = \(id)")
    let secret = try row?.text("code_secret") ?? ""
    guard CheckInCode.takes(typed, secret: secret, at: viewer.now) else {
      try tries.countOne(of: person, at: id, viewer.now, writer)
      return .wrongCode
    }
    try note(person, at: id, "code", viewer.now, writer)
    return .done
  }

  /// The code of this moment, for the screen in the room.
  package static func code(
    at id: ID<Meeting>, by viewer: Viewer, reader: any SQLReader
  ) throws -> CheckInCode? {
    let seen = try Meeting.run(id, viewer, reader)
    guard isOpen(seen.meeting, at: viewer.now),
      let row = try reader.first("SELECT code_secret FROM meeting WHERE id = \(id)")
    else { return nil }
    return CheckInCode(secret: try row.text("code_secret"), at: viewer.now)
  }

  /// An officer checks someone in who has to do with a seat.
  package static func admit(
    _ person: PersonID, to id: ID<Meeting>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try checkSeated(person, id, viewer, writer)
    try note(person, at: id, "officer", viewer.now, writer)
  }

  /// An officer takes it back.
  package static func takeBack(
    _ person: PersonID, from id: ID<Meeting>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try checkSeated(person, id, viewer, writer)
    try writer.execute(
      """
      DELETE FROM meeting_attendance WHERE meeting_id = \(id) AND person_id = \(person)
      """)
  }

  private static func checkSeated(
    _ person: PersonID, _ id: ID<Meeting>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    let seen = try Meeting.run(id, viewer, reader)
    guard isOpen(seen.meeting, at: viewer.now) else { throw MeetingRefusal.notInSession }
    let roll = try Roll.now(seen, viewer: viewer, reader: reader)
    let isSeated = roll.lines.contains { line in
      line.holder == person || line.alternates.contains { $0.person == person }
    }
    guard isSeated else { throw Absent() }
    guard seen.meeting.isTraineesOnly else { return }
    guard try TraineesOnly.among([person], on: viewer.today, reader: reader).contains(person)
    else { throw Absent() }
  }

  private static func note(
    _ person: PersonID, at id: ID<Meeting>, _ manner: String, _ now: Instant,
    _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO meeting_attendance (meeting_id, person_id, manner, at)
      VALUES (\(id), \(person), \(manner), \(now)) ON CONFLICT (meeting_id, person_id) DO NOTHING
      """)
  }

  /// Wrong codes of someone at a meeting.
  private struct Tries {
    let wrong: Int
    let lastAt: Instant

    static func of(
      _ person: PersonID, at id: ID<Meeting>, reader: any SQLReader
    ) throws -> Tries {
      let row = try reader.first(
        """
        SELECT wrong, last_at FROM meeting_code_try
        WHERE meeting_id = \(id) AND person_id = \(person)
        """)
      guard let row else { return Tries(wrong: 0, lastAt: Instant(milliseconds: 0)) }
      return Tries(wrong: try row.integer("wrong"), lastAt: try row.instant("last_at"))
    }

    func wait(at now: Instant) -> Int {
      guard wrong >= CheckIn.free else { return 0 }
      let wait = min(
        CheckIn.longestWait, CheckIn.firstWait << min(wrong - CheckIn.free, 10))
      return max(0, lastAt.adding(seconds: wait).seconds(since: now))
    }

    func countOne(
      of person: PersonID, at id: ID<Meeting>, _ now: Instant, _ writer: any SQLWriter
    ) throws {
      try writer.execute(
        """
        INSERT INTO meeting_code_try (meeting_id, person_id, wrong, last_at)
        VALUES (\(id), \(person), 1, \(now))
        ON CONFLICT (meeting_id, person_id) DO UPDATE SET wrong = meeting_code_try.wrong + 1,
          last_at = excluded.last_at
        """)
    }
  }
}
