/// What a published file tells: figures, ranges, and marks where something is withheld.
///
/// A mark is an empty field, `x`, `c`, `s`, `*`, `-`, `..`, `:`, or a word in brackets; `<5` and
/// `1-4` are ranges. Combinations that are not listed are unknown. Totals are the rows with the
/// code for all of a dimension, or with codes that the hierarchies place above others.
public struct PublishedFile: Sendable {
  /// What the figures are divided by.
  public let axes: [Axis]
  /// What the file tells of each cell.
  public let publication: Publication
  /// The listed cells of which no single number is published, in the order of the file.
  public let withheld: [Int]
  /// The line of each of them.
  public let lines: [Int: Int]

  /// Reads what was published.
  ///
  /// Throws ``FileProblem`` with the line for what is neither a figure nor a mark.
  public init(
    parsing bytes: [UInt8], count: String? = nil, total: String = "Total",
    hierarchies: HierarchyFile? = nil
  ) throws {
    let file = try TableFile(
      parsing: bytes,
      .init(count: count, total: total, addsTotals: false, hierarchies: hierarchies))
    let size = try CountTable.size(of: file.axes)
    var known = [Interval](repeating: .unknown, count: size)
    var withheld: [Int] = []
    var lines: [Int: Int] = [:]
    for row in file.rows {
      guard let interval = Self.interval(row.text) else {
        throw FileProblem(
          line: row.line,
          reason: "'\(row.text.prefix(40))' is neither a count nor a mark for a withheld one.")
      }
      known[row.cell] = interval
      lines[row.cell] = row.line
      if !interval.isExact { withheld.append(row.cell) }
    }
    axes = file.axes
    self.withheld = withheld
    self.lines = lines
    publication = try TableFile.inWords {
      try Publication(system: CountTable.system(of: file.axes), known: known)
    }
  }

  /// What a field says of a count; nil when it says nothing that can be understood.
  static func interval(_ text: String) -> Interval? {
    if let count = TableFile.count(text) {
      return count <= CountTable.greatestCount ? Interval(exactly: count) : nil
    }
    if marks.contains(text) || text.hasPrefix("[") && text.hasSuffix("]") { return .unknown }
    if text.hasPrefix("<"), let bound = TableFile.count(String(text.dropFirst())), bound > 0 {
      return bound <= CountTable.greatestCount ? Interval(0, bound - 1) : nil
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { TableFile.count(String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high,
      high <= CountTable.greatestCount
    else { return nil }
    return Interval(low, high)
  }

  private static let marks: Set<String> = ["", "x", "X", "c", "s", "*", "-", "–", "—", "..", ":"]
}
