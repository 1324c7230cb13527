package import Kernel
package import SQLStore

extension MentoringPair {
  /// Makes the pairs of a run, or that of a request, and tells both of each, with who takes the
  /// first step.
  static func make(
    _ couples: [(mentee: PersonID, mentor: PersonID)], of run: ID<MatchingRun>?,
    in cycle: MentoringCycle, at moment: (viewer: Viewer, world: World), _ writer: any SQLWriter
  ) throws {
    let (viewer, world) = moment
    let until = viewer.today.adding(days: cycle.plan.declineDays)
    let made = couples.map { (id: world.newID(ID<MentoringPair>.self), two: $0) }
    try writer.executeMany(
      """
      INSERT INTO mentoring_pair (id, cycle_id, run_id, mentee_id, mentor_id, state, paired_at,
        decline_until)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      made.map { id, two in
        [
          id.sqlValue, cycle.id.sqlValue, run?.sqlValue ?? .null, two.mentee.sqlValue,
          two.mentor.sqlValue, State.active.rawValue.sqlValue, viewer.now.sqlValue,
          until.sqlValue,
        ]
      })
    let decline = "Either of you can decline until \(until.words)."
    let (mentor, mentee) = cycle.plan.shape == .peers ? ("peer", "peer") : ("mentor", "mentee")
    let toMentee =
      "You have a \(mentor) in “\(cycle.title)”. You write first and find a time. \(decline)"
    let toMentor = "You have a \(mentee) in “\(cycle.title)”. They write first. \(decline)"
    try Notice.tell(
      all: made.flatMap { id, two in
        let path = MentoringPair.path(of: id)
        return [
          (two.mentee, Notice.News(.mentoring, toMentee, path: path)),
          (two.mentor, Notice.News(.mentoring, toMentor, path: path)),
        ]
      }, in: world, writer: writer)
  }

  /// One of the two declines in the first days. No reason is asked, and none is given.
  package static func decline(
    _ id: ID<MentoringPair>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let pair = try find(id, viewer: viewer, reader: writer)
    guard pair.isOne(viewer.person) else { throw Absent() }
    let cycle = try MentoringCycle.find(pair.cycle, viewer: viewer, reader: writer)
    try cycle.refuse(unless: .decline, on: viewer.today)
    guard pair.state == .active else { throw MentoringRefusal.pairIsOver }
    guard viewer.today <= pair.declineUntil else {
      throw MentoringRefusal.declineIsOver(pair.declineUntil)
    }
    try pair.end(as: .declined, by: viewer, in: cycle, world, writer)
  }

  /// Ends a pair. Either of the two says that it is done, or that it ends early; the office, that
  /// one goes on with somebody else. No reason is asked, and it is nobody's fault.
  package static func end(
    _ id: ID<MentoringPair>, as state: State, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let pair = try find(id, viewer: viewer, reader: writer)
    let cycle = try MentoringCycle.find(pair.cycle, viewer: viewer, reader: writer)
    try cycle.refuse(unless: .end, on: viewer.today)
    guard pair.mayEnd(as: state, by: viewer) else { throw Absent() }
    try pair.end(as: state, by: viewer, in: cycle, world, writer)
  }

  private func mayEnd(as state: State, by viewer: Viewer) -> Bool {
    switch state {
    case .completed, .endedEarly: isOne(viewer.person)
    case .transferred: viewer.mayRunMentoring && !isOne(viewer.person)
    case .active, .declined: false
    }
  }

  /// Ends the pairs of someone who leaves a cycle.
  static func endAll(
    of person: PersonID, in cycle: MentoringCycle, by viewer: Viewer, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    let pairs = try writer.all(
      MentoringPair.self,
      """
      SELECT \(columns) FROM mentoring_pair WHERE cycle_id = \(cycle.id) AND state = 'active'
        AND (mentee_id = \(person) OR mentor_id = \(person)) ORDER BY id
      """)
    for pair in pairs {
      try pair.end(as: .endedEarly, by: viewer, in: cycle, world, writer)
    }
  }

  private func end(
    as state: State, by viewer: Viewer, in cycle: MentoringCycle, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    let ended = try writer.execute(
      """
      UPDATE mentoring_pair SET state = \(state.rawValue), ended_on = \(viewer.today)
      WHERE id = \(id) AND state = 'active'
      """)
    guard ended == 1 else { throw MentoringRefusal.pairIsOver }
    try forgetDecision(mentee, mentor, writer)
    if shape == .peers { try forgetDecision(mentor, mentee, writer) }
    try NextMeeting.forget(of: id, writer)
    for person in [mentee, mentor] where person != viewer.person {
      try Notice.tell(
        person,
        Notice.News(
          .mentoring,
          "Your pair in “\(cycle.title)” has ended. It is nobody's fault, and no reason is asked. "
            + "The {office} knows.", path: path), in: world, writer: writer)
    }
    if state == .transferred {
      try cycle.note("mentoring.pair_transferred", "", by: viewer, to: writer)
    } else {
      try cycle.noteUnnamed("mentoring.pair_\(state.rawValue)", at: viewer.now, to: writer)
    }
  }

  /// What was decided by hand on the two ends with the pair.
  private func forgetDecision(
    _ mentee: PersonID, _ mentor: PersonID, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      DELETE FROM mentoring_decision WHERE cycle_id = \(cycle)
        AND mentee_id IN (SELECT id FROM mentoring_enrollment WHERE person_id = \(mentee))
        AND mentor_id IN (SELECT id FROM mentoring_enrollment WHERE person_id = \(mentor))
      """)
  }
}
