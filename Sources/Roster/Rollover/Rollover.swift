package import Kernel
package import SQLStore

/// Taking everybody to the next academic year in one previewed step.
package struct Rollover: Sendable, Equatable {
  /// How far it has come.
  package enum State: String, Sendable, CaseIterable {
    /// Somebody ticked or confirmed something, and nothing is done yet.
    case draft
    case done
    case undone
  }

  /// The identifier; of a year for which nobody has chosen anything yet, an empty one.
  package let id: ID<Rollover>
  /// The first day of the new academic year.
  package let firstDay: Day
  package let state: State
  /// The groups that the office takes or leaves as a whole, against the usual.
  package let turnedGroups: Set<RolloverGroup>
  /// What the one who confirmed had seen.
  package let planDigest: String
  /// What was done; nil before it is.
  package let report: RolloverReport?
  package let doneBy: PersonID?
  package let doneAt: Instant?
  package let undoneBy: PersonID?
  package let undoneAt: Instant?
  /// When the before-images were deleted; nil as long as they are there.
  package let closedAt: Instant?

  /// The academic year that it leads to.
  package var newYear: AcademicYear {
    let (year, month, day) = firstDay.parts
    return AcademicYear(
      startYear: year, start: AcademicYear.Start(month: month, day: day) ?? .july1)
  }

  /// The academic year that it leads out of.
  package var oldYear: AcademicYear {
    AcademicYear(startYear: newYear.startYear - 1, start: newYear.start)
  }

  /// The last day of the old year.
  package var lastDay: Day { firstDay.adding(days: -1) }

  /// Whether a row of it is kept: before anybody chooses something, none is.
  package var isKept: Bool { !id.text.isEmpty }

  /// Whether the day has come from which it may be carried out.
  package func mayBegin(on today: Day) -> Bool { today >= firstDay }
}

extension Rollover: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, first_day, state, turned_groups, plan_digest, report, done_by, done_at, undone_by,
    undone_at, closed_at
    """

  package init(row: SQLRow) throws {
    let report = try row.text("report")
    self.init(
      id: try row.id("id"), firstDay: try row.day("first_day"), state: try row.word("state"),
      turnedGroups: Set(
        try row.text("turned_groups").split(separator: " ")
          .compactMap { RolloverGroup(rawValue: String($0)) }),
      planDigest: try row.text("plan_digest"),
      report: report.isEmpty ? nil : try JSONText.decoded(RolloverReport.self, report),
      doneBy: try row.idOrNil("done_by"), doneAt: try row.instantOrNil("done_at"),
      undoneBy: try row.idOrNil("undone_by"), undoneAt: try row.instantOrNil("undone_at"),
      closedAt: try row.instantOrNil("closed_at"))
  }

  /// The rollover to a year, as it stands: done, a draft, or what it would be without any choice.
  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package static func to(
    _ year: AcademicYear, viewer: Viewer, reader: any SQLReader
  ) throws -> Rollover {
    guard viewer.mayKeepRoster else { throw Absent() }
    return try standing(year.firstDay, in: reader) ?? Rollover(proposing: year)
  }

  /// All that were done or undone, the latest first; none for those who do not keep the roster.
  package static func history(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [Rollover] {
    guard viewer.mayKeepRoster else { return [] }
    return try reader.all(
      Rollover.self,
      """
      SELECT \(columns) FROM rollover WHERE state <> 'draft'
      ORDER BY first_day DESC, id DESC LIMIT 100
      """)
  }

  static func find(_ id: ID<Rollover>, in reader: any SQLReader) throws -> Rollover {
    let found = try reader.first(
      Rollover.self, "SELECT \(columns) FROM rollover WHERE id = \(id)")
    guard let found else { throw Absent() }
    return found
  }

  /// The one of a year that is not undone.
  static func standing(_ firstDay: Day, in reader: any SQLReader) throws -> Rollover? {
    try reader.first(
      Rollover.self,
      """
      SELECT \(columns) FROM rollover
      WHERE first_day = \(firstDay) AND state <> 'undone'
      """)
  }

  /// What the rollover to a year is before anybody chose something.
  init(proposing year: AcademicYear) {
    self.init(
      id: ID(stored: ""), firstDay: year.firstDay, state: .draft, turnedGroups: [],
      planDigest: "", report: nil, doneBy: nil, doneAt: nil, undoneBy: nil, undoneAt: nil,
      closedAt: nil)
  }

  /// The rollover as the audit trail names it.
  var subject: Audit.Subject { Audit.Subject(kind: "rollover", id: id.text) }
}

/// How many appointments a rollover changed, by what it did.
package struct RolloverReport: Sendable, Equatable, Codable {
  /// Went up a year.
  package var raised = 0
  /// Graduated.
  package var graduated = 0
  /// Contracts made longer by a year, with the next level.
  package var renewed = 0

  /// Nothing yet.
  package init() {}

  /// The counts in words, with those of the institution in braces.
  package var sentence: String {
    "\(GroupedDigits.of(raised)) went up a year, \(GroupedDigits.of(graduated)) graduated, "
      + "\(GroupedDigits.of(renewed)) renewed."
  }

  /// How many appointments all together.
  package var changed: Int { raised + graduated + renewed }
}
