/// Finds the cheapest change within a part of a large table, or a cube if that is cheaper still.
///
/// In small parts an exact search is quick, and finds changes that are no product of moves.
struct PartFinder: ChangeFinder {
  private let problem: SuppressionProblem
  private var cubes: CubeFinder
  private var cycles: CycleFinder<Int32>?
  let effort = 1
  /// How many exchanges an exact search may take before a part is left to cubes.
  private static let mostSteps = 400

  /// A finder in a problem whose cells are those of these dimensions.
  init(_ axes: [Axis], _ problem: SuppressionProblem) {
    self.problem = problem
    cubes = CubeFinder(axes)
  }

  /// Searches among these cells exactly from now on, unless their numbers grow too great.
  mutating func focus(on cells: [Int]) throws {
    let open = cells.filter { !problem.published.contains($0) }
    do {
      cycles = try CycleFinder(system: problem.system, among: open, mostSteps: Self.mostSteps)
    } catch is Tableau<Int32>.Overflow {
      cycles = nil
    }
  }

  mutating func cheapest(
    moving cell: Int, _ sense: Int, at prices: [MovePrice], below limit: Int
  ) throws -> TableChange? {
    let cube = cubes.cheapest(moving: cell, sense, at: prices, below: limit)
    let most = cube.map(\.cost) ?? limit
    guard most > 0 else { return cube }
    do {
      return try cycles?.cheapest(moving: cell, sense, at: prices, below: most) ?? cube
    } catch is Tableau<Int32>.Overflow {
      // A part that is as woven as this goes on being so.
      cycles = nil
      return cube
    }
  }
}

extension SuppressionSearch<PartFinder> {
  /// Makes plans part by part: around the first cell that has none, for all in the part.
  mutating func planByParts(of axes: [Axis]) throws {
    var chance = SplitMix(seed: 1)
    for cell in order(problem.demands.keys) where plans[cell] == nil {
      var part = TablePart(axes, around: cell)
      part.grow(to: Self.mostCells, using: &chance)
      let cells = part.cells
      try finder.focus(on: cells)
      for other in order(cells) where problem.demands[other] != nil && plans[other] == nil {
        try plan(other)
      }
    }
    try finder.focus(on: [])
  }

  /// The most cells of a part, zeros among them: more cost more than they save.
  private static var mostCells: Int { 900 }
}
