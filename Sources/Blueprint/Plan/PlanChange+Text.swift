extension PlanChange {
  /// The change for people: what it is about, and each fact on a line of its own.
  var lines: [String] {
    let mark = act == .add ? "+" : "~"
    let head = name.isEmpty ? [] : ["  \(mark) \(name)"]
    let indent = name.isEmpty ? "  " : "      "
    return head + facts.map { indent + $0.line }
  }
}

extension PlanChange.Fact {
  /// How much of a value is shown; the file has the whole of it.
  private static let most = 100

  /// `key: value`, or `key: before → after`; of long texts, where they differ.
  fileprivate var line: String {
    let after = Self.flat(after)
    guard let before = before.map(Self.flat) else { return "\(key): \(Self.beginning(after))" }
    guard max(before.count, after.count) > Self.most else {
      return "\(key): \(before) → \(after)"
    }
    let same = zip(before, after).prefix { $0 == $1 }.count
    return "\(key): \(Self.part(before, from: same)) → \(Self.part(after, from: same))"
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func beginning(_ text: String) -> String {
    text.count > most ? text.prefix(most - 1) + "…" : text
  }

  /// The part that begins a few words before a place.
  private static func part(_ text: String, from place: Int) -> String {
    let start = max(0, place - 20)
    guard start > 0 else { return beginning(text) }
    return "…" + beginning(String(text.dropFirst(start)))
  }
}
