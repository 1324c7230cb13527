/// Finds the extremes of a component's cells, by flows where it is a network, else by tableaus.
struct ComponentSolver {
  private let component: Component
  // One of these is there; separate, so that none is copied when it changes.
  private var network: FlowNetwork?
  private var narrow: WholeSearch<Int32>?
  private var wide: WholeSearch<Int64>?
  /// The table of whole numbers that was reached last.
  private(set) var table: [Int]
  private let certifies: Bool

  /// The most cells that may hang together: each costs time and a table.
  private static let mostCells = 20_000

  /// A solver that stands at a table that agrees, or at one that it finds.
  ///
  /// Throws ``TableProblem/contradiction(relation:)`` when none agrees, and
  /// ``TableProblem/tooDense(cells:)`` when exact numbers outgrow memory or patience.
  init(_ component: Component, at start: [Int]?, certifies: Bool) throws {
    guard component.cells.count <= Self.mostCells else {
      throw TableProblem.tooDense(cells: component.cells.count)
    }
    self.component = component
    self.certifies = certifies
    table = start ?? []
    network = try FlowNetwork(component, at: start)
    if network == nil {
      do {
        narrow = try WholeSearch<Int32>(component, at: start, origins: certifies)
      } catch is Tableau<Int32>.Overflow {
        try widen(from: start)
      }
    }
    table = network?.table ?? narrow?.table ?? wide?.table ?? table
  }

  /// The greatest value of a cell (`sense` 1) or the least (-1); nil when nothing bounds it.
  ///
  /// ``table`` has the cell at that value afterwards. With `goal` the search may end when it is
  /// reached.
  mutating func extreme(_ cell: Int, _ sense: Int, until goal: Int? = nil) throws -> Int? {
    if network != nil {
      let end = network?.extreme(cell, sense)
      table = network?.table ?? table
      return end ?? nil
    }
    do {
      if narrow != nil {
        let end = try narrow?.extreme(cell, sense, until: goal)
        table = narrow?.table ?? table
        return end ?? nil
      }
      let end = try wide?.extreme(cell, sense, until: goal)
      table = wide?.table ?? table
      return end ?? nil
    } catch is Tableau<Int32>.Overflow {
      try widen(from: table)
      return try extreme(cell, sense, until: goal)
    } catch is Tableau<Int64>.Overflow {
      throw TableProblem.tooDense(cells: component.cells.count)
    }
  }

  /// Why the cell whose extreme was found last goes no further; nil when its own bound says so.
  func step(for cell: Int, _ sense: Int) -> AuditCertificate.Step? {
    let found: (factors: [Int: Int], divisor: Int)?
    if let network {
      found = (network.cut(sense), 1)
    } else {
      found = narrow.map { $0.tableau.origins(of: cell) } ?? wide?.tableau.origins(of: cell)
    }
    guard let found, !found.factors.isEmpty else { return nil }
    let multipliers = found.factors.sorted { $0.key < $1.key }.map { equation, factor in
      AuditCertificate.Multiplier(
        relation: component.equations[equation].relation,
        factor: network == nil ? -factor : factor)
    }
    return .init(component.cells[cell], isUpper: sense > 0, found.divisor, multipliers)
  }

  /// Begins again with wider numbers, and says in the words of tables when these fail too.
  private mutating func widen(from start: [Int]?) throws {
    narrow = nil
    do {
      wide = try WholeSearch<Int64>(component, at: start, origins: certifies)
    } catch is Tableau<Int64>.Overflow {
      throw TableProblem.tooDense(cells: component.cells.count)
    }
  }
}
