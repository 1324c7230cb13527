/// A file with one row for each cell, read as far as both tables and publications have it.
struct TableFile {
  /// A row of the file.
  struct Row {
    let line: Int
    /// The number of its cell.
    let cell: Int
    /// What stands in the column of counts.
    let text: String
  }

  let columns: Columns
  let axes: [Axis]
  let rows: [Row]

  /// How a file is to be read.
  struct Reading {
    /// The column of counts; nil for the usual one.
    var count: String?
    /// The code that stands for all of a dimension.
    var total = "Total"
    /// Whether a total is added to each dimension that has none.
    var addsTotals: Bool
    var hierarchies: HierarchyFile?
  }

  /// Reads the rows and numbers their cells.
  ///
  /// Throws ``FileProblem`` for a cell that stands twice and whatever is no table.
  init(parsing bytes: [UInt8], _ reading: Reading) throws {
    let records = try CSVRecords(bytes)
    let columns = try Columns(records.header, count: reading.count)
    guard !records.rows.isEmpty else {
      throw FileProblem(line: nil, reason: "The file has no rows.")
    }
    self.columns = columns
    let axes = try Self.inWords {
      try columns.axes.map { column in
        // In an order of their own, so that the order of rows changes nothing.
        let codes = Set(records.rows.map { $0.fields[column] })
        return try HierarchyFile.axis(
          columns.names[column], codes: NaturalOrder.sorted(codes),
          below: reading.total, adding: reading.addsTotals,
          reading.hierarchies)
      }
    }
    let size = try Self.inWords { try CountTable.size(of: axes) }
    var lines: [Int32] = .init(repeating: 0, count: size)
    rows = try records.rows.map { record in
      var cell = 0
      for (column, axis) in zip(columns.axes, axes) {
        guard let place = axis.place(of: record.fields[column]) else {
          throw FileProblem(line: record.line, reason: "An unknown code.")
        }
        cell = cell * axis.codes.count + place
      }
      guard lines[cell] == 0 else {
        throw FileProblem(
          line: record.line, reason: "The same combination as in line \(lines[cell]).")
      }
      lines[cell] = Int32(truncatingIfNeeded: record.line)
      return Row(line: record.line, cell: cell, text: record.fields[columns.count])
    }
    self.axes = axes
  }

  /// Says problems of tables as problems of the file.
  static func inWords<Answer>(_ work: () throws -> Answer) throws -> Answer {
    do {
      return try work()
    } catch let problem as TableProblem {
      throw FileProblem(line: nil, reason: problem.description)
    }
  }

  /// A count that stands in a row; nil when it is no whole number of digits alone.
  static func count(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
