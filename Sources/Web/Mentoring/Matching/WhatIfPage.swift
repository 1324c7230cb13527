import HTML
import Kernel
import Mentoring
import SQLStore

/// What a matching would be if one rule did not count, or every mentor took one more.
struct WhatIfPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let names: EnrolledNames
  let inputs: FrozenInputs

  /// One question with its answer.
  struct Line: Sendable {
    let question: String
    let difference: MatchingAnswers.Difference
  }

  init(_ id: ID<MatchingRun>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    let run = try MatchingRun.find(id, viewer: viewer, reader: reader)
    cycle = try MentoringCycle.find(run.cycle, viewer: viewer, reader: reader)
    inputs = try run.inputs(viewer: viewer, reader: reader)
    names = try EnrolledNames(in: run.cycle, viewer: viewer, reader: reader)
  }

  /// Solves the matching once for each question.
  static func lines(_ inputs: FrozenInputs) throws -> [Line] {
    let answers = try MatchingAnswers(inputs)
    let rules = try Bar.relaxable.map { bar in
      Line(question: MentoringWords.without(bar), difference: try answers.without(bar))
    }
    guard !inputs.arePeers else { return rules }
    return rules
      + [Line(question: "Every mentor takes one more", difference: try answers.withOneMore())]
  }

  func page(_ lines: [Line]) -> Page {
    Page(
      "What if", in: .mentoring,
      under: MatchingPage.crumbs(cycle),
      subtitle: "One thing changed at a time. Nothing is kept, and nobody is told."
    ) {
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "What would change" },
          Cells.head(
            ["If", Self.more, "More points", Self.gain], numbers: [Self.more, "More points"]),
          tbody { for line in lines { row(line) } },
        ])
      p(.class("soft")) {
        "Wishes to be kept apart always hold, and so do your own decisions by hand."
      }
    }
  }

  private static let more = "More in a pair"
  private static let gain = "Who would be in one"

  private func row(_ line: Line) -> HTML {
    let gaining = line.difference.gaining.map { names[$0] }
    return tr {
      Cells.name { visit.words(line.question) }
      Cells.number(line.difference.matched, Self.more)
      Cells.number(line.difference.points, "More points")
      td(.named("data-label", Self.gain)) {
        gaining.isEmpty ? "Nobody" : gaining.joined(separator: ", ")
      }
    }
  }
}
