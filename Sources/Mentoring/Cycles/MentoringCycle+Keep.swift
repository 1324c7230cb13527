package import Kernel
import Matching
package import SQLStore

extension MentoringCycle {
  /// Begins a cycle of a program: it is open from its first day of enrollment on. Sent twice it
  /// begins once, since no two cycles of a program that go on have the same title.
  package static func begin(
    _ draft: CycleDraft, of program: ID<MentoringProgram>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<MentoringCycle> {
    try viewer.refuseUnlessRunsMentoring()
    let home = try MentoringProgram.find(program, viewer: viewer, reader: writer)
    guard home.closedAt == nil else { throw MentoringRefusal.programClosed }
    try draft.refuseTaken(in: program, by: nil, writer)
    let id: ID<MentoringCycle> = world.newID()
    let plan = draft.plan
    try writer.execute(
      """
      INSERT INTO mentoring_cycle (id, program_id, title, state, audience, enroll_from,
        enroll_until, begins_on, ends_on, meet_every, decline_days, most_mentees,
        experience_reference, objective, shape, mode, most_requests, answer_days, begun_by,
        begun_at)
      VALUES (\(id), \(program), \(draft.title), \(State.open.rawValue),
        \(plan.audience.rawValue), \(plan.enrollFrom), \(plan.enrollUntil), \(plan.beginsOn),
        \(plan.endsOn), \(plan.meetEvery), \(plan.declineDays), \(plan.mostMentees),
        \(plan.experienceReference), \(plan.objective.rawValue), \(plan.shape.rawValue),
        \(plan.mode.rawValue), \(plan.mostRequests), \(plan.answerDays), \(viewer.person),
        \(viewer.now))
      """)
    let cycle = try find(id, viewer: viewer, reader: writer)
    try cycle.note("mentoring_cycle.begun", draft.title, by: viewer, to: writer)
    return id
  }

  /// Begins the next cycle as this one was, with its weights; all days move as far as the first.
  /// - Parameter typed: the title and the first day of enrollment, by the names of ``CycleDraft``.
  package static func clone(
    _ id: ID<MentoringCycle>, by viewer: Viewer, in world: World, writer: any SQLWriter,
    typed: @escaping (String) -> String
  ) throws -> ID<MentoringCycle> {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try find(id, viewer: viewer, reader: writer)
    var fields = TypedFields(typed)
    let title = fields.required(
      CycleDraft.Field.title, most: 120, "Write what the next cycle is called.")
    let first = fields.requiredDay(
      CycleDraft.Field.enrollFrom, "Write the first day of enrollment.")
    if let first, first <= cycle.plan.enrollFrom {
      fields.add(CycleDraft.Field.enrollFrom, "The next cycle begins later than this one did.")
    }
    try fields.problems.throwIfAny()
    guard let title, let first else { throw Absent() }
    let days = first.number - cycle.plan.enrollFrom.number
    let next = try begin(
      CycleDraft(title: title, plan: cycle.plan.moved(by: days)), of: cycle.program, by: viewer,
      in: world, writer: writer)
    try writer.execute(
      """
      INSERT INTO mentoring_weight (cycle_id, criterion, weight)
      SELECT \(next), criterion, weight FROM mentoring_weight WHERE cycle_id = \(id)
      """)
    try CycleInstrument.carry(from: id, to: next, writer)
    return next
  }

  /// Changes what is planned for a cycle, while it is open.
  package static func change(
    _ id: ID<MentoringCycle>, _ draft: CycleDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let cycle = try toRun(id, .plan, viewer, writer)
    let plan = draft.plan
    try cycle.refuse(newShapeOf: plan, writer)
    try draft.refuseTaken(in: cycle.program, by: id, writer)
    try writer.execute(
      """
      UPDATE mentoring_cycle SET title = \(draft.title), audience = \(plan.audience.rawValue),
        enroll_from = \(plan.enrollFrom), enroll_until = \(plan.enrollUntil),
        begins_on = \(plan.beginsOn), ends_on = \(plan.endsOn), meet_every = \(plan.meetEvery),
        decline_days = \(plan.declineDays), most_mentees = \(plan.mostMentees),
        experience_reference = \(plan.experienceReference),
        objective = \(plan.objective.rawValue), shape = \(plan.shape.rawValue),
        mode = \(plan.mode.rawValue), most_requests = \(plan.mostRequests),
        answer_days = \(plan.answerDays)
      WHERE id = \(id)
      """)
    if plan.experienceReference == nil {
      try writer.execute(
        "UPDATE mentoring_enrollment SET experience = '' WHERE cycle_id = \(id)")
    }
    try cycle.note("mentoring_cycle.changed", draft.title, by: viewer, to: writer)
  }

  /// Whoever enrolled was told who reads it, which goes by shape and mode.
  private func refuse(newShapeOf new: Plan, _ reader: any SQLReader) throws {
    guard (new.shape, new.mode) != (plan.shape, plan.mode) else { return }
    let enrolled = try reader.number(
      "SELECT count(*) FROM mentoring_enrollment WHERE cycle_id = \(id)")
    guard enrolled == 0 else { throw MentoringRefusal.shapeIsFixed(enrolled) }
  }

  /// Moves a cycle on to matching, back to open, or to its end; publishing makes it active.
  /// Whoever can ask or rank from now on is told. Requests that are open lapse where nobody can
  /// answer them any more.
  package static func move(
    _ id: ID<MentoringCycle>, to next: State, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try find(id, viewer: viewer, reader: writer)
    guard cycle.following.contains(next) else {
      throw MentoringRefusal.notNext(from: cycle.state, to: next)
    }
    if next == .closed || next == .open {
      let active = try writer.number(
        "SELECT count(*) FROM mentoring_pair WHERE cycle_id = \(id) AND state = 'active'")
      guard active == 0 else { throw MentoringRefusal.pairsGoOn(active) }
      try MentoringRequest.lapseAll(in: id, at: viewer.now, world, writer)
    }
    try writer.execute(
      "UPDATE mentoring_cycle SET state = \(next.rawValue) WHERE id = \(id)")
    if next == .matching { try Choosing.begin(in: cycle, on: viewer.today, world, writer) }
    try cycle.note(
      "mentoring_cycle.moved", "\(cycle.state.rawValue) to \(next.rawValue)", by: viewer,
      to: writer)
  }

  /// A cycle in which whoever runs mentoring may do something now.
  static func toRun(
    _ id: ID<MentoringCycle>, _ action: CycleAction, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> MentoringCycle {
    try viewer.refuseUnlessRunsMentoring()
    let cycle = try find(id, viewer: viewer, reader: reader)
    try cycle.refuse(unless: action, on: viewer.today)
    return cycle
  }

  /// Notes what the office did in the audit trail.
  func note(
    _ act: String, _ detail: String, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try append(act, detail, by: viewer.person, at: viewer.now, writer)
  }

  /// Notes what someone did for themselves. The trail names nobody then: administrators and the
  /// official read it, and who takes part in mentoring is not theirs to know.
  func noteUnnamed(_ act: String, at now: Instant, to writer: any SQLWriter) throws {
    try append(act, "", by: nil, at: now, writer)
  }

  private func append(
    _ act: String, _ detail: String, by person: PersonID?, at now: Instant,
    _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: Audit.Subject(kind: "mentoring_cycle", id: id.text), detail: detail),
      by: person, at: now, to: writer)
  }
}

extension MentoringCycle {
  /// Where the office may move it by hand. Publishing makes a cycle active, but for one in which
  /// mentees ask.
  package var following: [State] {
    switch state {
    case .open: [.matching, .closed]
    case .matching: plan.mode == .requests ? [.open, .active, .closed] : [.open, .closed]
    case .active: [.closed]
    case .closed: []
    }
  }
}

extension MentoringCycle.Plan {
  /// The same plan so many days later.
  package func moved(by days: Int) -> Self {
    var moved = self
    moved.enrollFrom = enrollFrom.adding(days: days)
    moved.enrollUntil = enrollUntil.adding(days: days)
    moved.beginsOn = beginsOn.adding(days: days)
    moved.endsOn = endsOn.adding(days: days)
    return moved
  }
}
