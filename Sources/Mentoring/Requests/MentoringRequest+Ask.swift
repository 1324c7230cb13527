package import Kernel
import Roster
package import SQLStore

/// What a mentee writes to a mentor.
package struct RequestDraft: Sendable, Equatable {
  package var mentor: ID<Enrollment>
  package var message: String

  package init(to mentor: ID<Enrollment>, _ message: String) {
    self.mentor = mentor
    self.message = message
  }

  /// The name of the field.
  package static let field = "message"

  /// Reads what was typed.
  /// - Throws: ``Problems`` tied to its field.
  package init(to mentor: ID<Enrollment>, typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let message = fields.requiredLines(
      Self.field, most: 1000, "Write a line about what you hope for.")
    try fields.problems.throwIfAny()
    self.init(to: mentor, message ?? "")
  }
}

extension MentoringRequest {
  /// Asks a mentor. Of whom the rules keep apart it is refused; where a wish keeps the two apart,
  /// the request lapses in time like one that nobody answers, and the mentor never learns of it.
  @discardableResult
  package static func ask(
    _ draft: RequestDraft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<MentoringRequest> {
    let asking = try Asking(draft.mentor, viewer, writer)
    try asking.cycle.refuse(unless: .ask, on: viewer.today)
    try asking.refuseMore(writer)
    let bars = try Bars.between(
      asking.mentee.person, asking.mentor, in: asking.cycle, viewer, writer)
    if let bar = bars.subtracting([.apart]).first { throw MentoringRefusal.barred(bar) }
    let id: ID<MentoringRequest> = world.newID()
    // Nobody answers once the cycle's last day is over.
    let plan = asking.cycle.plan
    let until = min(viewer.today.adding(days: plan.answerDays), plan.endsOn)
    try writer.execute(
      """
      INSERT INTO mentoring_request (id, cycle_id, mentee_id, mentor_id, message, state,
        is_held_back, asked_at, answer_until)
      VALUES (\(id), \(asking.cycle.id), \(asking.mentee.id), \(draft.mentor), \(draft.message),
        \(State.open.rawValue), \(!bars.isEmpty), \(viewer.now), \(until))
      """)
    if bars.isEmpty {
      try Notice.tell(
        asking.mentor,
        Notice.News(
          .mentoring,
          "Someone asks you to be their mentor in “\(asking.cycle.title)”. Answer until "
            + "\(until.words).", path: path), in: world, writer: writer)
    }
    try asking.cycle.noteUnnamed("mentoring.asked", at: viewer.now, to: writer)
    return id
  }

  /// The page with someone's requests, for notices.
  static let path = "/mentoring/requests"

  /// Takes the viewer's own request back.
  package static func takeBack(
    _ id: ID<MentoringRequest>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let request = try find(id, as: .mentee, viewer: viewer, reader: writer)
    let cycle = try MentoringCycle.find(request.cycle, viewer: viewer, reader: writer)
    try request.close(as: .takenBack, at: viewer.now, writer)
    try cycle.noteUnnamed("mentoring.request_taken_back", at: viewer.now, to: writer)
  }

  /// Whether a request still counts that its mentee took back: it does for as long as it could have
  /// been answered, so that nobody asks everybody by taking back. What was taken back for them, in
  /// the moment in which their pair began, does not count.
  /// - Parameter person: the mentee, as the query names them.
  static func wasTakenBack(by person: SQLQuery, until today: Day) -> SQLQuery {
    """
    (mentoring_request.state = 'taken_back' AND mentoring_request.answer_until >= \(today)
      AND NOT EXISTS (SELECT 1 FROM mentoring_pair
        WHERE mentoring_pair.cycle_id = mentoring_request.cycle_id
          AND mentoring_pair.mentee_id = \(person)
          AND mentoring_pair.paired_at = mentoring_request.answered_at))
    """
  }

  /// Ends a request that is open.
  /// - Throws: ``MentoringRefusal/requestIsOver`` where it is not.
  func close(as state: State, at now: Instant, _ writer: any SQLWriter) throws {
    let closed = try writer.execute(
      """
      UPDATE mentoring_request SET state = \(state.rawValue), answered_at = \(now)
      WHERE id = \(id) AND state = 'open'
      """)
    guard closed == 1 else { throw MentoringRefusal.requestIsOver }
  }
}

/// Who asks whom, found through who asks.
private struct Asking {
  let cycle: MentoringCycle
  let mentee: Enrollment
  let mentor: PersonID
  let mentorEnrollment: ID<Enrollment>
  let viewer: Viewer

  /// - Throws: ``Absent`` where the viewer cannot choose that mentor.
  init(_ id: ID<Enrollment>, _ viewer: Viewer, _ reader: any SQLReader) throws {
    let row = try reader.first(
      """
      SELECT cycle_id, person_id FROM mentoring_enrollment
      WHERE id = \(id) AND state = 'approved' AND part IN ('mentor', 'both')
      """)
    guard let row, let person = viewer.person else { throw Absent() }
    cycle = try MentoringCycle.find(try row.id("cycle_id"), viewer: viewer, reader: reader)
    let own = try Enrollment.own(in: cycle.id, viewer: viewer, reader: reader)
    mentor = try row.id("person_id")
    mentorEnrollment = id
    guard let own, own.state == .approved, own.part.isMentee, cycle.plan.mode == .requests,
      mentor != person, try MentoringRequest.areHere([mentor], reader)
    else { throw Absent() }
    mentee = own
    self.viewer = viewer
  }

  /// Refuses those who have a mentor, or ask too many, or the same one again.
  func refuseMore(_ reader: any SQLReader) throws {
    guard try !MentoringPair.matched(in: cycle, reader).contains(mentee.person) else {
      throw MentoringRefusal.hasMentor
    }
    let takenBack = MentoringRequest.wasTakenBack(by: "\(mentee.person)", until: viewer.today)
    let earlier = try reader.rows(
      """
      SELECT mentor_id, state FROM mentoring_request
      WHERE mentee_id = \(mentee.id)
        AND (state IN ('open', 'accepted', 'declined') OR \(takenBack))
      """)
    guard try !earlier.contains(where: { try $0.id("mentor_id") == mentorEnrollment }) else {
      throw MentoringRefusal.askedAlready
    }
    let open = try earlier.count { ["open", "taken_back"].contains(try $0.text("state")) }
    guard open < cycle.plan.mostRequests else {
      throw MentoringRefusal.tooManyRequests(cycle.plan.mostRequests)
    }
    guard try MentorCapacity.free(in: cycle, reader)[mentor] ?? 0 > 0 else {
      throw MentoringRefusal.mentorIsFull
    }
  }
}

extension Bars {
  /// What keeps two people apart, whoever mentors whom.
  static func between(
    _ mentee: PersonID, _ mentor: PersonID, in cycle: MentoringCycle, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> Set<Bar> {
    let trainings = try Training.of([mentee, mentor], on: viewer.today, reader: reader)
    return try Bars(
      among: [mentee, mentor], in: cycle, trainings: trainings, on: viewer.today, reader
    ).between(mentee, mentor)
  }
}
