import Disclosure

/// The least that a small table can be protected for.
struct OptimumReference: Decodable {
  let id: String
  let shape_with_totals: [Int]
  let cells: [Int]
  let primary: [Int]
  let upper_protection: [Int]
  let lower_protection: [Int]
  let optimal_cost: Double

  var optimum: Int { Int(optimal_cost) }

  /// The problem as the file has it: neither zeros nor the grand total may be withheld.
  var problem: SuppressionProblem {
    get throws {
      let table = try CountTable.plain(shape_with_totals, cells)
      var demands: [Int: Demand] = [:]
      for (place, cell) in primary.enumerated() {
        demands[cell] = Demand(
          atLeast: cells[cell] + upper_protection[place],
          atMost: cells[cell] - lower_protection[place])
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
  let tau_argus_mod: Achievement

  /// What one achieves.
  struct Achievement: Decodable {
    let suppressed_value: Int
  }
}
