package import Kernel
package import SQLStore

/// What a cycle's questionnaire showed, for whoever runs mentoring. It is counted once, when nobody
/// answers any more, and never again: no difference of two counts tells of one person.
package struct CycleFigures: Sendable, Equatable {
  package let lines: [Line]

  /// The people of whom a line tells.
  package enum Who: String, Sendable, CaseIterable {
    case mentees, mentors, all
  }

  /// A subscale among some people.
  package struct Line: Sendable, Equatable {
    package let who: Who
    /// The name of the subscale.
    package let subscale: String
    /// What came out; nil where it is withheld.
    package let shown: Shown?
  }

  /// Figures that may be read.
  package struct Shown: Sendable, Equatable {
    /// How many answered both times.
    package let people: Int
    /// Nil where nobody did.
    package let means: Means?
  }

  /// Means, and the standard deviation of the change, in tenths of a point.
  package struct Means: Sendable, Equatable {
    package let before: Int
    package let after: Int
    package let change: Int
    package let deviation: Int
  }

  /// The figures of a cycle; nil until they are counted.
  /// - Throws: ``Absent`` for everybody but those who run mentoring.
  package static func of(
    _ cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> CycleFigures? {
    try viewer.refuseUnlessRunsMentoring()
    let lines = try reader.all(
      Line.self,
      """
      SELECT who, subscale, people, mean_before, mean_after, mean_change, deviation
      FROM mentoring_figure WHERE cycle_id = \(cycle) ORDER BY number
      """)
    return lines.isEmpty ? nil : CycleFigures(lines: lines)
  }
}

extension CycleFigures.Line: SQLDecodable {
  package init(row: SQLRow) throws {
    let people = try row.integerOrNil("people")
    let before = try row.integerOrNil("mean_before")
    let means = try before.map { before in
      CycleFigures.Means(
        before: before, after: try row.integer("mean_after"),
        change: try row.integer("mean_change"), deviation: try row.integer("deviation"))
    }
    self.init(
      who: try row.word("who"), subscale: try row.text("subscale"),
      shown: people.map { CycleFigures.Shown(people: $0, means: means) })
  }
}
