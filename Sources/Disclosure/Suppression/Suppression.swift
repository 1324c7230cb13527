/// Which cells are withheld so that nobody can derive a sensitive one, and the audit that says so.
public struct Suppression: Sendable {
  /// The cells that are withheld, and the tables that prove the demands.
  public let pattern: SuppressionPattern
  /// What an attacker can derive from the rest: every demand is met by it.
  public let audit: Audit

  /// The sensitive cells, in order.
  public var primary: [Int] { pattern.primary }
  /// The cells that are withheld to protect them, in order.
  public var complementary: [Int] { pattern.complementary }
  /// All cells that are withheld, in order.
  public var withheld: [Int] { pattern.withheld }

  /// How much is searched for something cheaper.
  public struct Effort: Sendable, Hashable {
    /// How many changes of the table are looked for; each takes well under a millisecond on tables
    /// of a thousand cells. Counted rather than timed, so that the result is the same everywhere.
    public let changes: Int

    /// So many changes.
    public init(changes: Int) {
      self.changes = changes
    }

    /// The first pattern that is safe.
    public static let first = Effort(changes: 0)
    /// Improved until little is to be gained.
    public static let improved = Effort(changes: 14_000)
  }

  /// Withholds what the demands need, as cheaply as the effort finds, and audits the result.
  ///
  /// A ``SuppressionPattern`` alone is as safe and much sooner there in large tables: the audit is
  /// for those who want every interval. Throws what the pattern throws, and
  /// ``TableProblem/tooDense(cells:)`` when the exact intervals are out of reach.
  public init(_ problem: SuppressionProblem, effort: Effort = .improved) throws {
    pattern = try SuppressionPattern(problem, effort: effort)
    let publication = try problem.publication(withholding: pattern.withheld)
    audit = try Audit(publication, knowing: problem.values)
    for (cell, demand) in problem.demands where !demand.isMet(by: audit.intervals[cell]) {
      throw TableProblem.unprotectable(cell: cell)
    }
  }
}
