/// Hours in steps of a quarter.
package struct Quarters: Sendable, Hashable, Comparable {
  /// How many quarters of an hour.
  package let count: Int

  package init(count: Int) {
    self.count = count
  }

  /// Reads `2`, `1.5` or `0.25`.
  /// - Returns: nil for anything else, and for a part of an hour that is no quarter.
  package init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count <= 3, let hours = Int(parts[0]), hours >= 0
    else { return nil }
    let quarters: [Substring: Int] = ["0": 0, "00": 0, "25": 1, "5": 2, "50": 2, "75": 3]
    guard let part = parts.count == 1 ? 0 : quarters[parts[1]] else { return nil }
    count = hours * 4 + part
  }

  package static func < (left: Quarters, right: Quarters) -> Bool { left.count < right.count }

  /// `1.5`
  package var text: String {
    let part = ["", ".25", ".5", ".75"][count % 4]
    return "\(count / 4)\(part)"
  }

  /// `1 hour`, `1.5 hours`
  package var words: String { text == "1" ? "1 hour" : "\(text) hours" }
}
