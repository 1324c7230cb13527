/// Which cells are withheld so that nobody can derive a sensitive one, and the audit that says so.
public struct Suppression: Sendable {
  /// The sensitive cells, in order.
  public let primary: [Int]
  /// The cells that are withheld to protect them, in order.
  public let complementary: [Int]
  /// What an attacker can derive from the rest: every demand is met by it.
  public let audit: Audit

  /// All cells that are withheld, in order.
  public var withheld: [Int] { (primary + complementary).sorted() }

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
    public static let improved = Effort(changes: 24_000)
  }

  /// Withholds what the demands need, as cheaply as the effort finds, and audits the result.
  ///
  /// Throws ``TableProblem/unprotectable(cell:)`` when a demand cannot be met, whatever else is
  /// withheld, and ``TableProblem/tooDense(cells:)`` for tables that are too large for it.
  public init(_ problem: SuppressionProblem, effort: Effort = .improved) throws {
    primary = problem.demands.keys.sorted()
    do {
      complementary = try Self.search(problem, effort, Int32.self)
    } catch is Tableau<Int32>.Overflow {
      do {
        complementary = try Self.search(problem, effort, Int64.self)
      } catch is Tableau<Int64>.Overflow {
        throw TableProblem.tooDense(cells: problem.values.count)
      }
    }
    audit = try Self.audit(problem, withholding: primary + complementary)
    for (cell, demand) in problem.demands where !demand.isMet(by: audit.intervals[cell]) {
      throw TableProblem.unprotectable(cell: cell)
    }
  }

  private static func search<Entry: FixedWidthInteger & SignedInteger & Sendable>(
    _ problem: SuppressionProblem, _ effort: Effort, _ entry: Entry.Type
  ) throws -> [Int] {
    var search = try SuppressionSearch<Entry>(problem, effort: effort.changes)
    try search.planAll()
    try search.improve()
    return search.complementary
  }

  private static func audit(_ problem: SuppressionProblem, withholding: [Int]) throws -> Audit {
    var known = problem.values.map { Interval(exactly: $0) }
    for cell in withholding { known[cell] = Interval(problem.floor(of: cell), nil) }
    for cell in problem.unseen { known[cell] = .unknown }
    let publication = try Publication(system: problem.system, known: known)
    return try Audit(publication, knowing: problem.values)
  }
}
