/// What an attacker can derive from a publication, exactly, with the tables that prove it.
///
/// For each withheld cell the interval's ends are reached by whole tables that agree with all that
/// is published: whoever doubts an interval checks two tables (``witness(for:greatest:)`` and
/// ``Publication/admits(_:)``). That nothing lies beyond the ends is exact arithmetic's word, or
/// proven by an ``AuditCertificate`` where one is asked for.
public struct Audit: Sendable {
  /// What was audited.
  public let publication: Publication
  /// Of each cell what can be derived; of published ones what was published.
  public private(set) var intervals: [Interval]
  /// Why nothing lies beyond the ends; nil unless it was asked for.
  public private(set) var certificate: AuditCertificate?
  private var proofs: [ComponentProof] = []
  private var proofOfCell: [Int: (proof: Int, local: Int)] = [:]
  /// Any one table that agrees with the publication.
  private var example: [Int]

  /// Audits a publication.
  ///
  /// `table` is the true table if it is known: it only saves the search for a first one. With
  /// `certifying` the audit keeps a certificate, which makes tableaus about twice as wide. Throws
  /// ``TableProblem/contradiction(relation:)`` when no table of counts agrees with what is
  /// published, and ``TableProblem/tooDense(cells:)`` when the exact answer is out of reach.
  public init(
    _ publication: Publication, knowing table: [Int]? = nil, certifying: Bool = false
  ) throws {
    self.publication = publication
    let start = table.flatMap { publication.admits($0) ? $0 : nil }
    let reduction = try Reduction(of: publication)
    intervals = reduction.bounds
    example = reduction.bounds.map(\.low)
    for component in reduction.components {
      let proof = try ComponentProof(
        component, at: start.map(component.values), certifies: certifying)
      for (local, cell) in component.cells.enumerated() {
        intervals[cell] = proof.intervals[local]
        example[cell] = proof.tables[0][local]
        proofOfCell[cell] = (proofs.count, local)
      }
      proofs.append(proof)
    }
    if certifying {
      certificate = AuditCertificate(steps: reduction.steps + proofs.flatMap(\.steps))
    }
  }

  /// The withheld cells that a reader can work out to a single number.
  public var exactlyKnown: [Int] {
    publication.withheld.filter { intervals[$0].isExact }
  }

  /// The withheld cells that are known to be at least 1 and below a threshold.
  public func knownSmall(below threshold: Int) -> [Int] {
    publication.withheld.filter { cell in
      intervals[cell].low >= 1 && intervals[cell].top < threshold
    }
  }

  /// A whole table that agrees with the publication and has a cell at its greatest or least value.
  ///
  /// Nil above when nothing bounds the cell.
  public func witness(for cell: Int, greatest: Bool) -> [Int]? {
    guard let (number, local) = proofOfCell[cell] else { return example }
    let proof = proofs[number]
    guard let chosen = greatest ? proof.highest[local] : proof.lowest[local] else { return nil }
    var table = example
    for (place, cell) in proof.cells.enumerated() { table[cell] = proof.tables[chosen][place] }
    return table
  }
}
