package import Kernel
package import Matching
package import SQLStore

/// One round of a mentoring program: people enroll, are matched, meet, and come to an end.
package struct MentoringCycle: Sendable, Equatable {
  package let id: ID<MentoringCycle>
  package let program: ID<MentoringProgram>
  package let title: String
  package let state: State
  package let plan: Plan

  /// How far a cycle is.
  package enum State: String, Sendable, CaseIterable {
    /// People enroll, and the office approves them.
    case open
    /// Nobody enrolls any more; the office matches.
    case matching
    /// The pairs meet.
    case active
    /// Over. Nothing changes any more.
    case closed
  }

  /// Who may look for a mentor.
  package enum Audience: String, Sendable, CaseIterable {
    case trainees, everyone
  }

  /// What is fixed for a cycle, apart from how far it is.
  package struct Plan: Sendable, Equatable {
    package var shape: Shape
    package var mode: Mode
    package var audience: Audience
    /// The first and the last day on which people enroll.
    package var enrollFrom, enrollUntil: Day
    /// The first and the last day of the pairs.
    package var beginsOn, endsOn: Day
    /// How many weeks lie between two meetings.
    package var meetEvery: Int
    /// Within how many days after the news either side may decline.
    package var declineDays: Int
    /// How many people one mentor takes at most.
    package var mostMentees: Int
    /// How many requests of one mentee are open at a time, where mentees ask.
    package var mostRequests: Int
    /// Within how many days a mentor answers a request.
    package var answerDays: Int
    /// Counsel's reference for asking about shared experience; nil where it is not asked.
    package var experienceReference: String?
    /// What the best matching is.
    package var objective: Objective

    /// A plan with the usual numbers.
    package init(enrollFrom: Day, enrollUntil: Day, beginsOn: Day, endsOn: Day) {
      self.enrollFrom = enrollFrom
      self.enrollUntil = enrollUntil
      self.beginsOn = beginsOn
      self.endsOn = endsOn
      shape = .pairs
      mode = .office
      audience = .trainees
      meetEvery = 4
      declineDays = 7
      mostMentees = 3
      mostRequests = 3
      answerDays = 10
      objective = .most
    }
  }
}

extension MentoringCycle: SQLDecodable {
  static let columns: SQLQuery =
    """
    mentoring_cycle.id AS id, mentoring_cycle.program_id AS program_id,
    mentoring_cycle.title AS title, mentoring_cycle.state AS state,
    mentoring_cycle.shape AS shape, mentoring_cycle.mode AS mode,
    mentoring_cycle.audience AS audience, mentoring_cycle.enroll_from AS enroll_from,
    mentoring_cycle.enroll_until AS enroll_until, mentoring_cycle.begins_on AS begins_on,
    mentoring_cycle.ends_on AS ends_on, mentoring_cycle.meet_every AS meet_every,
    mentoring_cycle.decline_days AS decline_days,
    mentoring_cycle.most_mentees AS most_mentees,
    mentoring_cycle.most_requests AS most_requests,
    mentoring_cycle.answer_days AS answer_days,
    mentoring_cycle.experience_reference AS experience_reference,
    mentoring_cycle.objective AS objective
    """

  package init(row: SQLRow) throws {
    var plan = Plan(
      enrollFrom: try row.day("enroll_from"), enrollUntil: try row.day("enroll_until"),
      beginsOn: try row.day("begins_on"), endsOn: try row.day("ends_on"))
    plan.shape = try row.word("shape")
    plan.mode = try row.word("mode")
    plan.audience = try row.word("audience")
    plan.meetEvery = try row.integer("meet_every")
    plan.declineDays = try row.integer("decline_days")
    plan.mostMentees = try row.integer("most_mentees")
    plan.mostRequests = try row.integer("most_requests")
    plan.answerDays = try row.integer("answer_days")
    plan.experienceReference = try row.textOrNil("experience_reference")
    plan.objective = try row.word("objective")
    self.init(
      id: try row.id("id"), program: try row.id("program_id"), title: try row.text("title"),
      state: try row.word("state"), plan: plan)
  }

  /// The cycles of a program, the latest first. Everybody signed in may know them.
  package static func all(
    of program: ID<MentoringProgram>, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentoringCycle] {
    _ = try MentoringProgram.find(program, viewer: viewer, reader: reader)
    return try reader.all(
      MentoringCycle.self,
      """
      SELECT \(columns) FROM mentoring_cycle WHERE program_id = \(program)
      ORDER BY begins_on DESC, id DESC
      """)
  }

  /// The cycles that go on, of all programs that the viewer may see, the latest first.
  package static func going(viewer: Viewer, reader: any SQLReader) throws -> [MentoringCycle] {
    guard viewer.person != nil else { return [] }
    return try reader.all(
      MentoringCycle.self,
      """
      SELECT \(columns) FROM mentoring_cycle WHERE state <> 'closed'
      ORDER BY begins_on DESC, id DESC
      """)
  }

  /// The cycles that an identifier or a title names, the latest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func called(
    _ name: String, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentoringCycle] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentoringCycle.self,
      """
      SELECT \(columns) FROM mentoring_cycle WHERE id = \(name) OR title = \(name)
      ORDER BY begins_on DESC, id DESC
      """)
  }

  /// The cycles that can be matched now, the latest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func toMatch(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [MentoringCycle] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentoringCycle.self,
      """
      SELECT \(columns) FROM mentoring_cycle
      WHERE state IN (\(list: CycleAction.run.states.map(\.rawValue).sorted()))
      ORDER BY begins_on DESC, id DESC
      """)
  }

  /// A cycle of a program that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> MentoringCycle {
    let cycle = try reader.first(
      MentoringCycle.self, "SELECT \(columns) FROM mentoring_cycle WHERE mentoring_cycle.id = \(id)"
    )
    guard let cycle else { throw Absent() }
    _ = try MentoringProgram.find(cycle.program, viewer: viewer, reader: reader)
    return cycle
  }
}
