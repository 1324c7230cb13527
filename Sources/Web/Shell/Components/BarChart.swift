import HTML

/// Numbers as bars, a line each; of a bar a part may be filled. A table stands beside it.
struct BarChart: Sendable {
  /// What the chart says, in a few words.
  let label: String
  let lines: [Line]

  /// One bar.
  struct Line: Sendable {
    let name: String
    /// The length of the bar.
    let whole: Int
    /// How much of it is filled.
    let part: Int
    /// What stands behind it.
    let words: String
  }

  private static let lineHeight = 30
  private static let (left, width) = (220, 400)

  var markup: HTML {
    let most = max(lines.map(\.whole).max() ?? 1, 1)
    let height = lines.count * Self.lineHeight
    let drawn = lines.enumerated().flatMap { place, line -> [HTML] in
      let top = place * Self.lineHeight
      return [text(0, top + 19, line.name)]
        + bar("bar", line.whole, most, top) + bar("bar done", line.part, most, top)
        + [text(Self.left + length(line.whole, most) + 8, top + 19, line.words)]
    }
    let picture = HTML.element(
      "svg",
      [.named("viewBox", "0 0 720 \(height)"), .role("img"), .aria(.label, label)], drawn)
    // Wider than a phone, so that the words can be read; with the keyboard it moves as well.
    return HTML.element(
      "figure", [.class("chart")],
      [div(.role("region"), .aria(.label, label), .named("tabindex", "0")) { picture }])
  }

  private func length(_ count: Int, _ most: Int) -> Int { count * Self.width / most }

  private func bar(_ style: StaticString, _ count: Int, _ most: Int, _ top: Int) -> [HTML] {
    guard count > 0 else { return [] }
    return [
      HTML.element(
        "rect",
        [
          .class(style), .named("x", "\(Self.left)"), .named("y", "\(top + 5)"),
          .named("width", "\(length(count, most))"), .named("height", "\(Self.lineHeight - 10)"),
        ], [])
    ]
  }

  private func text(_ x: Int, _ y: Int, _ words: String) -> HTML {
    HTML.element("text", [.named("x", "\(x)"), .named("y", "\(y)")], [.text(words)])
  }
}
