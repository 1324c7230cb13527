import HTML

/// The colors, each as it is in the reader's scheme.
enum DesignColors {
  private static let grounds = [
    ("paper", "Page"), ("sheet", "Cards, tables"), ("sunk", "Table heads"), ("wash", "Chosen"),
    ("line", "Hairlines"), ("edge", "Controls"), ("ink", "Text"), ("soft", "Quiet text"),
    ("pine", "Links, primary"), ("deep", "Hovered"), ("night", "Header"),
    ("lamp", "Here, now, you"),
  ]
  private static let tones = [
    ("good", "Done"), ("warn", "Look here"), ("bad", "Wrong"), ("info", "Good to know"),
  ]

  static var markup: HTML {
    .group([
      p(.class("soft")) {
        "Calm first: paper, ink and pine. Lamp amber says “here, now, you” and nothing else."
      },
      swatches(
        grounds.map { ($0.0, $0.1, nil) } + tones.map { ($0.0, $0.1, $0.0 + "-wash") }),
    ])
  }

  private static func swatches(_ colors: [(token: String, use: String, wash: String?)]) -> HTML {
    ul(.class("tiles")) {
      for color in colors {
        li {
          div {
            swatch(color.token, color.wash)
            HTML.element("code", [], [.text(color.token)])
            br()
            small { color.use }
          }
        }
      }
    }
  }

  /// A picture, since pages hold no styles of their own.
  private static func swatch(_ token: String, _ wash: String?) -> HTML {
    HTML.element(
      "svg", [.named("viewBox", "0 0 96 32"), .aria(.hidden, "true")],
      [
        rectangle(wash ?? token, from: 0.5), wash == nil ? .nothing : rectangle(token, from: 64),
      ])
  }

  private static func rectangle(_ token: String, from start: Double) -> HTML {
    HTML.element(
      "rect",
      [
        .named("x", "\(start)"), .named("y", "0.5"), .named("width", "\(95.5 - start)"),
        .named("height", "31"), .named("rx", "4"), .named("fill", "var(--\(token))"),
        .named("stroke", "var(--edge)"),
      ], [])
  }
}
