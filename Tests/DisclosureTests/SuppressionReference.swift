import Disclosure

/// The least that a small table can be protected for.
struct OptimumReference: Decodable {
  let id: String
  let shapeWithTotals: [Int]
  let cells: [Int]
  let primary: [Int]
  let upperProtection: [Int]
  let lowerProtection: [Int]
  let optimalCost: Double

  var optimum: Int { Int(optimalCost) }

  /// The problem as the file has it: neither zeros nor the grand total may be withheld.
  var problem: SuppressionProblem {
    get throws {
      let table = try CountTable.plain(shapeWithTotals, cells)
      var demands: [Int: Demand] = [:]
      for (place, cell) in primary.enumerated() {
        demands[cell] = Demand(
          atLeast: cells[cell] + upperProtection[place],
          atMost: cells[cell] - lowerProtection[place])
      }
      var problem = try SuppressionProblem(
        system: table.system, values: cells, demands: demands)
      problem.published.insert(cells.count - 1)
      return problem
    }
  }
}

/// What two other programs achieve on a table.
struct PeerQuality: Decodable {
  let file: String
  let tauArgusMod: Achievement

  /// What one achieves.
  struct Achievement: Decodable {
    let suppressedValue: Int
  }
}
