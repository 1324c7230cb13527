import Kernel
import Matching
import Mentoring
import Roster
import RosterTestSupport
import SQLStore

/// The mentoring of the matrix: a cycle that is being matched, with a matching that waits, an
/// enrollment of the other trainee's that waits, and a pair of the trainee and the faculty member.
struct MatrixMentoring: Sendable {
  let program: ID<MentoringProgram>
  let cycle: ID<MentoringCycle>
  let term: ID<MentoringTerm>
  let mentee: ID<Enrollment>
  let waiting: ID<Enrollment>
  let run: ID<MatchingRun>
  let pair: ID<MentoringPair>
  let inside: Inside
  let asking: Asking
  let certificate: ID<MentorCertificate>
  let instrument: ID<Instrument>
  /// Of the department of medicine.
  let resource: ID<CareerResource>

  /// What the two of the pair keep.
  struct Inside: Sendable {
    let goal: ID<PairGoal>
    let checkIn: ID<CheckIn>
    let pulse: ID<Pulse>
  }

  /// A cycle in which mentees ask, with a request of the other trainee to the faculty member.
  struct Asking: Sendable {
    let cycle: ID<MentoringCycle>
    let mentee, mentor, second: ID<Enrollment>
    let request: ID<MentoringRequest>
  }

  static func begin(on stage: Stage) async throws -> MatrixMentoring {
    let (world, cast) = (stage.world, stage.cast)
    let (program, cycle, term) = try await stage.act(as: cast.office) { office, writer in
      let program = try MentoringProgram.found(
        MentoringProgramDraft(name: "Neighbors", purpose: "To talk.", commitments: "Meet."),
        by: office, in: world, writer: writer)
      var plan = MentoringCycle.Plan(
        enrollFrom: TestWorld.today, enrollUntil: TestWorld.today.adding(days: 20),
        beginsOn: TestWorld.today.adding(days: 30), endsOn: TestWorld.today.adding(days: 300))
      plan.mode = .rankings
      let cycle = try MentoringCycle.begin(
        CycleDraft(title: "Winter", plan: plan), of: program, by: office, in: world,
        writer: writer)
      return (
        program, cycle,
        try MentoringTerm.add("Research", to: .topic, by: office, in: world, writer: writer)
      )
    }
    func enroll(_ person: PersonID, _ part: Enrollment.Part) async throws -> ID<Enrollment> {
      try await stage.act(as: person) { viewer, writer in
        try Enrollment.submit(
          EnrollmentDraft(part: part, places: 2, terms: [term], commitment: 1), in: cycle,
          by: viewer, at: world, writer: writer)
      }
    }
    let mentee = try await enroll(cast.trainee, .mentee)
    let mentor = try await enroll(cast.faculty, .mentor)
    let waiting = try await enroll(cast.other, .mentee)
    let run = try await stage.act(as: cast.office) { office, writer in
      for one in [mentee, mentor] {
        let read = try Enrollment.find(one, viewer: office, reader: writer).read
        try Enrollment.decide(read, .approve, by: office, in: world, writer: writer)
      }
      try MentoringCycle.move(cycle, to: .matching, by: office, in: world, writer: writer)
      let solved = try MatchingRun.prepare(cycle, viewer: office, reader: writer).solve()
      return try MatchingRun.keep(solved, of: cycle, by: office, in: world, writer: writer)
    }
    let pair: ID<MentoringPair> = world.newID()
    let asking = Asking(
      cycle: world.newID(), mentee: world.newID(), mentor: world.newID(), second: world.newID(),
      request: world.newID())
    let matrix = MatrixMentoring(
      program: program, cycle: cycle, term: term, mentee: mentee, waiting: waiting, run: run,
      pair: pair,
      inside: Inside(goal: world.newID(), checkIn: world.newID(), pulse: world.newID()),
      asking: asking, certificate: world.newID(), instrument: world.newID(),
      resource: world.newID())
    try await matrix.pairUp(on: stage)
    return matrix
  }

