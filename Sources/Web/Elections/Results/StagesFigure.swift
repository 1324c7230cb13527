import HTML
import Tally

/// The stages of a count as lines, and as a table in words and figures.
struct StagesFigure: Sendable {
  let report: Report

  private static let size = (width: 640.0, height: 300.0)
  private static let lineHeight = 13.0
  private static let margins = (left: 44.0, right: 150.0, top: 12.0, bottom: 24.0)

  @HTMLBuilder var markup: HTML {
    figure(report.stages.count > 1 ? chart : .nothing)
    table(.class("dense")) {
      caption { "Stage by stage" }
      Cells.head(["Stage", "What was done", "Elected", "Out", "With nobody"], numbers: ["Stage"])
      tbody { for stage in report.stages { row(stage) } }
    }
  }

  private func figure(_ chart: HTML) -> HTML {
    HTML.element(
      "figure", [.class("chart")],
      [
        HTML.element("figcaption", [], [h3 { "Votes by stage" }]), chart,
        details {
          summary { "The figures as a table" }
          figures
        },
      ])
  }

  // MARK: The lines

  private var chart: HTML {
    let words = "Votes of \(report.candidates.count) candidates over \(report.stages.count) stages"
    let heights = labelHeights
    let lines = HTML.element(
      "svg", [.named("viewBox", "0 0 640 300"), .role("img"), .aria(.label, words)],
      axes + report.candidates.indices.flatMap { line($0, labelAt: heights[$0]) })
    // Wider than a phone, so that the names can be read; with the keyboard it moves as well.
    return div(.role("region"), .aria(.label, "Votes by stage"), .named("tabindex", "0")) { lines }
  }

  private var axes: [HTML] {
    let bottom = Self.size.height - Self.margins.bottom
    var drawn = [
      path("axis", "M\(at(Self.margins.left)) \(at(bottom))H\(at(x(report.stages.count - 1)))"),
      text(Self.margins.left, Self.size.height - 6, "Stage 1"),
      text(x(report.stages.count - 1), Self.size.height - 6, "\(report.stages.count)"),
    ]
    if let quota = report.quota {
      let height = y(quota)
      drawn += [
        path("axis", "M\(at(Self.margins.left)) \(at(height))H\(at(x(report.stages.count - 1)))"),
        text(2, height + 4, "Quota"),
      ]
    }
    return drawn
  }

  /// A candidate's line until they are out, with the name behind whoever is elected and the number
  /// behind others.
  private func line(_ place: Int, labelAt height: Double?) -> [HTML] {
    let points = points(of: place)
    guard let last = points.last else { return [] }
    let way = points.map { "\(at($0.x)) \(at($0.y))" }.joined(separator: "L")
    let candidate = report.candidates[place]
    let label =
      report.elected.contains(place + 1)
      ? "\(place + 1) \(candidate.name.prefix(20))" : "\(place + 1)"
    return [path("line", "M" + way), text(last.x + 4, height ?? last.y, label)]
  }

  private func points(of place: Int) -> [(x: Double, y: Double)] {
    let votes = report.stages.map { $0.votes[place] }
    let lasting = (votes.lastIndex { ($0?.units ?? 0) > 0 } ?? 0) + 1
    return votes.prefix(lasting + 1).enumerated().compactMap { stage, votes in
      votes.map { (x(stage), y($0)) }
    }
  }

  /// How high the labels stand of those who are in until the end: none on top of another.
  private var labelHeights: [Int: Double] {
    let end = x(report.stages.count - 1)
    let last = report.candidates.indices.compactMap { place in
      points(of: place).last.flatMap { $0.x == end ? (place: place, y: $0.y) : nil }
    }
    var heights: [Int: Double] = [:]
    var above = -Self.lineHeight
    for one in last.sorted(by: { ($0.y, $0.place) < ($1.y, $1.place) }) {
      above = max(one.y + 4, above + Self.lineHeight)
      heights[one.place] = above
    }
    return heights
  }

  private func path(_ name: StaticString, _ way: String) -> HTML {
    HTML.element("path", [.class(name), .named("d", way)], [])
  }

  private func text(_ x: Double, _ y: Double, _ words: String) -> HTML {
    HTML.element("text", [.named("x", at(x)), .named("y", at(y))], [.text(words)])
  }

  private func x(_ stage: Int) -> Double {
    let width = Self.size.width - Self.margins.left - Self.margins.right
    return Self.margins.left + width * Double(stage) / Double(max(1, report.stages.count - 1))
  }

  private func y(_ votes: Amount) -> Double {
    let height = Self.size.height - Self.margins.top - Self.margins.bottom
    return Self.size.height - Self.margins.bottom - height * Self.number(votes) / most
  }

  private var most: Double {
    let all = report.stages.flatMap(\.votes).compactMap(\.self) + [report.quota].compactMap(\.self)
    return max(1, all.map(Self.number).max() ?? 1)
  }

  private static func number(_ amount: Amount) -> Double {
    (0..<amount.places).reduce(Double(amount.units)) { value, _ in value / 10 }
  }

  /// A coordinate in whole units, which is as fine as lines are thick.
  private func at(_ value: Double) -> String { String(Int(value.rounded())) }

  // MARK: The tables

  private var figures: HTML {
    table(.class("dense")) {
      caption(.class("vh")) { "Votes of each candidate after each stage" }
      thead {
        tr {
          th { "Candidate" }
          for stage in report.stages { th(.class("num")) { String(stage.number) } }
        }
      }
      tbody { for place in report.candidates.indices { votes(of: place) } }
    }
  }

  private func votes(of place: Int) -> HTML {
    tr {
      Cells.name { bdi { label(place + 1) } }
      for stage in report.stages { td(.class("num")) { stage.votes[place].map(Votes.text) ?? "" } }
    }
  }

  private func row(_ stage: Stage) -> HTML {
    tr {
      th(.named("scope", "row"), .class("num")) { String(stage.number) }
      td { words(stage) }
      td(.named("data-label", "Elected")) {
        (stage.elected + stage.electedWithoutQuota).map(label).joined(separator: ", ")
      }
      td(.named("data-label", "Out")) { stage.excluded.map(label) ?? "" }
      td(.class("num"), .named("data-label", "With nobody")) {
        stage.nonTransferable.units > 0 ? Votes.text(stage.nonTransferable) : ""
      }
    }
  }

  private func words(_ stage: Stage) -> String {
    let done =
      switch stage.action {
      case .firstPreferences: "First choices"
      case .surplus(let number): "Surplus of \(label(number)) goes on"
      case .exclusion(let number): "\(label(number)) is out; the votes go on"
      case .marks: "All votes are counted"
      case .overDefault(let number): "Compared with \(label(number))"
      case .distribution: "All ballots are distributed"
      }
    let ties = report.ties.filter { $0.stage == stage.number }
    guard !ties.isEmpty else { return done }
    let settled = ties.map { tie in
      let how =
        switch tie.settledBy {
        case .lot: "by lot"
        case .earlierStage(let number): "by stage \(number)"
        }
      return "Tie of \(tie.tied.map(label).joined(separator: ", ")): \(how), \(label(tie.chosen))."
    }
    return "\(done). \(settled.joined(separator: " "))"
  }

  private func label(_ number: Int) -> String {
    "\(number) \(report.candidates[number - 1].name)"
  }
}
