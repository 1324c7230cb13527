package import Kernel
package import SQLStore

extension MentoringRequest {
  /// The mentor accepts: the pair begins, and what else the mentee asked is taken back. Places and
  /// rules are checked here, whatever the page showed.
  package static func accept(
    _ id: ID<MentoringRequest>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let (request, cycle) = try toAnswer(id, viewer, writer)
    let two = try request.people(writer)
    guard try Self.areHere([two.mentee, two.mentor], writer) else {
      throw MentoringRefusal.requestIsOver
    }
    guard try !MentoringPair.matched(in: cycle, writer).contains(two.mentee) else {
      throw MentoringRefusal.hasMentor
    }
    let free = try MentorCapacity.free(in: cycle, writer)[two.mentor] ?? 0
    guard free > 0 else { throw MentoringRefusal.mentorIsFull }
    if let bar = try Bars.between(two.mentee, two.mentor, in: cycle, viewer, writer).first {
      throw MentoringRefusal.barred(bar)
    }
    try request.close(as: .accepted, at: viewer.now, writer)
    try MentoringPair.make([two], of: nil, in: cycle, at: (viewer, world), writer)
    try takeBackAll(of: [two.mentee], in: cycle.id, at: viewer.now, writer)
    try holdGroupsApart(writer)
    try lapseWhereFull(of: [two.mentor], at: viewer.now, world, writer)
    try cycle.noteUnnamed("mentoring.request_accepted", at: viewer.now, to: writer)
  }

  /// The mentor declines. No reason is asked, and none is given.
  package static func decline(
    _ id: ID<MentoringRequest>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let (request, cycle) = try toAnswer(id, viewer, writer)
    try request.close(as: .declined, at: viewer.now, writer)
    try Notice.tell(
      try request.people(writer).mentee,
      Notice.News(
        .mentoring,
        "A mentor whom you asked in “\(cycle.title)” cannot take it on. Ask somebody else.",
        path: path), in: world, writer: writer)
    try cycle.noteUnnamed("mentoring.request_declined", at: viewer.now, to: writer)
  }

  /// Lets the requests lapse that nobody answered in time.
  /// - Returns: how many.
  @discardableResult
  package static func lapsePass(in world: World, writer: any SQLWriter) throws -> Int {
    let now = world.now()
    let today = now.day(in: try Settings(reader: writer).timeZone)
    return try lapse("answer_until < \(today)", at: now, world, writer)
  }

  /// Ends what is open of someone who leaves a cycle or is looked at again.
  static func endAll(
    of enrollment: ID<Enrollment>, in cycle: MentoringCycle, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    let now = world.now()
    try writer.execute(
      """
      UPDATE mentoring_request SET state = \(State.lapsed.rawValue), answered_at = \(now)
      WHERE mentee_id = \(enrollment) AND state = 'open'
      """)
    try lapse("mentor_id = \(enrollment)", at: now, world, writer)
  }

  /// Takes back what someone asks of a person whom they would rather not meet, and holds back what
  /// that person asks of them: it lapses like one that nobody answered.
  static func holdApart(
    _ person: PersonID, from other: PersonID, at now: Instant, _ writer: any SQLWriter
  ) throws {
    func enrollments(of person: PersonID) -> SQLQuery {
      "(SELECT id FROM mentoring_enrollment WHERE person_id = \(person))"
    }
    try writer.execute(
      """
      UPDATE mentoring_request SET state = \(State.takenBack.rawValue), answered_at = \(now)
      WHERE state = 'open' AND mentee_id IN \(enrollments(of: person))
        AND mentor_id IN \(enrollments(of: other))
      """)
    try writer.execute(
      """
      UPDATE mentoring_request SET is_held_back = \(true)
      WHERE state = 'open' AND mentee_id IN \(enrollments(of: other))
        AND mentor_id IN \(enrollments(of: person))
      """)
    try holdGroupsApart(writer)
  }