  /// A pair of an active cycle, which another one is than that which is matched.
  private func pairUp(on stage: Stage) async throws {
    let (world, cast) = (stage.world, stage.cast)
    try await stage.act(as: cast.office) { office, writer in
      let typed = ["title": "Spring", "enroll_from": "2027-11-02"]
      let next = try MentoringCycle.clone(cycle, by: office, in: world, writer: writer) {
        typed[$0] ?? ""
      }
      try writer.execute("UPDATE mentoring_cycle SET state = 'active' WHERE id = \(next)")
      try writer.execute(
        """
        INSERT INTO mentoring_pair (id, cycle_id, mentee_id, mentor_id, state, paired_at,
          decline_until)
        VALUES (\(pair), \(next), \(cast.trainee), \(cast.steward), 'active', \(office.now),
          \(office.today))
        """)
      try keepCertificate(of: cast.faculty, in: next, writer)
      try keepInside(stage, writer)
      try request(stage, like: next, writer)
    }
  }

  private func request(
    _ stage: Stage, like other: ID<MentoringCycle>, _ writer: any SQLWriter
  ) throws {
    let cast = stage.cast
    let (now, until) = (stage.world.now(), TestWorld.today.adding(days: 10))
    try writer.execute(
      """
      INSERT INTO mentoring_cycle (id, program_id, title, state, audience, enroll_from,
        enroll_until, begins_on, ends_on, meet_every, decline_days, most_mentees, objective,
        begun_by, begun_at, shape, mode, most_requests, answer_days)
      SELECT \(asking.cycle), program_id, 'Summer', 'active', audience, enroll_from,
        enroll_until, begins_on, ends_on, meet_every, decline_days, most_mentees, objective,
        begun_by, begun_at, shape, 'requests', most_requests, answer_days
      FROM mentoring_cycle WHERE id = \(other)
      """)
    for (id, person, part) in [
      (asking.mentee, cast.other, "mentee"), (asking.mentor, cast.faculty, "mentor"),
      (asking.second, cast.steward, "mentor"),
    ] {
      try writer.execute(
        """
        INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours, experience,
          commitment, state, submitted_at, reason)
        VALUES (\(id), \(asking.cycle), \(person), \(part), '', 0, '', 1, 'approved', \(now), '')
        """)
    }
    try writer.execute(
      """
      INSERT INTO mentoring_request (id, cycle_id, mentee_id, mentor_id, message, state,
        is_held_back, asked_at, answer_until)
      VALUES (\(asking.request), \(asking.cycle), \(asking.mentee), \(asking.mentor), 'Hello.',
        'open', \(false), \(now), \(until))
      """)
  }

  /// A questionnaire that the cycle uses, to which the trainee has answered.
  private func ask(_ stage: Stage, _ writer: any SQLWriter) throws {
    guard let sheet = InstrumentSheet.shipped else { return }
    try writer.execute("DELETE FROM mentoring_answer")
    try writer.execute("DELETE FROM mentoring_cycle_instrument")
    try writer.execute("DELETE FROM mentoring_instrument")
    try writer.execute(
      """
      INSERT INTO mentoring_instrument (id, name_key, version, answered_by, sheet, loaded_at)
      VALUES (\(instrument), 'other', 1, 'both', \(try sheet.file()), \(stage.world.now()))
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_cycle_instrument (cycle_id, instrument_id)
      VALUES (\(cycle), \(instrument))
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_answer (cycle_id, person_id, moment, side, points, answered_on)
      VALUES (\(cycle), \(stage.cast.trainee), 'before', 'mentee', '1 2 3 4 5 1 2 3 4',
        \(TestWorld.today))
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_figure (cycle_id, number, who, subscale) VALUES (\(cycle), 0, 'all', '')
      ON CONFLICT (cycle_id, number) DO NOTHING
      """)
  }

  /// A goal, a meeting that the trainee noted, and a pulse that the trainee was asked.
  private func keepInside(_ stage: Stage, _ writer: any SQLWriter) throws {
    let trainee = stage.cast.trainee
    let (now, today) = (stage.world.now(), TestWorld.today)
    try writer.execute(
      """
      INSERT INTO mentoring_goal (id, pair_id, title, owner, state, set_at)
      VALUES (\(inside.goal), \(pair), 'One paper', 'mentee', 'open', \(now))
      ON CONFLICT (id) DO UPDATE SET state = 'open', closed_at = NULL
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_check_in (id, pair_id, met_on, minutes, manner, noted_by, noted_at)
      VALUES (\(inside.checkIn), \(pair), \(today), 30, 'video', \(trainee), \(now))
      ON CONFLICT (id) DO NOTHING
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_next_meeting (id, pair_id, begins_at, minutes, place, revision,
        planned_by, changed_at)
      VALUES (\(pair.text), \(pair), \(now), 30, '', 0, \(trainee), \(now))
      ON CONFLICT (pair_id) DO NOTHING
      """)
    try writer.execute(
      """
      INSERT INTO mentoring_pulse (id, pair_id, person_id, asked_on, tells_office)
      VALUES (\(inside.pulse), \(pair), \(trainee), \(today), \(false))
      ON CONFLICT (id) DO NOTHING
      """)
  }

