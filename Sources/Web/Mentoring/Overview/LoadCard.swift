import HTML
import Kernel
import Mentoring

/// What mentors carry in all mentoring programs together.
struct LoadCard: Sendable {
  let visit: Visit
  let load: [MentorLoad]

  var markup: HTML {
    Card.of("What mentors carry, in all mentoring programs") {
      if load.isEmpty {
        p(.class("soft")) { "Nobody mentors yet." }
      } else {
        table
        OverviewPage.rest(of: load.count, where: "in the file")
        p(.class("soft")) {
          """
          Hours are those of \(OverviewPage.year(visit).name), added up from what pairs note, in \
          half hours. Of a single meeting nobody but the pair reads how long it took.
          """
        }
        p { a(.href(MentoringPath.loadFile.location())) { "Download as CSV" } }
      }
    }
  }

  private var table: HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "Mentors, the most loaded first" },
        Cells.head(
          ["Mentor", "Pairs now", "Places", "Meetings", "Hours"],
          numbers: ["Pairs now", "Places", "Meetings", "Hours"]),
        tbody { for one in load.prefix(OverviewPage.most) { row(one) } },
      ])
  }

  private func row(_ one: MentorLoad) -> HTML {
    tr {
      Cells.name(one.name, PeoplePath.person.location(one.person))
      Cells.number(one.pairs, "Pairs now")
      Cells.number(one.places, "Places")
      Cells.number(one.meetings, "Meetings")
      td(.class("num"), .named("data-label", "Hours")) {
        OverviewWords.hours(of: one) ?? "not told"
      }
    }
  }
}

/// What became of the cycles of a mentoring program.
struct OutcomesCard: Sendable {
  let outcomes: [CycleOutcome]

  /// How many cycles the charts show, the latest ones.
  private static let most = 10

  var markup: HTML {
    Card.of("Cycle by cycle") {
      h3 { "Completed, of each hundred pairs that are over" }
      chart("Completed, of each hundred pairs that are over", \.completion)
      h3 { "Enrolled again in the next cycle, of each hundred people" }
      chart("Enrolled again in the next cycle, of each hundred people", \.retention)
      table
    }
  }

  @HTMLBuilder private func chart(
    _ label: String, _ share: (CycleOutcome) -> Int?
  ) -> HTML {
    let lines = outcomes.suffix(Self.most).compactMap { one in
      share(one).map { percent in
        BarChart.Line(
          name: OverviewWords.short(one.title), whole: 100, part: percent, words: "\(percent)%")
      }
    }
    if lines.isEmpty {
      p(.class("soft")) { "Nothing to show yet." }
    } else {
      BarChart(label: label, lines: lines).markup
    }
  }

  private var table: HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "Completion and return by cycle" },
        Cells.head(
          ["Cycle", "Pairs over", "Completed", "People", "Enrolled again"],
          numbers: ["Pairs over", "Completed", "People", "Enrolled again"]),
        tbody { for one in outcomes { row(one) } },
      ])
  }

  private func row(_ one: CycleOutcome) -> HTML {
    tr {
      Cells.name(one.title, MentoringPath.overview.location(one.cycle))
      Cells.number(one.ended, "Pairs over")
      share(one.completed, one.completion, "Completed")
      Cells.number(one.people, "People")
      share(one.returned, one.retention, "Enrolled again")
    }
  }

  /// `12 (75%)`; of what cannot be yet, nothing.
  private func share(_ count: Int?, _ percent: Int?, _ label: String) -> HTML {
    let words = count.map { Figures.grouped($0) + (percent.map { " (\($0)%)" } ?? "") }
    return td(.class("num"), .named("data-label", label)) { words ?? "not yet" }
  }
}
