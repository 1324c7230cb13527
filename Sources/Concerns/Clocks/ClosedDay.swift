package import Kernel
package import SQLStore

/// A day on which nobody is expected to answer: a holiday of the institution.
package struct ClosedDay: Sendable, Equatable {
  package let day: Day
  package let name: String

  /// The names of the fields.
  package enum Field {
    /// The day.
    package static let day = "day"
    /// The name.
    package static let name = "name"
  }

  /// Those from a day on.
  package static func all(
    from first: Day, viewer: Viewer, reader: any SQLReader
  ) throws -> [ClosedDay] {
    try reader.rows("SELECT day, name FROM closed_day WHERE day >= \(first) ORDER BY day")
      .map { ClosedDay(day: try $0.day("day"), name: try $0.text("name")) }
  }

  /// Adds one; what was promised before stays.
  package static func add(
    by viewer: Viewer, writer: any SQLWriter, typed: @escaping (String) -> String
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    var fields = TypedFields(typed)
    let day = fields.requiredDay(Field.day, "Choose the day.")
    let name = fields.required(Field.name, most: 80, "Write its name, such as “Thanksgiving”.")
    try fields.problems.throwIfAny()
    guard let day, let name else { return }
    try writer.execute(
      """
      INSERT INTO closed_day (day, name) VALUES (\(day), \(name))
      ON CONFLICT (day) DO UPDATE SET name = excluded.name
      """)
    try note("closed_day.added", "\(day.text) \(name)", viewer, writer)
  }

  /// Takes one away.
  package static func remove(_ day: Day, by viewer: Viewer, writer: any SQLWriter) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let removed = try writer.execute("DELETE FROM closed_day WHERE day = \(day)")
    guard removed == 1 else { throw Absent() }
    try note("closed_day.removed", day.text, viewer, writer)
  }

  private static func note(
    _ act: String, _ detail: String, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .institution, detail: detail), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
