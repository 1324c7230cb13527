/// What proves the audit of a published file, self-contained and in whole numbers.
///
/// Anyone can check it beside the file by adding and multiplying: each end of an interval is
/// reached by a table that agrees with the file, and steps show that nothing lies beyond. Written
/// and read as the catalog's schema `certificates` has it.
public struct AuditEvidence: Codable, Sendable, Equatable {
  /// The names of the dimensions.
  public var dimensions: [String]
  /// The codes of each cell; everything else names cells by their places here, from 0.
  public var cells: [[String]]
  /// What adds up.
  public var relations: [Relation]
  /// What is claimed of each cell of which no single number is published.
  public var intervals: [Claim]
  /// Tables that agree with the file, each the counts of the cells of `intervals`, in that order.
  public var tables: [[Int]]
  /// A change, of the same cells, that can be made any number of times: at least 1 in those that
  /// nothing bounds above, and 0 wherever the file names a greatest number.
  public var growth: [Int]
  /// Why nothing lies beyond the ends, in the order in which the steps follow from each other.
  public var steps: [Step]

  /// A cell and those that add up to it.
  public struct Relation: Codable, Sendable, Equatable {
    /// The cell.
    public var total: Int
    /// Those that add up to it.
    public var parts: [Int]
  }

  /// The numbers that a cell can be.
  public struct Claim: Codable, Sendable, Equatable {
    /// The cell.
    public var cell: Int
    /// The least number.
    public var low: Int
    /// The greatest number; left out where nothing bounds it.
    public var high: Int?
    /// The table, by its place, in which the cell is least.
    public var lowTable: Int
    /// The table in which it is greatest; left out where nothing bounds it.
    public var highTable: Int?
  }

  /// An end of a cell's numbers that follows: so many times the cell, and relations that come to
  /// nothing (total less parts), add up to cells whose bounds are known.
  public struct Step: Codable, Sendable, Equatable {
    /// The cell.
    public var cell: Int
    /// Which end is bounded.
    public var end: End
    /// How many times the cell is taken, and by what the bound is divided in the end.
    public var divisor: Int
    /// The relations that are added.
    public var relations: [Multiple]
  }

  /// An end of the numbers that a cell can be.
  public enum End: String, Codable, Sendable {
    case low, high
  }

  /// A relation so many times.
  public struct Multiple: Codable, Sendable, Equatable {
    /// The relation, by its place.
    public var relation: Int
    /// How often it is added.
    public var factor: Int
  }
}

extension AuditEvidence {
  /// Audits a file and keeps what proves the result.
  ///
  /// Takes about twice the memory of an audit alone. Throws ``TableProblem`` as ``Audit`` does.
  public init(_ file: PublishedFile) throws {
    let audit = try Audit(file.publication, certifying: true)
    let withheld = file.publication.withheld
    var (tables, places): ([[Int]], [[Int]: Int]) = ([], [:])
    func place(of cell: Int, greatest: Bool) -> Int? {
      guard let witness = audit.witness(for: cell, greatest: greatest) else { return nil }
      let table = withheld.map { witness[$0] }
      if let place = places[table] { return place }
      places[table] = tables.count
      tables.append(table)
      return tables.count - 1
    }
    intervals = withheld.map { cell in
      let interval = audit.intervals[cell]
      return Claim(
        cell: cell, low: interval.low, high: interval.high,
        lowTable: place(of: cell, greatest: false) ?? 0,
        highTable: interval.high == nil ? nil : place(of: cell, greatest: true))
    }
    self.tables = tables
    growth = try Self.growth(of: file, where: withheld.filter { audit.intervals[$0].high == nil })
    (dimensions, cells, relations) = Self.frame(of: file)
    steps = (audit.certificate?.steps ?? []).map { step in
      Step(
        cell: step.cell, end: step.isUpper ? .high : .low, divisor: step.divisor,
        relations: step.multipliers.map { .init(relation: $0.relation, factor: $0.factor) })
    }
  }

