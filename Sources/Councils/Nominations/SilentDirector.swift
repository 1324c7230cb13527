package import Kernel
package import Roster
package import SQLStore

/// A nomination whose director has not answered in spite of reminders, for the official.
package struct SilentDirector: Sendable, Equatable {
  package let line: NominationLine
  /// Who directs the program today, with deputies; empty where nobody does.
  package let directors: [RoleGrant.Holder]
  /// Days since the person was put forward.
  package let days: Int

  /// The nominations that wait in spite of so many reminders, the longest first.
  /// - Throws: ``Absent`` for whoever does not answer for all programs.
  package static func list(viewer: Viewer, reader: any SQLReader) throws -> [SilentDirector] {
    guard viewer.maySeeSilentDirectors else { throw Absent() }
    let settings = try Settings(reader: reader)
    let lines = try reader.all(
      NominationLine.self,
      """
      \(NominationLine.selection) WHERE nomination.state = 'awaiting'
        AND nomination.reminders >= \(Reminders.most)
      ORDER BY nomination.id LIMIT \(NominationLine.most)
      """)
    let programs = Array(Set(lines.compactMap(\.program))).sorted()
    let holders = Dictionary(
      grouping: try RoleGrant.holders(
        of: .programDirector, in: programs, on: viewer.today, reader: reader),
      by: { $0.place ?? "" })
    return lines.map { line in
      let since = line.nomination.putForwardAt.day(in: settings.timeZone)
      return SilentDirector(
        line: line, directors: line.program.flatMap { holders[$0.text] } ?? [],
        days: viewer.today.number - since.number)
    }
  }
}
