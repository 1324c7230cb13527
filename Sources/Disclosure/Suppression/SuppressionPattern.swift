/// Which cells are withheld, and for each sensitive one whole tables that prove its demand.
///
/// Whoever knows the true table checks the proof by adding up (``proves(_:for:)``), without trust
/// in any search: a reader cannot rule these tables out.
public struct SuppressionPattern: Sendable {
  /// The sensitive cells, in order.
  public let primary: [Int]
  /// The cells that are withheld to protect them, in order.
  public let complementary: [Int]
  private let problem: SuppressionProblem
  private let plans: [Int: ProtectionPlan]

  /// All cells that are withheld, in order.
  public var withheld: [Int] { (primary + complementary).sorted() }

  /// Withholds what the demands need, as cheaply as the effort finds, and checks the proofs.
  ///
  /// Throws ``TableProblem/unprotectable(cell:)`` when a demand cannot be met, whatever else is
  /// withheld, and ``TableProblem/tooDense(cells:)`` for tables that are too large for it.
  public init(_ problem: SuppressionProblem, effort: Suppression.Effort = .improved) throws {
    self.problem = problem
    primary = problem.demands.keys.sorted()
    (complementary, plans) = try Self.search(problem, effort.changes)
    let publication = try problem.publication(withholding: primary + complementary)
    for cell in primary where !proves(cell, for: publication) {
      throw TableProblem.unprotectable(cell: cell)
    }
  }

  /// Whole tables that agree with what is published and together meet a sensitive cell's demand.
  public func witnesses(for cell: Int) -> [[Int]] {
    (plans[cell]?.changes ?? []).map { change in
      var table = problem.values
      for (cell, amount) in change { table[cell] += amount }
      return table
    }
  }

  /// Whether the witnesses of a cell agree with a publication and meet the cell's demand.
  ///
  /// Linear in the members of the relations.
  public func proves(_ cell: Int, for publication: Publication) -> Bool {
    guard let demand = problem.demands[cell] else { return false }
    let tables = witnesses(for: cell)
    let reached = tables.map { $0[cell] } + [problem.values[cell]]
    let span = Interval(reached.min() ?? 0, reached.max())
    return demand.isMet(by: span) && tables.allSatisfy(publication.admits)
  }
}

extension SuppressionPattern {
  /// What a search ends with.
  private typealias Found = (complementary: [Int], plans: [Int: ProtectionPlan])

  /// The most cells that may be withheld, and that must be: beyond them, tables are to be split.
  private static let (mostCells, mostSensitive) = (20_000, 5_000)
  /// The most entries of one tableau where there is a choice: it takes rows times columns, at most
  /// a quarter of the square of the cells that may move.
  private static let mostEntries = 250_000

  private static func search(_ problem: SuppressionProblem, _ changes: Int) throws -> Found {
    let open = problem.values.indices.filter { !problem.published.contains($0) }
    guard open.count <= mostCells, problem.demands.count <= mostSensitive else {
      throw TableProblem.tooDense(cells: open.count)
    }
    let isLarge = open.count * open.count / 4 > mostEntries
    if isLarge, let found = try searchByParts(problem, changes) { return found }
    do {
      let finder = try CycleFinder<Int32>(system: problem.system, among: open)
      return try search(problem, finder, changes)
    } catch is Tableau<Int32>.Overflow {
      if !isLarge, let found = try searchByParts(problem, changes) { return found }
    }
    do {
      let finder = try CycleFinder<Int64>(system: problem.system, among: open)
      return try search(problem, finder, changes)
    } catch is Tableau<Int64>.Overflow {
      throw TableProblem.tooDense(cells: problem.values.count)
    }
  }

  /// Nil where the cells are not those of one table, or where parts and cubes leave a cell without
  /// protection: these are not all changes that there are.
  private static func searchByParts(
    _ problem: SuppressionProblem, _ changes: Int
  ) throws -> Found? {
    guard let axes = problem.axes else { return nil }
    var search = SuppressionSearch(problem, finder: PartFinder(axes, problem), effort: changes)
    do {
      if changes > 0 { try search.planByParts(of: axes) }
      try search.planAll()
    } catch TableProblem.unprotectable {
      return nil
    }
    try search.improve()
    return (search.complementary, search.plans)
  }

  private static func search(
    _ problem: SuppressionProblem, _ finder: some ChangeFinder, _ changes: Int
  ) throws -> Found {
    var search = SuppressionSearch(problem, finder: finder, effort: changes)
    try search.planAll()
    try search.improve()
    return (search.complementary, search.plans)
  }
}
