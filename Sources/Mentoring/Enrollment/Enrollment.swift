package import Kernel
package import SQLStore

/// What someone enrolled in a cycle with.
package struct Enrollment: Sendable, Equatable {
  package let id: ID<Enrollment>
  package let cycle: ID<MentoringCycle>
  package let person: PersonID
  package let part: Part
  /// What they hope for, in their words.
  package let goals: String
  package let hours: WeekHours
  /// What they say about shared experience; counted nowhere.
  package let experience: String
  /// The version of the commitments that they accepted.
  package let commitment: Int
  package let state: State
  package let submittedAt: Instant
  /// Why it was returned; empty otherwise.
  package let reason: String

  /// As what someone enrolls.
  package enum Part: String, Sendable, CaseIterable {
    case mentee, mentor, both

    /// Whether they look for a mentor.
    package var isMentee: Bool { self != .mentor }
    /// Whether they mentor someone.
    package var isMentor: Bool { self != .mentee }
  }

  /// How an enrollment stands.
  package enum State: String, Sendable, CaseIterable {
    /// The office has it before it.
    case submitted
    case approved
    /// The office asks for a change.
    case returned
    /// Taken back by the person.
    case withdrawn
  }
}

extension Enrollment: SQLDecodable {
  static let columns: SQLQuery =
    """
    mentoring_enrollment.id AS id, mentoring_enrollment.cycle_id AS cycle_id,
    mentoring_enrollment.person_id AS person_id, mentoring_enrollment.part AS part,
    mentoring_enrollment.goals AS goals, mentoring_enrollment.hours AS hours,
    mentoring_enrollment.experience AS experience,
    mentoring_enrollment.commitment AS commitment, mentoring_enrollment.state AS state,
    mentoring_enrollment.submitted_at AS submitted_at, mentoring_enrollment.reason AS reason
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), cycle: try row.id("cycle_id"), person: try row.id("person_id"),
      part: try row.word("part"), goals: try row.text("goals"),
      hours: WeekHours(bits: try row.integer("hours")), experience: try row.text("experience"),
      commitment: try row.integer("commitment"), state: try row.word("state"),
      submittedAt: try row.instant("submitted_at"), reason: try row.text("reason"))
  }

  /// The viewer's own enrollment in a cycle; nil where there is none or it was taken back.
  package static func own(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> Enrollment? {
    guard let person = viewer.person else { return nil }
    return try reader.first(
      Enrollment.self,
      """
      SELECT \(columns) FROM mentoring_enrollment
      WHERE cycle_id = \(cycle) AND person_id = \(person) AND state <> 'withdrawn'
      """)
  }

  /// With what the viewer enrolled last, in another cycle; nil where they never did.
  package static func last(
    besides cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> Enrollment? {
    guard let person = viewer.person else { return nil }
    return try reader.first(
      Enrollment.self,
      """
      SELECT \(columns) FROM mentoring_enrollment
      WHERE person_id = \(person) AND cycle_id <> \(cycle) AND state <> 'withdrawn'
      ORDER BY submitted_at DESC, id DESC LIMIT 1
      """)
  }

  /// All enrollments of a cycle that were not taken back, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Enrollment] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      Enrollment.self,
      """
      SELECT \(columns) FROM mentoring_enrollment
      WHERE cycle_id = \(cycle) AND state <> 'withdrawn' ORDER BY id
      """)
  }

  /// One enrollment, for whoever runs mentoring and for the person.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<Enrollment>, viewer: Viewer, reader: any SQLReader
  ) throws -> Enrollment {
    let found = try reader.first(
      Enrollment.self,
      """
      SELECT \(columns) FROM mentoring_enrollment
      WHERE mentoring_enrollment.id = \(id) AND \(visible(to: viewer))
      """)
    guard let found else { throw Absent() }
    return found
  }

  /// The person reads it, and whoever runs mentoring.
  private static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    return viewer.mayRunMentoring ? "1 = 1" : "mentoring_enrollment.person_id = \(person)"
  }

  /// What was chosen with some enrollments, as identifiers in order.
  static func choices(
    of cycle: ID<MentoringCycle>, _ reader: any SQLReader
  ) throws -> [ID<Enrollment>: [ID<MentoringTerm>]] {
    var choices: [ID<Enrollment>: [ID<MentoringTerm>]] = [:]
    try reader.forEach(
      """
      SELECT mentoring_choice.enrollment_id AS enrollment_id,
        mentoring_choice.term_id AS term_id
      FROM mentoring_choice
      JOIN mentoring_enrollment ON mentoring_enrollment.id = mentoring_choice.enrollment_id
      WHERE mentoring_enrollment.cycle_id = \(cycle) ORDER BY enrollment_id, term_id
      """
    ) { choices[try $0.id("enrollment_id"), default: []].append(try $0.id("term_id")) }
    return choices
  }

  /// What was chosen with each of some enrollments, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func choices(
    of some: [ID<Enrollment>], viewer: Viewer, reader: any SQLReader
  ) throws -> [ID<Enrollment>: [MentoringTerm]] {
    try viewer.refuseUnlessRunsMentoring()
    guard !some.isEmpty else { return [:] }
    var choices: [ID<Enrollment>: [MentoringTerm]] = [:]
    try reader.forEach(
      """
      \(MentoringTerm.chosen) WHERE mentoring_choice.enrollment_id IN (\(list: some))
      \(MentoringTerm.order)
      """
    ) { choices[try $0.id("enrollment_id"), default: []].append(try MentoringTerm(row: $0)) }
    return choices
  }

  /// What was chosen with one enrollment.
  package func choices(viewer: Viewer, reader: any SQLReader) throws -> [MentoringTerm] {
    try reader.all(
      MentoringTerm.self,
      """
      \(MentoringTerm.chosen)
      JOIN mentoring_enrollment ON mentoring_enrollment.id = mentoring_choice.enrollment_id
      WHERE mentoring_choice.enrollment_id = \(id) AND \(Self.visible(to: viewer))
      \(MentoringTerm.order)
      """)
  }
}
