/// What is left of a publication when all that follows by subtraction alone has been drawn.
struct Reduction {
  /// Of each cell the narrowest interval that passing bounds along single relations gives.
  private(set) var bounds: [Interval]
  /// The cells that are still open, in groups that do not touch each other.
  private(set) var components: [Component] = []
  /// What single relations say, in the order in which it was drawn.
  private(set) var steps: [AuditCertificate.Step] = []

  /// Draws all conclusions of single relations, then separates what hangs together.
  ///
  /// Throws ``TableProblem/contradiction(relation:)``. Each relation is seen again when one of its
  /// cells has changed, at most ``visits`` times in turn.
  init(of publication: Publication) throws {
    bounds = publication.known
    try narrow(publication.system)
    components = separate(publication.system)
  }

  /// How often bounds go around a ring of relations: later rounds are left to exact optimization.
  private static let visits = 12

  private mutating func narrow(_ system: CellSystem) throws {
    var relationsOfCell = [[Int32]](repeating: [], count: system.count)
    for relation in 0..<system.relationCount {
      let cells = system.cells(of: relation)
      for cell in cells { relationsOfCell[cell].append(Int32(relation)) }
    }
    var pending = Array(0..<system.relationCount)
    for _ in 0..<Self.visits where !pending.isEmpty {
      var isNext = [Bool](repeating: false, count: system.relationCount)
      for relation in pending {
        for cell in try tighten(relation, of: system) {
          for other in relationsOfCell[cell] { isNext[Int(other)] = true }
        }
      }
      pending = isNext.indices.filter { isNext[$0] }
    }
  }

  /// Narrows the cells of a relation by each other; those that changed.
  private mutating func tighten(_ relation: Int, of system: CellSystem) throws -> [Int] {
    let total = system.total(of: relation)
    let parts = system.parts(of: relation)
    var (lows, highs, openParts) = (0, 0, 0)
    for part in parts {
      lows += bounds[part].low
      if let high = bounds[part].high { highs += high } else { openParts += 1 }
    }
    var changed: [Int] = []
    let totalBefore = bounds[total]
    let sum = Interval(lows, openParts == 0 ? highs : nil)
    try narrow(total, to: sum, by: Source(relation: relation, isTotal: true), &changed)
    for part in parts {
      let before = bounds[part]
      let others: Int? =
        if let high = before.high { openParts == 0 ? highs - high : nil } else {
          openParts == 1 ? highs : nil
        }
      let low = others.map { bounds[total].low - $0 } ?? before.low
      let high = bounds[total].high.map { $0 - (lows - before.low) }
      try narrow(
        part, to: Interval(low, high), by: Source(relation: relation, isTotal: false), &changed)
    }
    if bounds[total] != totalBefore, !changed.contains(total) { changed.append(total) }
    return changed
  }

  /// The relation that says something of a cell, and as what the cell stands in it.
  private struct Source {
    let relation: Int
    let isTotal: Bool
  }

  private mutating func narrow(
    _ cell: Int, to wanted: Interval, by source: Source, _ changed: inout [Int]
  ) throws {
    let before = bounds[cell]
    let high = wanted.high.map { min(before.top, $0) } ?? before.high
    let after = Interval(max(before.low, wanted.low), high)
    guard after.low <= after.top else {
      throw TableProblem.contradiction(relation: source.relation)
    }
    guard after != before else { return }
    let factor = source.isTotal ? -1 : 1
    let multipliers = [AuditCertificate.Multiplier(relation: source.relation, factor: factor)]
    if after.low != before.low { steps.append(.init(cell, isUpper: false, 1, multipliers)) }
    if after.high != before.high { steps.append(.init(cell, isUpper: true, 1, multipliers)) }
    bounds[cell] = after
    changed.append(cell)
  }
}

extension Reduction {
  /// The groups of open cells that relations tie together.
  private func separate(_ system: CellSystem) -> [Component] {
    var groups = DisjointSets(count: system.count)
    for relation in 0..<system.relationCount {
      var first: Int?
      for cell in system.cells(of: relation) where !bounds[cell].isExact {
        if let first { groups.join(first, cell) } else { first = cell }
      }
    }
    var numbers: [Int: Int] = [:]
    var components: [Component] = []
    var locals = [Int](repeating: -1, count: system.count)
    for cell in 0..<system.count where !bounds[cell].isExact {
      let root = groups.root(of: cell)
      let number = numbers[root] ?? components.count
      if number == components.count {
        numbers[root] = number
        components.append(Component())
      }
      locals[cell] = components[number].add(cell, bounds[cell])
    }
    for relation in 0..<system.relationCount {
      let cells = system.cells(of: relation)
      guard let open = cells.first(where: { !bounds[$0].isExact }),
        let number = numbers[groups.root(of: open)]
      else { continue }
      var (terms, constant, sign) = ([Component.Term](), 0, 1)
      for cell in cells {
        if bounds[cell].isExact {
          constant -= sign * bounds[cell].low
        } else {
          terms.append(.init(cell: locals[cell], factor: sign))
        }
        sign = -1
      }
      components[number].relate(terms, constant: constant, relation: relation)
    }
    return components
  }
}
