extension ThresholdRule {
  /// The problem of protecting linked tables together, and what is left when one is subtracted from
  /// another.
  public func problem(for linked: LinkedTables) throws -> SuppressionProblem {
    var problem = try problem(system: linked.system, values: linked.values)
    problem.unseen.formUnion(linked.unseen)
    for cell in linked.unseen where !(1..<threshold).contains(linked.values[cell]) {
      problem.demands[cell] = nil
      problem.published.remove(cell)
    }
    return problem
  }

  /// The problem of protecting a table so that its differences from an earlier release betray
  /// nobody either, such as one person who has left.
  ///
  /// `earlier` is what a reader knows of each cell of the earlier release: its audit's intervals.
  /// A change above zero and below the threshold, up or down, must stay open: under the strict
  /// promise, the change may as well have been as great as the threshold.
  public func problem(
    for table: CountTable, after earlier: [Interval]
  ) throws -> SuppressionProblem {
    guard earlier.count == table.counts.count else {
      throw TableProblem.wrongSize(expected: table.counts.count, found: earlier.count)
    }
    var problem = try problem(for: table)
    for (cell, before) in earlier.enumerated() where before.isExact {
      let change = table.counts[cell] - before.low
      guard change != 0, abs(change) < threshold else { continue }
      var demand = problem.demands[cell] ?? .uncertain
      if promise == .strict {
        demand.atLeast = max(demand.atLeast ?? 0, before.low + threshold)
      }
      problem.demands[cell] = demand
      problem.published.remove(cell)
    }
    return problem
  }
}

extension Audit {
  /// What a reader can derive of each cell's change since an earlier release of the same cells.
  ///
  /// The two releases share no relation, so the ends are those of the intervals' differences.
  public func changes(since earlier: Audit) throws -> [(low: Int?, high: Int?)] {
    guard earlier.intervals.count == intervals.count else {
      throw TableProblem.wrongSize(
        expected: intervals.count, found: earlier.intervals.count)
    }
    return zip(intervals, earlier.intervals).map { now, before in
      (before.high.map { now.low - $0 }, now.high.map { $0 - before.low })
    }
  }

  /// The cells of which a reader knows that they changed, by less than a threshold.
  public func smallChanges(since earlier: Audit, below threshold: Int) throws -> [Int] {
    let changes = try changes(since: earlier)
    return changes.indices.filter { cell in
      guard let low = changes[cell].low, let high = changes[cell].high else { return false }
      return (low > 0 || high < 0) && low > -threshold && high < threshold
    }
  }
}
