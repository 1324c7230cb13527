/// Where each cell of a component begins and ends when the component is drawn as a network.
struct NetworkEnds {
  /// The crossings: one a relation, and one more for cells that stand in one relation alone.
  let nodeCount: Int
  private(set) var tails: [Int]
  private(set) var heads: [Int]
  /// By which sign each relation becomes the balance of its crossing.
  let signs: [Int]
  /// What leaves each crossing less what enters it, in every table that agrees.
  private var outflows: [Int]

  /// Nil when a cell stands in three relations, or no signs make it leave one and enter the other.
  init?(_ component: Component) {
    let equations = component.equations
    guard let signs = Self.signs(component) else { return nil }
    self.signs = signs
    let outside = equations.count
    nodeCount = outside + 1
    tails = .init(repeating: outside, count: component.cells.count)
    heads = tails
    outflows = .init(repeating: 0, count: nodeCount)
    for (node, equation) in equations.enumerated() {
      outflows[node] = signs[node] * equation.constant
      outflows[outside] -= outflows[node]
      for term in equation.terms {
        if signs[node] * term.factor > 0 {
          tails[term.cell] = node
        } else {
          heads[term.cell] = node
        }
      }
    }
  }

  /// What each crossing must still give away at a table that need not agree.
  func supplies(at values: [Int]) -> [Int] {
    var supplies = outflows
    for (cell, value) in values.enumerated() where cell < tails.count {
      supplies[tails[cell]] -= value
      supplies[heads[cell]] += value
    }
    return supplies
  }

  /// Signs of the relations under which each cell is added in one and subtracted in another.
  private static func signs(_ component: Component) -> [Int]? {
    var places = [[(node: Int, sign: Int)]](repeating: [], count: component.cells.count)
    for (node, equation) in component.equations.enumerated() {
      for term in equation.terms {
        guard places[term.cell].count < 2 else { return nil }
        places[term.cell].append((node, term.factor))
      }
    }
    var signs = [Int](repeating: 0, count: component.equations.count)
    for start in signs.indices where signs[start] == 0 {
      signs[start] = 1
      var open = [start]
      while let node = open.popLast() {
        for term in component.equations[node].terms {
          for other in places[term.cell] where other.node != node {
            let wanted = -signs[node] * term.factor * other.sign
            if signs[other.node] == 0 {
              signs[other.node] = wanted
              open.append(other.node)
            } else if signs[other.node] != wanted {
              return nil
            }
          }
        }
      }
    }
    return signs
  }
}
