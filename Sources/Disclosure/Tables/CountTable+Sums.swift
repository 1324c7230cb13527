extension CountTable {
  /// How many cells dimensions span.
  static func size(of axes: [Axis]) throws -> Int {
    var size = 1
    for axis in axes {
      let (product, overflow) = size.multipliedReportingOverflow(by: axis.codes.count)
      guard !overflow, product <= mostCells else {
        throw TableProblem.tooManyCells(limit: mostCells)
      }
      size = product
    }
    return size
  }

  /// How far apart two neighboring codes of a dimension stand.
  static func stride(of number: Int, _ axes: [Axis]) -> Int {
    axes[(number + 1)...].reduce(1) { $0 * $1.codes.count }
  }

  /// The cells of codes that are no totals, in order.
  static func leafCells(of axes: [Axis]) -> [Int] {
    axes.reduce([0]) { cells, axis in
      let (leaves, width) = (axis.leaves, axis.codes.count)
      return cells.flatMap { cell in leaves.map { cell * width + $0 } }
    }
  }

  /// Throws for the first count that is no count.
  static func check(_ counts: [Int]) throws {
    for (cell, count) in counts.enumerated() {
      if count < 0 { throw TableProblem.negative(cell: cell) }
      if count > greatestCount { throw TableProblem.tooGreat(cell: cell) }
    }
  }

  /// Writes every total over its children's sum, one dimension after another.
  static func addUp(_ counts: inout [Int], _ axes: [Axis]) throws {
    for (number, axis) in axes.enumerated() {
      let stride = stride(of: number, axes)
      let totals = axis.upward.filter { !axis.children[$0].isEmpty }
      for block in Swift.stride(from: 0, to: counts.count, by: stride * axis.codes.count) {
        for cell in block..<(block + stride) {
          for total in totals {
            let sum = axis.children[total].reduce(0) { $0 + counts[cell + $1 * stride] }
            guard sum <= greatestCount else {
              throw TableProblem.tooGreat(cell: cell + total * stride)
            }
            counts[cell + total * stride] = sum
          }
        }
      }
    }
  }
}
