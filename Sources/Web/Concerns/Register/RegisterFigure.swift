import Concerns
import HTML
import Kernel

/// The concerns of an academic year by category: bars, and the same as a table.
struct RegisterFigure: Sendable {
  let visit: Visit
  let figures: RegisterFigures

  private static let lineHeight = 30
  private static let (left, width) = (220, 400)

  @HTMLBuilder var markup: HTML {
    if figures.lines.last?.raised != 0 {
      Card.of("Concerns of \(year.name)") {
        if !bars.isEmpty { chart }
        table
        p(.class("soft")) {
          """
          Counts below \(visit.settings.publicThreshold) are not shown, nor what would give them \
          away. A year is counted once, when its last answers had their time.
          """
        }
      }
    }
  }

  private var year: AcademicYear {
    AcademicYear(startYear: figures.year, start: visit.settings.yearStart)
  }

  private var bars: [RegisterFigures.Line] {
    figures.lines.filter { !$0.isTotal && $0.raised != nil }
  }

  private var chart: HTML {
    let most = max(bars.compactMap(\.raised).max() ?? 1, 1)
    let height = bars.count * Self.lineHeight
    let drawn = bars.enumerated().flatMap { place, line -> [HTML] in
      let top = place * Self.lineHeight
      return [text(0, top + 19, line.name)]
        + bar("bar", line.raised ?? 0, most, top) + bar("bar done", line.answered ?? 0, most, top)
        + [text(Self.left + length(line.raised ?? 0, most) + 8, top + 19, words(line))]
    }
    let label = "Raised and answered by category"
    let lines = HTML.element(
      "svg",
      [.named("viewBox", "0 0 720 \(height)"), .role("img"), .aria(.label, label)], drawn)
    // Wider than a phone, so that the words can be read; with the keyboard it moves as well.
    return HTML.element(
      "figure", [.class("chart")],
      [div(.role("region"), .aria(.label, label), .named("tabindex", "0")) { lines }])
  }

  private func words(_ line: RegisterFigures.Line) -> String {
    "\(line.raised ?? 0)" + (line.answered.map { ", \($0) answered" } ?? "")
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

  private var table: HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "Concerns of \(year.name)" },
        Cells.head(
          ["About", "Raised", "Answered", "Business days until the answer"],
          numbers: ["Raised", "Answered", "Business days until the answer"]),
        tbody {
          for line in figures.lines {
            tr {
              Cells.name { line.name }
              number(line.raised, "Raised")
              number(line.answered, "Answered")
              number(line.medianDays, "Business days until the answer")
            }
          }
        },
      ])
  }

  private func number(_ number: Int?, _ label: String) -> HTML {
    td(.class("num"), .named("data-label", label)) {
      number.map(Figures.grouped) ?? "not shown"
    }
  }
}