  /// What is wrong with the evidence as a proof about a file; nil when it holds.
  ///
  /// No solver has a part in it. Linear in the members of the relations that tables and steps use.
  public func flaw(for file: PublishedFile) -> String? {
    let frame = Self.frame(of: file)
    guard dimensions == frame.names, cells == frame.cells, relations == frame.relations else {
      return "The certificates are of another table."
    }
    let publication = file.publication
    guard intervals.map(\.cell) == publication.withheld else {
      return "The certificates are of other withheld cells."
    }
    let wholes = tables.map { table in table.count == intervals.count ? whole(table, file) : [] }
    if let place = wholes.firstIndex(where: { !publication.admits($0) }) {
      return "Table \(place) does not agree with what is published."
    }
    let change = growth.count == intervals.count ? whole(growth, file, else: 0) : []
    guard isGrowing(change, publication) else { return "The growth is none." }
    for claim in intervals where !isReached(claim, wholes, change) {
      return "No table reaches the ends of cell \(claim.cell)."
    }
    let certificate = AuditCertificate(
      steps: steps.map { step in
        .init(
          step.cell, isUpper: step.end == .high, step.divisor,
          step.relations.map { .init(relation: $0.relation, factor: $0.factor) })
      })
    return certificate.proves(claimed(of: file), of: publication)
      ? nil : "The steps do not prove the ends of all cells."
  }

  /// What is claimed of each cell of a file.
  func claimed(of file: PublishedFile) -> [Interval] {
    var claimed = file.publication.known
    for claim in intervals where claimed.indices.contains(claim.cell) {
      claimed[claim.cell] = Interval(claim.low, claim.high)
    }
    return claimed
  }

  private func isReached(_ claim: Claim, _ tables: [[Int]], _ growth: [Int]) -> Bool {
    guard tables.indices.contains(claim.lowTable),
      tables[claim.lowTable][claim.cell] == claim.low
    else { return false }
    guard let high = claim.high else { return growth[claim.cell] > 0 }
    guard let place = claim.highTable, tables.indices.contains(place) else { return false }
    return tables[place][claim.cell] == high
  }

  /// Whether a table that agrees with a publication still does with this change added, ever again.
  private func isGrowing(_ change: [Int], _ publication: Publication) -> Bool {
    change.count == publication.known.count && publication.system.firstBroken(by: change) == nil
      && zip(publication.known, change).allSatisfy { $1 == 0 || $1 > 0 && $0.high == nil }
  }

  /// A change that grows in some cells: a table of a publication with nothing else in it.
  private static func growth(of file: PublishedFile, where open: [Int]) throws -> [Int] {
    let withheld = file.publication.withheld
    guard !open.isEmpty else { return withheld.map { _ in 0 } }
    var known = file.publication.known.map { Interval(0, $0.high == nil ? nil : 0) }
    for cell in open { known[cell].low = 1 }
    let audit = try Audit(Publication(system: file.publication.system, known: known))
    let table = open.first.flatMap { audit.witness(for: $0, greatest: false) }
    return withheld.map { table?[$0] ?? 0 }
  }

  /// All cells of a table of which the withheld ones are given.
  private func whole(_ table: [Int], _ file: PublishedFile, else other: Int? = nil) -> [Int] {
    var whole = file.publication.known.map { other ?? $0.low }
    for (claim, count) in zip(intervals, table) { whole[claim.cell] = count }
    return whole
  }

  /// How cells and relations of a file are named.
  private static func frame(
    of file: PublishedFile
  ) -> (names: [String], cells: [[String]], relations: [Relation]) {
    let system = file.publication.system
    return (
      file.axes.map(\.name), (0..<system.count).map { CountTable.codes(of: $0, file.axes) },
      (0..<system.relationCount).map {
        .init(total: system.total(of: $0), parts: Array(system.parts(of: $0)))
      }
    )
  }
}
