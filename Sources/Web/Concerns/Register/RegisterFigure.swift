import Concerns
import HTML
import Kernel

/// The concerns of an academic year by category: bars, and the same as a table.
struct RegisterFigure: Sendable {
  let visit: Visit
  let figures: RegisterFigures

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
    BarChart(
      label: "Raised and answered by category",
      lines: bars.map { line in
        BarChart.Line(
          name: line.name, whole: line.raised ?? 0, part: line.answered ?? 0,
          words: "\(line.raised ?? 0)" + (line.answered.map { ", \($0) answered" } ?? ""))
      }
    ).markup
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
