/// Controlled rounding as equations: of each cell whether it goes up, and what all that costs.
struct RoundingProgram {
  private let base: Int
  private let counts: [Int]
  private var component = Component()
  /// The variables that move each cell, and by how many bases.
  private var steps: [[(variable: Int, factor: Int)]]
  private var costs: [Component.Term] = []

  /// The program in which cells may go `reach` bases beyond their neighbors.
  init(_ table: CountTable, base: Int, reach: Int) {
    self.base = base
    counts = table.counts
    steps = .init(repeating: [], count: counts.count)
    for (cell, count) in counts.enumerated() {
      let rest = count % base
      if rest != 0 { addStep(cell, factor: 1, most: 1, cost: base - 2 * rest) }
      if reach > 0, count > 0 {
        addStep(cell, factor: 1, most: reach, cost: base)
        addStep(cell, factor: -1, most: min(reach, count / base), cost: base)
      }
    }
    relate(table.system)
  }

  /// The rounded counts; nil when there are none.
  func solve() throws -> [Int]? {
    var component = component
    let span = costs.reduce(1) { $0 + abs($1.factor) * component.bounds[$1.cell].top }
    let cost = component.add(counts.count, Interval(-span, span))
    component.relate(costs + [.init(cell: cost, factor: -1)], constant: 0)
    do {
      var search = try WholeSearch<Int64>(component, at: nil)
      _ = try search.extreme(cost, -1)
      return counts.indices.map { cell in
        let bases = steps[cell].reduce(counts[cell] / base) {
          $0 + $1.factor * search.table[$1.variable]
        }
        return bases * base
      }
    } catch TableProblem.contradiction {
      return nil
    }
  }

  private mutating func addStep(_ cell: Int, factor: Int, most: Int, cost: Int) {
    guard most > 0 else { return }
    let variable = component.add(cell, Interval(0, most))
    steps[cell].append((variable, factor))
    costs.append(.init(cell: variable, factor: cost))
  }

  private mutating func relate(_ system: CellSystem) {
    for relation in 0..<system.relationCount {
      var (terms, constant, sign) = ([Component.Term](), 0, 1)
      for cell in system.cells(of: relation) {
        constant -= sign * (counts[cell] / base)
        terms += steps[cell].map { .init(cell: $0.variable, factor: sign * $0.factor) }
        sign = -1
      }
      component.relate(terms, constant: constant)
    }
  }
}
