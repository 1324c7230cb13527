package import Kernel
package import SQLStore

/// Whether a program is so small that its trainees can be told apart by what they write.
package enum SmallProgram {
  /// Whether fewer trainees than the public threshold are in a program now.
  package static func isSmall(
    _ program: ProgramID, _ settings: Settings, viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    let count = try reader.number(
      """
      SELECT count(*) FROM directory_entry WHERE program_id = \(program)
        AND presence = 'current' AND capacity = 'trainee'
      """)
    return count < settings.publicThreshold
  }
}
