import Kernel
import Roster

/// A roster as it comes out of an old office machine, for trying out the import: Windows-1252,
/// semicolons, several ways to write a date, and a handful of rows that must be refused.
package struct MessyRoster: Sendable, Equatable {
  /// The file.
  package let bytes: [UInt8]
  /// How many rows it has below its header.
  package let rows: Int
  /// The rows that an import must refuse, in the order of the file.
  package let problems: [Problem]

  /// What is wrong with one row.
  package struct Problem: Sendable, Equatable {
    /// The record in the file: the header is 1, and a line break in quotation marks does not count.
    package let line: Int
    /// The title of the column, or `(row)` where the whole row is meant.
    package let column: String
    package let reason: String
  }

  /// How many rows it takes from the hospital's export.
  private static let length = 240

  /// The messy roster of a hospital: a part of its people, otherwise as they are known.
  package init(of hospital: FictionalHospital) {
    let export = RosterExport(of: hospital)
    let cells = export.rows.filter { row in
      row.cells.allSatisfy { Windows1252.bytes($0) != nil }
    }.prefix(Self.length)
    var rows = cells.enumerated().map { Self.untidy($1, $0) }
    var problems: [Problem] = []
    for (turn, flaw) in Flaw.allCases.enumerated() {
      let index = 11 + 17 * turn
      guard index < rows.count else { continue }
      rows[index] = flaw.spoiling(rows[index], earlier: rows[index - 3], of: hospital)
      problems.append(Problem(line: index + 2, column: flaw.column, reason: flaw.reason))
    }
    let lines = [RosterExport.titles] + rows.map(\.cells)
    self.bytes = lines.flatMap { cells in
      Windows1252.bytes(RosterExport.line(cells, separator: ";") + "\r\n") ?? []
    }
    self.rows = rows.count
    self.problems = problems
  }

  /// The same row as other hands write it: an import understands each of them.
  private static func untidy(_ row: RosterExport.Row, _ index: Int) -> RosterExport.Row {
    var row = row
    let level = row[.level].dropFirst(4)
    switch index % 12 {
    case 1: row[.startsOn] = american(row[.startsOn])
    case 3: row[.level] = "R\(level)"
    case 4: row[.standing] = row[.standing].uppercased() + " "
    case 6: row[.level] = String(level)
    case 7: row[.family] = "  \(row[.family]) "
    case 8: row[.endsOn] = american(row[.endsOn])
    case 10: row[.degrees] = row[.degrees].split(separator: " ").joined(separator: "\n")
    default: break
    }
    return row
  }

  /// `2025-07-01` as `7/1/2025`.
  private static func american(_ text: String) -> String {
    guard let (year, month, day) = Day(text: text)?.parts else { return text }
    return "\(month)/\(day)/\(year)"
  }
}
