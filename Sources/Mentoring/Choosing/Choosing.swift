import Kernel
import SQLStore

/// Where the office does not match by points, people choose for themselves: mentees ask mentors, or
/// both sides rank. Whoever can begin is told so, once.
enum Choosing {
  /// Begins anew for everybody in a cycle that has come to it, and tells them.
  static func begin(
    in cycle: MentoringCycle, on today: Day, _ world: World, _ writer: any SQLWriter
  ) throws {
    try forget("cycle_id = \(cycle.id)", writer)
    try tell(in: cycle, on: today, world, writer)
  }

  /// Begins anew for someone about whom the office has decided.
  static func forget(_ enrollment: ID<Enrollment>, _ writer: any SQLWriter) throws {
    try forget("id = \(enrollment)", writer)
  }

  /// Begins anew for those who could ask and cannot: all whom they could ask are full or gone.
  static func forgetStuck(on today: Day, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      \(freeMentors) UPDATE mentoring_enrollment SET chooses_since = NULL WHERE id IN (
        SELECT own.id FROM \(people)
        WHERE own.chooses_since IS NOT NULL AND own.state = 'approved'
          AND own.part IN ('mentee', 'both') AND mentoring_cycle.mode = 'requests'
          AND \(asks(on: today)) AND NOT \(offers(.mentor, on: today)))
      """)
  }

  private static func forget(_ which: SQLQuery, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET chooses_since = NULL, choosing_reminders = 0
      WHERE \(which)
      """)
  }

  /// Tells those who can choose and were not told, in a cycle or in all of them.
  static func tell(
    in cycle: MentoringCycle? = nil, on today: Day, _ world: World, _ writer: any SQLWriter
  ) throws {
    guard cycle?.plan.mode != .office else { return }
    let within: SQLQuery = cycle.map { "own.cycle_id = \($0.id)" } ?? "1 = 1"
    let rows = try writer.rows(
      """
      \(freeMentors)
      SELECT own.id AS enrollment_id, own.person_id AS person_id, \(MentoringCycle.columns)
      FROM \(people) WHERE own.chooses_since IS NULL AND \(within) AND \(waits(on: today))
      ORDER BY own.id
      """)
    try writer.executeMany(
      "UPDATE mentoring_enrollment SET chooses_since = $1 WHERE id = $2",
      try rows.map { [today.sqlValue, .text(try $0.text("enrollment_id"))] })
    let told = try rows.compactMap { row -> (person: PersonID, news: Notice.News)? in
      let (cycle, person): (MentoringCycle, PersonID) =
        (try MentoringCycle(row: row), try row.id("person_id"))
      return cycle.plan.mode.invitation.map { invitation in
        (
          person,
          Notice.News(.mentoring, "In “\(cycle.title)” \(invitation)", path: cycle.path)
        )
      }
    }
    try Notice.tell(all: told, in: world, writer: writer)
  }
}

extension Choosing {
  /// `own`, the enrollments of those who are here, each with its `mentoring_cycle`.
  static let people: SQLQuery = """
    mentoring_enrollment AS own
    JOIN mentoring_cycle ON mentoring_cycle.id = own.cycle_id
    JOIN directory_entry ON directory_entry.person_id = own.person_id
      AND directory_entry.presence = 'current'
    """

  /// What a query begins with that asks who waits: `free_mentor`, the enrollments of the mentors
  /// who have a place left where people choose. It is made once, and not for everyone who chooses.
  static let freeMentors: SQLQuery = """
    WITH free_mentor AS MATERIALIZED (
      SELECT mentor.id AS id, mentor.cycle_id AS cycle_id, mentor.person_id AS person_id
      FROM mentoring_enrollment AS mentor
      JOIN mentoring_cycle ON mentoring_cycle.id = mentor.cycle_id
      JOIN directory_entry ON directory_entry.person_id = mentor.person_id
        AND directory_entry.presence = 'current'
      WHERE mentor.state = 'approved' AND mentor.part IN ('mentor', 'both')
        AND mentoring_cycle.mode <> 'office' AND mentoring_cycle.state IN ('matching', 'active')
        AND \(MentorCapacity.hasPlace("mentor")))
    """

