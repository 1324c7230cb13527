/// A table of counts from a comma-separated file with one row for each combination.
///
/// Combinations that are not listed count zero. Rows of totals may be there and must be right;
/// those that are not are added up.
public struct CountFile: Sendable {
  /// The table with all its totals.
  public let table: CountTable
  /// The name of the column of counts.
  public let countName: String
  /// The column of counts among all columns.
  let countColumn: Int

  /// Reads a table; `count` names the column of counts, by default "count" or the last.
  ///
  /// Throws ``FileProblem`` with the line for everything that is no table of counts.
  public init(
    parsing bytes: [UInt8], count: String? = nil, total: String = "Total",
    hierarchies: HierarchyFile? = nil
  ) throws {
    let file = try TableFile(
      parsing: bytes,
      .init(count: count, total: total, addsTotals: true, hierarchies: hierarchies))
    let isLeaf = Self.leaves(of: file.axes)
    var counts = [Int](repeating: 0, count: isLeaf.count)
    var given: [TableFile.Row] = []
    for row in file.rows {
      guard let count = TableFile.count(row.text), count <= CountTable.greatestCount else {
        throw FileProblem(
          line: row.line, reason: "'\(row.text.prefix(40))' is no count that can be worked with.")
      }
      if isLeaf[row.cell] { counts[row.cell] = count } else { given.append(row) }
    }
    table = try TableFile.inWords {
      let leaves = counts.indices.filter { isLeaf[$0] }.map { counts[$0] }
      return try CountTable(axes: file.axes, leaves: leaves)
    }
    for row in given where TableFile.count(row.text) != table.counts[row.cell] {
      throw FileProblem(
        line: row.line,
        reason: "The total is \(row.text); its parts add up to \(table.counts[row.cell]).")
    }
    countName = file.columns.names[file.columns.count]
    countColumn = file.columns.count
  }

  /// Of each cell whether none of its codes is a total.
  private static func leaves(of axes: [Axis]) -> [Bool] {
    axes.reduce([true]) { flags, axis in
      let own = axis.codes.indices.map { axis.children[$0].isEmpty }
      return flags.flatMap { flag in own.map { flag && $0 } }
    }
  }
}
