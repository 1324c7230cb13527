package import Kernel
import Roster
package import SQLStore

extension Enrollment {
  /// Enrolls the viewer, or changes what they enrolled with. The office sees it first, each time:
  /// no counterpart reads what was not approved.
  @discardableResult
  package static func submit(
    _ draft: EnrollmentDraft, in id: ID<MentoringCycle>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<Enrollment> {
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: writer)
    guard let person = viewer.person else { throw Absent() }
    let before = try own(in: id, viewer: viewer, reader: writer)
    try cycle.refuse(unlessTaking: before, on: viewer.today)
    let draft = draft.fitting(cycle.plan.shape)
    try draft.refuseStrangers(person, to: cycle, viewer, writer)
    let enrollment: ID<Enrollment> = before?.id ?? world.newID()
    if before == nil {
      try draft.insert(enrollment, cycle, viewer, writer)
    } else {
      try draft.update(enrollment, cycle, viewer, writer)
      try MentoringRequest.endAll(of: enrollment, in: cycle, world, writer)
    }
    try draft.keepChoices(enrollment, writer)
    if let places = draft.places {
      try MentorCapacity.set(places, of: person, at: viewer.now, writer)
      try MentoringRequest.lapseWhereFull(of: [person], at: viewer.now, world, writer)
    }
    try cycle.noteUnnamed(
      before == nil ? "mentoring.enrolled" : "mentoring.enrollment_changed", at: viewer.now,
      to: writer)
    return enrollment
  }

  /// Takes the viewer's enrollment back, with everything that hangs on it: what the office decided
  /// by hand, requests that are open, and pairs that go on.
  package static func withdraw(
    from id: ID<MentoringCycle>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: writer)
    try cycle.refuse(unless: .withdraw, on: viewer.today)
    guard let own = try own(in: id, viewer: viewer, reader: writer) else { throw Absent() }
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET state = 'withdrawn', withdrawn_at = \(viewer.now)
      WHERE id = \(own.id)
      """)
    try writer.execute(
      """
      DELETE FROM mentoring_decision WHERE mentee_id = \(own.id) OR mentor_id = \(own.id)
      """)
    try MentoringRequest.endAll(of: own.id, in: cycle, world, writer)
    try MentoringPair.endAll(of: own.person, in: cycle, by: viewer, world, writer)
    try cycle.noteUnnamed("mentoring.withdrawn", at: viewer.now, to: writer)
  }
}

extension EnrollmentDraft {
  /// The same as a peer, where there are no sides; and without places for whoever mentors nobody.
  fileprivate func fitting(_ shape: MentoringCycle.Shape) -> EnrollmentDraft {
    var draft = self
    if shape == .peers { draft.part = .both }
    if shape == .peers || !draft.part.isMentor { draft.places = nil }
    return draft
  }

  /// Refuses people who are not here, trainees' places for others, and an old text.
  fileprivate func refuseStrangers(
    _ person: PersonID, to cycle: MentoringCycle, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    let training = try Training.of([person], on: viewer.today, reader: reader)[person]
    guard let training, training.presence == .current else { throw MentoringRefusal.notHere }
    if part.isMentee, cycle.plan.audience == .trainees, training.capacity != .trainee {
      throw MentoringRefusal.traineesOnly
    }
    let latest = try Commitment.latest(of: cycle.program, viewer: viewer, reader: reader)
    guard commitment == latest.version else {
      throw Problems(
        field: Field.commitment, "The commitments have changed. Read them again, please.")
    }
  }

  fileprivate func insert(
    _ id: ID<Enrollment>, _ cycle: MentoringCycle, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    let asked = cycle.plan.experienceReference != nil
    try writer.execute(
      """
      INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours, experience,
        commitment, state, submitted_at, reason)
      VALUES (\(id), \(cycle.id), \(viewer.person), \(part.rawValue), \(goals), \(hours.bits),
        \(asked ? experience : ""), \(commitment), 'submitted', \(viewer.now), '')
      """)
  }

  fileprivate func update(
    _ id: ID<Enrollment>, _ cycle: MentoringCycle, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    let asked = cycle.plan.experienceReference != nil
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET part = \(part.rawValue), goals = \(goals),
        hours = \(hours.bits), experience = \(asked ? experience : ""),
        commitment = \(commitment), state = 'submitted', submitted_at = \(viewer.now),
        decided_by = NULL, decided_at = NULL, reason = ''
      WHERE id = \(id)
      """)
  }

  fileprivate func keepChoices(_ id: ID<Enrollment>, _ writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM mentoring_choice WHERE enrollment_id = \(id)")
    guard !terms.isEmpty else { return }
    try writer.execute(
      """
      INSERT INTO mentoring_choice (enrollment_id, term_id)
      SELECT \(id), id FROM mentoring_term WHERE id IN (\(list: terms))
      """)
  }
}
