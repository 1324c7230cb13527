/// Which counts are too small to be shown, and what may be known of them at most.
public struct ThresholdRule: Sendable, Hashable {
  /// How much of a withheld small count stays hidden.
  public enum Promise: String, Sendable, CaseIterable {
    /// No reader can tell that the count is below the threshold.
    case strict
    /// No reader can tell which count it is; what most programs promise.
    case basic
  }

  /// What is done with cells in which nobody is.
  public enum Zeros: String, Sendable, CaseIterable {
    /// They are published: nobody is there to be betrayed.
    case published
    /// They may be withheld to protect others, so that no reader can rule out zero anywhere.
    case available
    /// They are withheld as small counts are, where knowing that nobody is there tells something.
    case withheld
  }

  /// The least count that may be shown, at least 2.
  public let threshold: Int
  /// How much of a withheld count stays hidden.
  public var promise: Promise
  /// What is done with cells in which nobody is.
  public var zeros: Zeros
  /// Whether "all but this group" counts as a group too: a total less one of its parts.
  ///
  /// Under the strict promise it always does, without more being withheld for it.
  public var complements: Bool

  /// A rule; by default the strict promise, with zeros published.
  public init(
    _ threshold: Int, promise: Promise = .strict, zeros: Zeros = .published,
    complements: Bool = true
  ) {
    self.threshold = threshold
    self.promise = promise
    self.zeros = zeros
    self.complements = complements
  }

  /// Whether a count may not be shown.
  public func isSensitive(_ count: Int) -> Bool {
    count < threshold && (count > 0 || zeros == .withheld)
  }

  /// What must stay possible of each sensitive cell.
  public func demands(of values: [Int]) -> [Int: Demand] {
    let demand = promise == .strict ? Demand(atLeast: threshold) : .uncertain
    let sensitive = values.indices.filter { isSensitive(values[$0]) }
    return Dictionary(uniqueKeysWithValues: sensitive.map { ($0, demand) })
  }

  /// The problem of protecting a table by withholding cells.
  ///
  /// Where all zeros are published, a reader knows every withheld cell to be at least 1.
  public func problem(for table: CountTable) throws -> SuppressionProblem {
    var problem = try problem(system: table.system, values: table.counts)
    if problem.values.count == table.counts.count { problem.axes = table.axes }
    return problem
  }

  /// The problem of protecting cells of any relations by withholding some.
  public func problem(system: CellSystem, values: [Int]) throws -> SuppressionProblem {
    var (system, values) = (system, values)
    let visible = values.count
    if complements, promise == .basic { try addRemainders(to: &system, &values) }
    var problem = try SuppressionProblem(
      system: system, values: values, demands: demands(of: values))
    problem.unseen = Set(visible..<values.count)
    if zeros == .available { problem.published = [] }
    problem.floor = zeros == .published ? 1 : 0
    return problem
  }

  /// Adds a cell for each small rest of a total without one part, unless another part is all of it.
  private func addRemainders(to system: inout CellSystem, _ values: inout [Int]) throws {
    for relation in 0..<system.relationCount {
      let total = system.total(of: relation)
      let parts = Array(system.parts(of: relation))
      for part in parts where (1..<threshold).contains(values[total] - values[part]) {
        let rest = values[total] - values[part]
        guard !parts.contains(where: { $0 != part && values[$0] == rest }) else { continue }
        let remainder = system.addCell()
        values.append(rest)
        try system.relate(total: total, parts: [part, remainder])
      }
    }
  }
}
