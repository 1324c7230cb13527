/// How many there are in each combination of codes, totals included.
///
/// Cells are numbered with the last dimension running fastest. Every count is the sum of the counts
/// below it in every dimension, none is negative, and none is above ``greatestCount``.
public struct CountTable: Sendable, Equatable {
  /// The greatest count that is taken, so that no sum in the mathematics can overflow.
  public static let greatestCount = 1 << 40

  /// The most cells that a table may span.
  public static let mostCells = 4_000_000

  /// What the counts are divided by.
  public let axes: [Axis]
  /// The counts, totals included.
  public let counts: [Int]

  /// A table whose totals are already there.
  ///
  /// Throws ``TableProblem`` when a count is negative or too great, or a total is not its sum.
  public init(axes: [Axis], counts: [Int]) throws {
    let size = try Self.size(of: axes)
    guard counts.count == size else {
      throw TableProblem.wrongSize(expected: size, found: counts.count)
    }
    try Self.check(counts)
    self.axes = axes
    self.counts = counts
    let system = self.system
    if let broken = system.firstBroken(by: counts) {
      throw TableProblem.doesNotAdd(total: system.total(of: broken))
    }
  }

  /// A table that adds up its totals from the cells of codes that are no totals.
  ///
  /// `leaves` holds those cells in order, the last dimension running fastest.
  public init(axes: [Axis], leaves: [Int]) throws {
    let size = try Self.size(of: axes)
    let places = Self.leafCells(of: axes)
    guard leaves.count == places.count else {
      throw TableProblem.wrongSize(expected: places.count, found: leaves.count)
    }
    try Self.check(leaves)
    var counts = [Int](repeating: 0, count: size)
    for (place, count) in zip(places, leaves) { counts[place] = count }
    try Self.addUp(&counts, axes)
    self.axes = axes
    self.counts = counts
  }

  /// How many codes each dimension has.
  public var shape: [Int] { axes.map(\.codes.count) }

  /// What additivity says of the cells.
  public var system: CellSystem { Self.system(of: axes) }

  /// What additivity says of the cells that axes span.
  static func system(of axes: [Axis]) -> CellSystem {
    let count = axes.reduce(1) { $0 * $1.codes.count }
    var system = CellSystem(count: count)
    for (number, axis) in axes.enumerated() {
      let stride = stride(of: number, axes)
      let span = stride * axis.codes.count
      let families = axis.codes.indices.filter { !axis.children[$0].isEmpty }
      for block in Swift.stride(from: 0, to: count, by: span) {
        for offset in 0..<stride {
          for total in families {
            let cells = [total] + axis.children[total]
            system.append(cells.map { block + offset + $0 * stride })
          }
        }
      }
    }
    return system
  }

  /// The cell of a combination of codes, given by their places.
  public func cell(at places: [Int]) -> Int {
    zip(places, axes).reduce(0) { $0 * $1.1.codes.count + $1.0 }
  }

  /// The cell of a combination of codes.
  ///
  /// Throws ``TableProblem/unknownCode(_:axis:)``.
  public func cell(_ codes: [String]) throws -> Int {
    guard codes.count == axes.count else {
      throw TableProblem.wrongSize(expected: axes.count, found: codes.count)
    }
    return try cell(
      at: zip(codes, axes).map { code, axis in
        guard let place = axis.place(of: code) else {
          throw TableProblem.unknownCode(code, axis: axis.name)
        }
        return place
      })
  }

  /// The codes that name a cell.
  public func codes(of cell: Int) -> [String] { Self.codes(of: cell, axes) }

  /// The codes that name a cell among those that axes span.
  static func codes(of cell: Int, _ axes: [Axis]) -> [String] {
    var rest = cell
    var codes: [String] = []
    for axis in axes.reversed() {
      codes.append(axis.codes[rest % axis.codes.count])
      rest /= axis.codes.count
    }
    return codes.reversed()
  }
}
