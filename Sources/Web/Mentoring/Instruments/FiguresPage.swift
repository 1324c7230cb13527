import HTML
import Kernel
import Mentoring
import SQLStore
import Spreadsheet

/// What changed in a cycle by its questionnaire, for whoever runs mentoring.
struct FiguresPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let used: CycleInstrument
  let figures: CycleFigures?

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    figures = try CycleFigures.of(id, viewer: viewer, reader: reader)
    guard let used = try CycleInstrument.of(id, viewer: viewer, reader: reader) else {
      throw Absent()
    }
    self.used = used
  }

  private static let numbers = [
    "Answered both times", "Mean before", "Mean after", "Mean change", "Deviation of change",
  ]

  var page: Page {
    Page(
      "What changed", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: used.instrument.title, actions: export
    ) {
      if let figures {
        table(figures)
        p(.class("soft")) {
          """
          People who answered before and after; each number is rounded for itself. Groups of fewer \
          than \(visit.settings.internalThreshold) are withheld, also groups in which everybody \
          stands alike, and what would give them away. All of it was counted once, on \
          \(used.reportedOn.map(When.day) ?? "").
          """
        }
      } else {
        EmptyState.of(
          "Nothing is counted yet",
          "It is counted once, after \(lastDay), when nobody answers any more. Until then nobody "
            + "knows who has answered.")
      }
      p(.class("soft")) {
        InstrumentScale.words(used.instrument.sheet.scale) + " " + used.instrument.sheet.source
      }
    }
  }

  private var lastDay: String {
    When.day(AnswerMoment.after.window(of: cycle.plan).upperBound)
  }

  private var export: HTML {
    guard figures != nil else { return .nothing }
    return a(.class("btn"), .href(MentoringPath.figuresFile.location(cycle.id))) { "Export" }
  }

  private func table(_ figures: CycleFigures) -> HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "What changed in “\(cycle.title)”" },
        Cells.head(["Subscale", "Who"] + Self.numbers, numbers: Set(Self.numbers)),
        tbody {
          for line in figures.lines {
            tr {
              Cells.name { bdi { line.subscale } }
              Cells.labeled("Who", .text(words(line.who)))
              for (label, text) in zip(Self.numbers, Self.cells(line)) {
                td(.class("num"), .named("data-label", label)) { text }
              }
            }
          }
        },
      ])
  }

  /// The figures as a table for other programs, with the same marks where they are withheld.
  var file: Download {
    get throws {
      guard let figures else { throw Absent() }
      var table = CSVWriter(byteOrderMark: true)
      table.write(["Subscale", "Who"] + Self.numbers)
      for line in figures.lines {
        table.write([line.subscale, words(line.who)] + Self.cells(line))
      }
      return Download(
        fileName: "what-changed.csv", type: "text/csv; charset=utf-8", bytes: table.drain())
    }
  }

  private func words(_ who: CycleFigures.Who) -> String {
    switch who {
    case .mentees: "Mentees"
    case .mentors: "Mentors"
    case .all: cycle.plan.shape == .peers ? "Peers" : "Both together"
    }
  }

  /// The cells of a line; where it is withheld, each says so.
  private static func cells(_ line: CycleFigures.Line) -> [String] {
    guard let shown = line.shown else { return numbers.map { _ in "withheld" } }
    guard let means = shown.means else { return ["0", "", "", "", ""] }
    return [Figures.grouped(shown.people)]
      + [means.before, means.after, means.change, means.deviation].map(tenths)
  }

  /// `-0.3`
  private static func tenths(_ number: Int) -> String {
    "\(number < 0 ? "-" : "")\(number.magnitude / 10).\(number.magnitude % 10)"
  }
}