  /// Whether `own`, an enrollment of `mentoring_cycle`, waits for its person to ask or to rank;
  /// in a query that begins with ``freeMentors``, like all below.
  static func waits(on today: Day) -> SQLQuery {
    "(\(waits(for: .mentor, on: today)) OR \(waits(for: .mentee, on: today)))"
  }

  /// Whether it waits for them to choose somebody of a side: they have chosen nobody of whom an
  /// answer is to come, and there is somebody. What only others wish counts for nothing here.
  static func waits(for side: PairSide, on today: Day) -> SQLQuery {
    let own: SQLQuery = side == .mentor ? "('mentee', 'both')" : "('mentor', 'both')"
    let asks: SQLQuery = side == .mentor ? asks(on: today) : "1 = 0"
    // Whoever has no place gets nobody, and need not say whom they would like.
    let hasPlace: SQLQuery = side == .mentee ? MentorCapacity.hasPlace("own") : "1 = 1"
    return """
      (own.state = 'approved' AND own.part IN \(own) AND mentoring_cycle.ends_on >= \(today)
        AND \(hasPlace)
        AND ((mentoring_cycle.mode = 'requests' AND \(asks))
          OR (mentoring_cycle.mode = 'rankings' AND mentoring_cycle.state = 'matching'
            AND NOT EXISTS (SELECT 1 FROM mentoring_ranking
              WHERE mentoring_ranking.enrollment_id = own.id
                AND mentoring_ranking.side = \(side.rawValue))))
        AND \(offers(side, on: today)))
      """
  }

  /// Whether they may ask now: they have no mentor, no request that waits, and did not take back
  /// as many as can be open.
  private static func asks(on today: Day) -> SQLQuery {
    """
    mentoring_cycle.state IN ('matching', 'active')
    AND NOT EXISTS (SELECT 1 FROM mentoring_pair
      WHERE mentoring_pair.cycle_id = own.cycle_id AND mentoring_pair.mentee_id = own.person_id
        AND mentoring_pair.state IN ('active', 'completed'))
    AND NOT EXISTS (SELECT 1 FROM mentoring_request
      WHERE mentoring_request.mentee_id = own.id AND mentoring_request.state = 'open')
    AND (SELECT count(*) FROM mentoring_request
      WHERE mentoring_request.mentee_id = own.id
        AND \(MentoringRequest.wasTakenBack(by: "own.person_id", until: today)))
      < mentoring_cycle.most_requests
    """
  }

  /// Whether somebody of a side is there whom they have not asked yet and would meet.
  private static func offers(_ side: PairSide, on today: Day) -> SQLQuery {
    """
    EXISTS (SELECT 1 FROM \(side == .mentor ? "free_mentor AS offered" : mentees)
      WHERE offered.cycle_id = own.cycle_id AND offered.person_id <> own.person_id
        AND offered.person_id NOT IN (SELECT avoided_id FROM mentoring_avoidance
          WHERE mentoring_avoidance.person_id = own.person_id)
        AND NOT EXISTS (SELECT 1 FROM mentoring_request
          WHERE mentoring_request.mentee_id = own.id
            AND mentoring_request.mentor_id = offered.id
            AND (mentoring_request.state IN ('open', 'accepted', 'declined')
              OR \(MentoringRequest.wasTakenBack(by: "own.person_id", until: today)))))
    """
  }

  /// `offered`, the enrollments of mentees who are here.
  private static let mentees: SQLQuery = """
    (SELECT mentee.id AS id, mentee.cycle_id AS cycle_id, mentee.person_id AS person_id
      FROM mentoring_enrollment AS mentee
      JOIN directory_entry ON directory_entry.person_id = mentee.person_id
        AND directory_entry.presence = 'current'
      WHERE mentee.state = 'approved' AND mentee.part IN ('mentee', 'both')) AS offered
    """
}

extension MentoringCycle.Mode {
  /// That one can choose now, after the name of the cycle; nil where the office matches by points.
  var invitation: String? {
    switch self {
    case .office: nil
    case .requests: "you can ask mentors now."
    case .rankings: "you can rank now whom you would like best. The {office} matches after that."
    }
  }

  /// That one has not chosen, after the name of the cycle; nil where the office matches by points.
  var reminder: String? {
    switch self {
    case .office: nil
    case .requests: "no mentor has a request of yours. A few lines are enough."
    case .rankings: "your ranking is not complete. Two minutes are enough."
    }
  }
}
