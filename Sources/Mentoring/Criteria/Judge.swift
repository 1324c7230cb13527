package import Kernel
package import SQLStore

/// Someone who judges the trainees of a program, and therefore never mentors one of them.
package struct Judge: Sendable, Equatable {
  package let program: ProgramID
  package let person: PersonID
  package let part: Part

  /// How they judge.
  package enum Part: String, Sendable, CaseIterable {
    /// They sit on the clinical competency committee.
    case competencyCommittee = "competency_committee"
    /// They evaluate its trainees.
    case evaluator
  }

  package init(_ person: PersonID, as part: Part, in program: ProgramID) {
    self.person = person
    self.part = part
    self.program = program
  }
}

extension Judge: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      try row.id("person_id"), as: try row.word("part"), in: try row.id("program_id"))
  }

  /// All of them, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [Judge] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      Judge.self,
      """
      SELECT program_id, person_id, part FROM mentoring_judge
      ORDER BY program_id, person_id, part
      """)
  }

  /// The names of the programs of some.
  package static func programs(
    _ judges: [Judge], viewer: Viewer, reader: any SQLReader
  ) throws -> [ProgramID: String] {
    guard viewer.mayRunMentoring, !judges.isEmpty else { return [:] }
    var names: [ProgramID: String] = [:]
    let programs = Array(Set(judges.map(\.program))).sorted()
    try reader.forEach("SELECT id, name FROM program WHERE id IN (\(list: programs))") {
      names[try $0.id("id")] = try $0.text("name")
    }
    return names
  }

  /// Notes one; noting them twice changes nothing.
  package func note(by viewer: Viewer, writer: any SQLWriter) throws {
    try viewer.refuseUnlessRunsMentoring()
    try writer.execute(
      """
      INSERT INTO mentoring_judge (program_id, person_id, part, noted_at)
      VALUES (\(program), \(person), \(part.rawValue), \(viewer.now)) ON CONFLICT DO NOTHING
      """)
    try trail("mentoring_judge.noted", viewer, writer)
  }

  /// Takes one away.
  package func remove(by viewer: Viewer, writer: any SQLWriter) throws {
    try viewer.refuseUnlessRunsMentoring()
    let removed = try writer.execute(
      """
      DELETE FROM mentoring_judge WHERE program_id = \(program) AND person_id = \(person)
        AND part = \(part.rawValue)
      """)
    guard removed == 1 else { throw Absent() }
    try trail("mentoring_judge.removed", viewer, writer)
  }

  private func trail(_ act: String, _ viewer: Viewer, _ writer: any SQLWriter) throws {
    try Audit.append(
      Audit.Act(act, of: .person(person), detail: part.rawValue), by: viewer.person,
      at: viewer.now, to: writer)
  }
}
