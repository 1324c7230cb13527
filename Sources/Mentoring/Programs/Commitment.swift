package import Kernel
package import SQLStore

/// What those who enroll in a program promise each other, as one version of the text has it.
package struct Commitment: Sendable, Equatable {
  /// From 1.
  package let version: Int
  package let text: String
}

extension Commitment: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(version: try row.integer("version"), text: try row.text("text"))
  }

  /// The version that holds for whoever enrolls now.
  package static func latest(
    of program: ID<MentoringProgram>, viewer: Viewer, reader: any SQLReader
  ) throws -> Commitment {
    _ = try MentoringProgram.find(program, viewer: viewer, reader: reader)
    let latest = try reader.first(
      Commitment.self,
      """
      SELECT version, text FROM mentoring_commitment WHERE program_id = \(program)
      ORDER BY version DESC LIMIT 1
      """)
    guard let latest else { throw Absent() }
    return latest
  }

  /// The version that the viewer accepted with their enrollment in a cycle; nil where they are not
  /// enrolled.
  package static func accepted(
    in cycle: MentoringCycle, viewer: Viewer, reader: any SQLReader
  ) throws -> Commitment? {
    guard let own = try Enrollment.own(in: cycle.id, viewer: viewer, reader: reader) else {
      return nil
    }
    return try reader.first(
      Commitment.self,
      """
      SELECT version, text FROM mentoring_commitment
      WHERE program_id = \(cycle.program) AND version = \(own.commitment)
      """)
  }

  static func write(
    _ text: String, version: Int, of program: ID<MentoringProgram>, by viewer: Viewer,
    to writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO mentoring_commitment (program_id, version, text, written_by, written_at)
      VALUES (\(program), \(version), \(text), \(viewer.person), \(viewer.now))
      """)
  }
}
