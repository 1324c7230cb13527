/// Which columns of a file say what was wrong with it, as we add them behind those of refused rows.
///
/// An office mends such a file and imports it; these columns are left out then.
struct MendingColumns: Sendable, Equatable {
  /// The titles that we add at the end of the header.
  static let titles = ["Line", "Column", "Reason"]

  /// How many columns are the file's own; any between them and ours hold cells that no title names.
  let own: Int
  /// Our columns; empty in a file that is not of refused rows.
  let ours: Range<Int>

  /// Looks at the titles of a file.
  init(_ header: [String]) {
    var end = header.count
    while end > 0, header[end - 1].isEmpty { end -= 1 }
    guard header[..<end].suffix(Self.titles.count).elementsEqual(Self.titles) else {
      own = header.count
      ours = header.count..<header.count
      return
    }
    ours = end - Self.titles.count..<end
    let between = header[..<ours.lowerBound]
    let first = between.lastIndex(of: Self.stray(1)) ?? between.endIndex
    let strays = (0..<(between.endIndex - first)).map { Self.stray($0 + 1) }
    own = between[first...].elementsEqual(strays) ? first : between.endIndex
  }

  /// The title of a column for cells that no title of the file names, from 1.
  static func stray(_ number: Int) -> String { "(extra \(number))" }

  /// Whether the file holds refused rows alone.
  var isMended: Bool { !ours.isEmpty }

  /// Whether a row has something in cells that no title names.
  func hasStrays(_ cells: [String]) -> Bool {
    cells.indices.dropFirst(own)
      .contains { !ours.contains($0) && !RosterCell.clean(cells[$0]).isEmpty }
  }

  /// A row's own cells, and those that no title names up to the last that holds anything.
  func withoutOurs(_ cells: [String]) -> [String] {
    guard cells.count > own else { return cells }
    var kept = cells.indices.filter { !ours.contains($0) }.map { cells[$0] }
    while kept.count > own, let last = kept.last, RosterCell.clean(last).isEmpty {
      kept.removeLast()
    }
    return kept
  }
}