  /// A certificate that the office gave a mentor of a cycle.
  private func keepCertificate(
    of person: PersonID, in cycle: ID<MentoringCycle>, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentor_certificate (id, code, person_id, cycle_id, name, program_name,
        cycle_title, begins_on, ends_on, half_hours, mentees, institution, office_name,
        issued_on, reason)
      VALUES (\(certificate), \(Self.code), \(person), \(cycle), 'Frank Frankson',
        'Neighbors', 'Spring', '2025-09-01', '2026-06-30', 7, 1, 'Hospital', 'Office',
        '2026-07-01', '')
      """)
  }

  private func keepResource(_ stage: Stage, _ writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM career_resource")
    try writer.execute(
      """
      INSERT INTO career_resource (id, title, title_key, summary, place, for_students,
        for_trainees, for_faculty, department_id, review_on, revision)
      VALUES (\(resource), 'A first paper', 'a first paper', 'How to begin.', '', \(false),
        \(true), \(false), \(stage.cast.medicine), \(TestWorld.today), 1)
      """)
  }

  /// The number of the certificate.
  static let code = "01234-56789-abcde-fghjk"

  /// Takes back what the request before may have done.
  func restore(on stage: Stage) async throws {
    try await stage.store.write { writer in
      try ask(stage, writer)
      try keepResource(stage, writer)
      try writer.execute("UPDATE mentoring_program SET closed_at = NULL WHERE id = \(program)")
      try writer.execute("UPDATE mentoring_cycle SET state = 'matching' WHERE id = \(cycle)")
      try writer.execute("UPDATE mentoring_term SET retired_at = NULL")
      try writer.execute(
        """
        UPDATE mentoring_enrollment SET withdrawn_at = NULL, state = CASE
          WHEN id = \(waiting) THEN 'submitted' ELSE 'approved' END
        """)
      try writer.execute("DELETE FROM mentoring_pair WHERE run_id IS NOT NULL")
      try writer.execute("DELETE FROM matching_run WHERE id <> \(run)")
      try writer.execute(
        "UPDATE matching_run SET state = 'pending', published_at = NULL WHERE id = \(run)")
      try writer.execute(
        "UPDATE mentoring_pair SET state = 'active', ended_on = NULL WHERE id = \(pair)")
      try keepInside(stage, writer)
      try writer.execute("DELETE FROM mentoring_pair WHERE cycle_id = \(asking.cycle)")
      try writer.execute("DELETE FROM mentoring_ranking")
      try writer.execute("UPDATE mentoring_request SET state = 'open', answered_at = NULL")
      try writer.execute("UPDATE mentor_certificate SET revoked_on = NULL, reason = ''")
    }
  }

  /// What stands in an address of mentoring; nil for other addresses.
  func argument(of pattern: String) -> String? {
    if pattern.hasPrefix("/certificates") { return Self.code }
    guard pattern.hasPrefix("/mentoring") else { return nil }
    if pattern.hasPrefix("/mentoring/certificates") { return certificate.text }
    if pattern.hasPrefix("/mentoring/programs") { return program.text }
    if pattern.hasSuffix("/mentors") { return asking.cycle.text }
    if pattern.hasSuffix("/ask") { return asking.second.text }
    if pattern.hasPrefix("/mentoring/requests") { return asking.request.text }
    if pattern.hasPrefix("/mentoring/cycles") { return cycle.text }
    if pattern.hasPrefix("/mentoring/instruments") { return instrument.text }
    if pattern.hasPrefix("/mentoring/resources") { return resource.text }
    if pattern.hasPrefix("/mentoring/words") { return term.text }
    if pattern.hasPrefix("/mentoring/matchings") { return run.text }
    if pattern.hasPrefix("/mentoring/pairs") { return pair.text }
    if pattern.hasPrefix("/mentoring/goals") { return inside.goal.text }
    if pattern.hasPrefix("/mentoring/meetings") { return inside.checkIn.text }
    if pattern.hasPrefix("/mentoring/pulses") { return inside.pulse.text }
    return pattern.hasSuffix("/why") ? mentee.text : waiting.text
  }
}
