/// Finds changes that are products of one move along each dimension, for tables too large for more.
///
/// In a table of k flat dimensions a product touches at most 2^k cells, two codes in each of them:
/// the cubes of the hypercube method (Giessing and Repsilber 2002). All products through a cell are
/// looked at, as many as there are cells that are no totals; the search leaves one as soon as it
/// costs more than the best. Not every change is a product: what is found may be dearer than need
/// be, but the numbers never grow.
struct CubeFinder: ChangeFinder {
  /// Of each dimension and code its moves, as steps from the wanted cell to another.
  private let moves: [[[[Step]]]]
  private let widths: [Int]
  private var chosen: [Step] = []
  private var found: [Step] = []
  private var least = 0
  let effort = 1

  /// How far a cell is from the wanted one, and its change as a multiple of the wanted one's.
  private struct Step {
    let distance: Int
    let factor: Int
  }

  init(_ axes: [Axis]) {
    widths = axes.map(\.codes.count)
    moves = axes.enumerated().map { number, axis in
      let stride = CountTable.stride(of: number, axes)
      return axis.codes.indices.map { code in
        axis.moves(of: code).map { move in
          move.steps.map { Step(distance: ($0.code - code) * stride, factor: $0.factor) }
        }
      }
    }
  }

  mutating func cheapest(
    moving cell: Int, _ sense: Int, at prices: [MovePrice], below limit: Int
  ) -> TableChange? {
    least = limit
    found = []
    chosen = [Step(distance: cell, factor: sense)]
    visit(codes(of: cell)[...], spent: 0, prices)
    guard !found.isEmpty else { return nil }
    return TableChange(
      moves: found.map { (cell: $0.distance, amount: $0.factor) }, cost: least)
  }

  /// Multiplies what is chosen by every move of the first dimension that is left.
  ///
  /// The wanted code comes first in each move, so that a partial product is part of the whole and
  /// what is spent on it stays spent.
  private mutating func visit(_ codes: ArraySlice<Int>, spent: Int, _ prices: [MovePrice]) {
    guard let code = codes.first else {
      found = chosen
      least = spent
      return
    }
    let count = chosen.count
    for move in moves[widths.count - codes.count][code] {
      var price = spent
      for step in move.dropFirst() where price < least {
        for place in 0..<count where price < least {
          let product = Step(
            distance: chosen[place].distance + step.distance,
            factor: chosen[place].factor * step.factor)
          price += Self.price(of: product, prices)
          chosen.append(product)
        }
      }
      if price < least { visit(codes.dropFirst(), spent: price, prices) }
      chosen.removeLast(chosen.count - count)
    }
  }

  private static func price(of step: Step, _ prices: [MovePrice]) -> Int {
    step.factor > 0 ? prices[step.distance].up : prices[step.distance].down
  }

  private func codes(of cell: Int) -> [Int] {
    var rest = cell
    let codes = widths.reversed().map { width in
      defer { rest /= width }
      return rest % width
    }
    return codes.reversed()
  }
}
