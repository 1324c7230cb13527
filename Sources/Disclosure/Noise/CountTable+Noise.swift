extension CountTable {
  /// A table with exact random noise on every count that is no total, which gives each person the
  /// differential privacy `epsilon` against joining or leaving.
  ///
  /// A person is in one such count only, so noise for one serves all. What follows costs no
  /// privacy: counts below zero become zero, and totals are added up anew. Both bend totals upward
  /// a little. Throws ``TableProblem/tooGreat(cell:)`` when a total outgrows counts.
  public init(
    noisy table: CountTable, by noise: DiscreteLaplace,
    using source: inout some RandomNumberGenerator
  ) throws {
    let cells = Self.leafCells(of: table.axes)
    let drawn = noise.samples(cells.count, using: &source)
    let leaves = zip(cells, drawn).map { max(0, table.counts[$0] + $1) }
    try self.init(axes: table.axes, leaves: leaves)
  }
}
