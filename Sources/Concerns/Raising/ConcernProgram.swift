package import Kernel
package import SQLStore

/// A program that a concern may be about, as the form offers it to anyone.
package struct ConcernProgram: Sendable, Equatable {
  package let id: ProgramID
  package let name: String

  /// Refuses what is no open program.
  static func refuseUnknown(
    _ id: ProgramID, viewer: Viewer, reader: any SQLReader
  ) throws {
    let known = try reader.first(
      """
      SELECT id FROM program
      WHERE id = \(id) AND (closed_on IS NULL OR closed_on >= \(viewer.today))
      """)
    guard known != nil else { throw Absent() }
  }

  /// The open programs by name; names of programs are no secret.
  package static func all(
    viewer: Viewer, reader: any SQLReader, most: Int = 400
  ) throws -> [ConcernProgram] {
    try reader.rows(
      """
      SELECT id, name FROM program WHERE closed_on IS NULL OR closed_on >= \(viewer.today)
      ORDER BY name_key, id LIMIT \(most)
      """
    ).map { ConcernProgram(id: try $0.id("id"), name: try $0.text("name")) }
  }
}
