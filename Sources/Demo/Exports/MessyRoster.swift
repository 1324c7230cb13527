import Kernel
package import Roster

/// A roster as it comes out of an old office machine, for trying out the import: Windows-1252,
/// semicolons, several ways to write a date, and a handful of rows that must be refused.
package struct MessyRoster: Sendable, Equatable {
  /// The file.
  package let bytes: [UInt8]
  /// How many rows it has below its header.
  package let rows: Int
  /// The rows that an import must refuse, in the order of the file.
  package let problems: [RowProblem]

  /// How many rows it has of people who are known, and of people who are new.
  private static let length = (known: 232, new: 5)

  /// The messy roster of a hospital: a part of its people as they are next month.
  package init(of hospital: FictionalHospital) {
    // Only whose name the old machine can write.
    let next = RosterExport.nextMonth(of: hospital).rows.filter { row in
      row.cells.allSatisfy { Windows1252.bytes($0) != nil }
    }
    let chosen = next.prefix(Self.length.known) + next.suffix(Self.length.new)
    var rows = chosen.enumerated().map { Self.untidy($1, $0) }
    var problems: [RowProblem] = []
    for (turn, flaw) in Flaw.allCases.enumerated() {
      let index = 11 + 17 * turn
      guard index < rows.count else { continue }
      rows[index] = flaw.spoiling(rows[index], earlier: rows[index - 3], of: hospital)
      problems.append(RowProblem(line: index + 2, column: flaw.column, reason: flaw.reason))
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
    default: break
    }
    if index % 2 == 0 {
      row[.degrees] = row[.degrees].split(separator: " ").joined(separator: "\n")
    }
    return row
  }

  /// `2025-07-01` as `7/1/2025`.
  private static func american(_ text: String) -> String {
    guard let (year, month, day) = Day(text: text)?.parts else { return text }
    return "\(month)/\(day)/\(year)"
  }
}