  /// Holds back what someone asks of a mentor in whose group somebody is with whom a wish keeps
  /// them apart.
  private static func holdGroupsApart(_ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE mentoring_request SET is_held_back = \(true)
      WHERE state = 'open' AND is_held_back = \(false) AND EXISTS (
        SELECT 1 FROM mentoring_cycle
        JOIN mentoring_pair ON mentoring_pair.cycle_id = mentoring_cycle.id
        JOIN mentoring_avoidance ON mentoring_pair.mentee_id
          IN (mentoring_avoidance.person_id, mentoring_avoidance.avoided_id)
        JOIN mentoring_enrollment AS mentee ON mentee.person_id
          IN (mentoring_avoidance.person_id, mentoring_avoidance.avoided_id)
        JOIN mentoring_enrollment AS mentor ON mentor.person_id = mentoring_pair.mentor_id
        WHERE mentoring_cycle.id = mentoring_request.cycle_id
          AND mentoring_cycle.shape = 'groups' AND mentoring_pair.state = 'active'
          AND mentee.id = mentoring_request.mentee_id AND mentor.id = mentoring_request.mentor_id
          AND mentee.person_id <> mentoring_pair.mentee_id)
      """)
  }

  /// Lets everything lapse that is open in a cycle.
  static func lapseAll(
    in cycle: ID<MentoringCycle>, at now: Instant, _ world: World, _ writer: any SQLWriter
  ) throws {
    try lapse("mentoring_request.cycle_id = \(cycle)", at: now, world, writer)
  }

  /// Lets lapse what waits for mentors who have no place any more, in whatever cycle.
  static func lapseWhereFull(
    of mentors: [PersonID], at now: Instant, _ world: World, _ writer: any SQLWriter
  ) throws {
    try lapse(
      """
      mentoring_request.mentor_id IN (SELECT offered.id FROM mentoring_enrollment AS offered
        WHERE offered.person_id IN (\(list: mentors)) AND offered.cycle_id = mentoring_cycle.id
          AND NOT \(MentorCapacity.hasPlace("offered")))
      """, at: now, world, writer)
  }

  /// Takes back what people asked who have found a mentor, in the moment in which their pair
  /// begins: by that moment it does not count as taken back by themselves, should the pair end.
  static func takeBackAll(
    of people: [PersonID], in cycle: ID<MentoringCycle>, at now: Instant, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE mentoring_request SET state = \(State.takenBack.rawValue), answered_at = \(now)
      WHERE state = 'open' AND cycle_id = \(cycle) AND mentee_id IN (
        SELECT id FROM mentoring_enrollment WHERE person_id IN (\(list: people)))
      """)
  }

  /// A request that the viewer answers now.
  private static func toAnswer(
    _ id: ID<MentoringRequest>, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws -> (MentoringRequest, MentoringCycle) {
    let request = try find(id, as: .mentor, viewer: viewer, reader: writer)
    let cycle = try MentoringCycle.find(request.cycle, viewer: viewer, reader: writer)
    try cycle.refuse(unless: .ask, on: viewer.today)
    guard request.state == .open, viewer.today <= request.answerUntil else {
      throw MentoringRefusal.requestIsOver
    }
    return (request, cycle)
  }

  /// Whether all of some people are here.
  static func areHere(_ people: [PersonID], _ reader: any SQLReader) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM directory_entry
      WHERE person_id IN (\(list: people)) AND presence = 'current'
      """) == Set(people).count
  }

  /// Lets open requests lapse and tells the mentees.
  @discardableResult
  private static func lapse(
    _ which: SQLQuery, at now: Instant, _ world: World, _ writer: any SQLWriter
  ) throws -> Int {
    let rows = try writer.rows(
      """
      SELECT mentoring_request.id AS id, mentoring_enrollment.person_id AS person_id,
        mentoring_cycle.title AS title
      FROM mentoring_request
      JOIN mentoring_enrollment ON mentoring_enrollment.id = mentoring_request.mentee_id
      JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_request.cycle_id
      WHERE mentoring_request.state = 'open' AND \(which) ORDER BY mentoring_request.id
      """)
    for row in rows {
      let id: ID<MentoringRequest> = try row.id("id")
      try writer.execute(
        """
        UPDATE mentoring_request SET state = \(State.lapsed.rawValue), answered_at = \(now)
        WHERE id = \(id)
        """)
      try Notice.tell(
        try row.id("person_id"),
        Notice.News(
          .mentoring,
          "A request of yours in “\(try row.text("title"))” has lapsed. Ask somebody else.",
          path: path), in: world, writer: writer)
    }
    return rows.count
  }

  /// The two people.
  private func people(
    _ reader: any SQLReader
  ) throws -> (mentee: PersonID, mentor: PersonID) {
    let row = try reader.first(
      """
      SELECT mentee.person_id AS mentee, mentor.person_id AS mentor
      FROM mentoring_enrollment AS mentee, mentoring_enrollment AS mentor
      WHERE mentee.id = \(mentee) AND mentor.id = \(mentor)
      """)
    guard let row else { throw Absent() }
    return (try row.id("mentee"), try row.id("mentor"))
  }
}
