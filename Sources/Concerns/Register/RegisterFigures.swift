package import Kernel
import Roster
package import SQLStore

/// How many concerns were raised and answered in an academic year, and how soon.
///
/// A year is counted once, when it is over and the last answers had their time, and what may be
/// shown is kept and nothing else: nobody can take two editions of a figure and subtract, and
/// concerns can be erased without changing what was published.
package struct RegisterFigures: Sendable, Equatable {
  /// The calendar year in which it began.
  package let year: Int
  /// By category; the total is the last one.
  package let lines: [Line]

  /// The figures of a category, or of all.
  package struct Line: Sendable, Equatable {
    package let name: String
    package let isTotal: Bool
    /// Nil where it is too small to be shown, or another one could be worked out from it.
    package let raised: Int?
    package let answered: Int?
    /// Business days until the first answer, in half of the answered ones; nil where too few were
    /// answered.
    package let medianDays: Int?
  }

  /// Days after a year's end when it is counted.
  static let patience = 60

  /// The years that were counted, the latest first.
  package static func all(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [RegisterFigures] {
    guard viewer.isSignedIn else { return [] }
    let rows = try reader.rows(
      """
      SELECT year, name, is_total, raised, answered, median_days FROM register_figure
      ORDER BY year DESC, number
      """)
    let years = try Dictionary(grouping: rows) { try $0.integer("year") }
    return try years.keys.sorted(by: >).map { year in
      RegisterFigures(year: year, lines: try (years[year] ?? []).map(Line.init(row:)))
    }
  }
}

extension RegisterFigures.Line {
  fileprivate init(row: SQLRow) throws {
    self.init(
      name: try row.text("name"), isTotal: try row.boolean("is_total"),
      raised: try row.integerOrNil("raised"), answered: try row.integerOrNil("answered"),
      medianDays: try row.integerOrNil("median_days"))
  }
}
