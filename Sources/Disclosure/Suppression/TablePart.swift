/// All cells of some codes of each dimension and of the totals above these.
struct TablePart {
  private let axes: [Axis]
  private var codes: [Set<Int>]

  /// The least part that has a cell.
  init(_ axes: [Axis], around cell: Int) {
    self.axes = axes
    codes = .init(repeating: [], count: axes.count)
    var rest = cell
    for number in axes.indices.reversed() {
      add(rest % axes[number].codes.count, to: number)
      rest /= axes[number].codes.count
    }
  }

  /// The cells of the part, in order.
  var cells: [Int] {
    zip(axes, codes).reduce([0]) { cells, dimension in
      let (width, codes) = (dimension.0.codes.count, dimension.1.sorted())
      return cells.flatMap { cell in codes.map { cell * width + $0 } }
    }
  }

  /// Adds codes that are no totals by chance, in the dimension that has the fewest, as long as the
  /// part has at most so many cells.
  mutating func grow(to limit: Int, using chance: inout SplitMix) {
    var left = axes.enumerated().map { number, axis in
      axis.leaves.filter { !codes[number].contains($0) }.shuffled(using: &chance)
    }
    while let number = axes.indices.filter({ !left[$0].isEmpty })
      .min(by: { codes[$0].count < codes[$1].count })
    {
      let before = codes
      add(left[number].removeLast(), to: number)
      if codes.reduce(1, { $0 * $1.count }) > limit {
        codes = before
        left[number] = []
      }
    }
  }

  private mutating func add(_ code: Int, to number: Int) {
    let parents = axes[number].parents
    codes[number].formUnion(sequence(first: code) { parents[$0] })
  }
}
