/// Rows of a file that were refused, as they stand in it, as many as there is room for.
struct RefusedRows: Sendable, Equatable {
  /// One row.
  struct Row: Sendable, Equatable {
    let line: Int
    /// The cells, without those of ``MendingColumns``.
    let cells: [String]
  }

  private(set) var rows: [Row] = []
  private var bytes = 0

  /// The most rows that are kept.
  static let most = RosterReport.mostProblems
  /// The most bytes of cells that are kept.
  static let mostBytes = 16 * 1_048_576

  /// Takes a row, if there is room.
  mutating func add(line: Int, cells: [String]) {
    let size = cells.reduce(0) { $0 + $1.utf8.count }
    guard rows.count < Self.most, bytes + size <= Self.mostBytes else { return }
    bytes += size
    rows.append(Row(line: line, cells: cells))
  }
}
