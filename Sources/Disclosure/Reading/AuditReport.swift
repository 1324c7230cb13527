/// The intervals of a published file's withheld cells, and which are too narrow.
public struct AuditReport: Sendable {
  /// One withheld cell.
  public struct Finding: Sendable, Equatable {
    /// The codes that name the cell.
    public let codes: [String]
    /// What a reader can derive.
    public let interval: Interval
    /// Whether that is too much.
    public let isTooNarrow: Bool
  }

  /// The names of the dimensions.
  public let names: [String]
  /// The withheld cells in the order of the file.
  public let findings: [Finding]

  /// Audits a file; with a threshold, cells that are known to be above 0 and below it are too
  /// narrow, as are those that are known exactly.
  public init(_ file: PublishedFile, threshold: Int? = nil) throws {
    self.init(file, threshold, try Audit(file.publication).intervals)
  }

  /// The same from evidence, without any audit; nil when the evidence does not hold.
  public init?(_ file: PublishedFile, threshold: Int? = nil, by evidence: AuditEvidence) {
    guard evidence.flaw(for: file) == nil else { return nil }
    self.init(file, threshold, evidence.claimed(of: file))
  }

  private init(_ file: PublishedFile, _ threshold: Int?, _ intervals: [Interval]) {
    names = file.axes.map(\.name)
    findings = file.withheld.map { cell in
      let interval = intervals[cell]
      let isSmall = threshold.map { interval.low > 0 && interval.top < $0 } ?? false
      return Finding(
        codes: CountTable.codes(of: cell, file.axes), interval: interval,
        isTooNarrow: interval.isExact || isSmall)
    }
  }

  /// Whether no interval is too narrow.
  public var isSafe: Bool { !findings.contains(where: \.isTooNarrow) }

  /// The intervals as sentences for people.
  public var text: String {
    let lines = findings.map { finding in
      let codes = finding.codes.joined(separator: ", ")
      let verdict = finding.isTooNarrow ? "  too narrow" : ""
      return "\(codes): \(finding.interval)\(verdict)\n"
    }
    let narrow = findings.count(where: \.isTooNarrow)
    let end = narrow == 0 ? "none too narrow" : "\(narrow) too narrow"
    return lines.joined() + "\(findings.count) withheld, \(end).\n"
  }

  /// The intervals as a comma-separated file.
  public var csv: String {
    let rows = findings.map { finding in
      finding.codes + [
        String(finding.interval.low), finding.interval.high.map(String.init) ?? "",
        finding.isTooNarrow ? "yes" : "no",
      ]
    }
    return CSVText.rows([names + ["low", "high", "too_narrow"]] + rows)
  }

  /// The intervals as the catalog's schema `audit` has them.
  public var json: String {
    let cells = findings.map { finding in
      JSONText.object([
        ("codes", .list(finding.codes.map(JSONText.string))),
        ("low", .number(finding.interval.low)),
        ("high", finding.interval.high.map(JSONText.number) ?? .null),
        ("tooNarrow", .truth(finding.isTooNarrow)),
      ])
    }
    return JSONText.object([
      ("dimensions", .list(names.map(JSONText.string))),
      ("withheld", .number(findings.count)),
      ("tooNarrow", .number(findings.count(where: \.isTooNarrow))),
      ("cells", .list(cells)),
    ]).text
  }
}
