import Kernel
import SQLStore

/// Where the office does not match by points, people choose for themselves: mentees ask mentors, or
/// both sides rank. Whoever can begin is told so.
enum Choosing {
  /// Tells everybody in a cycle who chooses from today on.
  static func begin(
    in cycle: MentoringCycle, on today: Day, _ world: World, _ writer: any SQLWriter
  ) throws {
    guard let invitation = cycle.plan.mode.invitation else { return }
    try begin("cycle_id = \(cycle.id) AND state = 'approved'", on: today, writer)
    let people = try writer.rows(
      """
      SELECT own.person_id AS person_id FROM mentoring_enrollment AS own
      JOIN mentoring_cycle ON mentoring_cycle.id = own.cycle_id
      WHERE own.cycle_id = \(cycle.id) AND \(waits(on: today)) ORDER BY own.id
      """)
    try Notice.tell(
      all: people.map { row in
        (
          try row.id("person_id"),
          Notice.News(.mentoring, "In “\(cycle.title)” \(invitation)", path: cycle.path)
        )
      }, in: world, writer: writer)
  }

  /// Counts from today on for someone who is approved while others choose already.
  static func begin(
    for enrollment: ID<Enrollment>, on today: Day, _ writer: any SQLWriter
  ) throws {
    try begin("id = \(enrollment)", on: today, writer)
  }

  private static func begin(
    _ which: SQLQuery, on today: Day, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET chooses_since = \(today), choosing_reminders = 0
      WHERE \(which)
      """)
  }

  /// Whether `own`, an enrollment of `mentoring_cycle`, waits for its person to ask or to rank:
  /// they have nobody, asked nobody who has not answered, and there is somebody.
  static func waits(on today: Day) -> SQLQuery {
    """
    (own.state = 'approved' AND mentoring_cycle.ends_on >= \(today) AND (
      (mentoring_cycle.mode = 'requests' AND mentoring_cycle.state IN ('matching', 'active')
        AND own.part <> 'mentor' AND \(hasOther(of: "('mentor', 'both')"))
        AND NOT EXISTS (SELECT 1 FROM mentoring_request
          WHERE mentoring_request.mentee_id = own.id AND mentoring_request.state = 'open')
        AND NOT EXISTS (SELECT 1 FROM mentoring_pair
          WHERE mentoring_pair.cycle_id = own.cycle_id
            AND mentoring_pair.mentee_id = own.person_id
            AND mentoring_pair.state IN ('active', 'completed')))
      OR (mentoring_cycle.mode = 'rankings' AND mentoring_cycle.state = 'matching'
        AND ((own.part <> 'mentor' AND \(hasOther(of: "('mentor', 'both')")))
          OR (own.part <> 'mentee' AND \(hasOther(of: "('mentee', 'both')"))))
        AND NOT EXISTS (SELECT 1 FROM mentoring_ranking
          WHERE mentoring_ranking.enrollment_id = own.id))))
    """
  }

  private static func hasOther(of parts: SQLQuery) -> SQLQuery {
    """
    EXISTS (SELECT 1 FROM mentoring_enrollment AS offered
      WHERE offered.cycle_id = own.cycle_id AND offered.state = 'approved'
        AND offered.part IN \(parts) AND offered.person_id <> own.person_id)
    """
  }
}

extension MentoringCycle {
  /// Whether those who enrolled as a part ask or rank on a day.
  func lets(_ part: Enrollment.Part, chooseOn today: Day) -> Bool {
    switch plan.mode {
    case .office: false
    case .requests: part.isMentee && (try? refuse(unless: .ask, on: today)) != nil
    case .rankings: (try? refuse(unless: .rank, on: today)) != nil
    }
  }
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
    case .rankings: "you have ranked nobody yet. Two minutes are enough."
    }
  }
}
