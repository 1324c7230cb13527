import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// How a cycle goes, for whoever runs mentoring: how far people came, which pairs need someone who
/// asks, who has nobody, what mentors carry, and what became of earlier cycles.
struct OverviewPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let funnel: CycleFunnel
  let standings: [PairStanding]
  let load: [MentorLoad]
  let outcomes: [CycleOutcome]
  let names: [PersonID: String]
  /// What says who has nobody; nil before pairs are published.
  let search: UnmatchedSearch?

  /// How many lines a table shows; the files have all.
  static let most = 50

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let enrollments = try Enrollment.all(in: id, viewer: viewer, reader: reader)
    standings = try PairStanding.all(in: cycle, viewer: viewer, reader: reader)
    funnel = CycleFunnel(enrollments, standings, of: cycle.plan.shape)
    load = try MentorLoad.all(in: Self.year(visit), viewer: viewer, reader: reader)
    outcomes = try CycleOutcome.all(of: cycle.program, viewer: viewer, reader: reader)
    let people =
      enrollments.map(\.person) + standings.flatMap { [$0.pair.mentee, $0.pair.mentor] }
    names = try Directory.names(of: people, reader: reader)
    search = try UnmatchedSearch(
      enrollments, standings, in: cycle, viewer: viewer, reader: reader)
  }

  /// The academic year whose hours are added up.
  static func year(_ visit: Visit) -> AcademicYear {
    AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
  }

  /// - Parameter unmatched: what ``UnmatchedSearch`` answers; working it out takes a while.
  func page(_ unmatched: [Unmatched]) -> Page {
    Page(
      "Overview", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Days and numbers. What pairs write stays theirs.", actions: files
    ) {
      FunnelCard(funnel: funnel, shape: cycle.plan.shape).markup
      AtRiskCard(page: self).markup
      UnmatchedCard(page: self, unmatched: unmatched).markup
      LoadCard(visit: visit, load: load).markup
      OutcomesCard(outcomes: outcomes).markup
    }
  }

  private var files: HTML {
    .group([
      a(.class("btn"), .href(MentoringPath.certificates.location(cycle.id))) { "Certificates" },
      a(.class("btn"), .href(MentoringPath.pairs.location(cycle.id))) { "All pairs" },
      a(.class("btn"), .href(MentoringPath.pairsFile.location(cycle.id))) { "Pairs as CSV" },
    ])
  }

  /// The names of the two of a pair, each in its own direction.
  func names(of pair: MentoringPair) -> HTML {
    .group([
      bdi { names[pair.mentee] ?? "Someone who left" }, " and ",
      bdi { names[pair.mentor] ?? "someone who left" },
    ])
  }

  /// Says how many lines are left out; nothing where none is.
  static func rest(of count: Int, where place: String) -> HTML {
    guard count > most else { return .nothing }
    return p(.class("soft")) {
      "\(Figures.counted(count - most, "more is", "more are")) \(place)."
    }
  }
}

/// How many came how far.
struct FunnelCard: Sendable {
  let funnel: CycleFunnel
  let shape: MentoringCycle.Shape

  var markup: HTML {
    Card.of("How far they came") {
      BarChart(
        label: "How many came how far",
        lines: funnel.lines.map { line in
          BarChart.Line(
            name: OverviewWords.step(line.step, of: shape), whole: line.count, part: line.count,
            words: Figures.grouped(line.count))
        }
      ).markup
      table
      p(.class("soft")) { "Pairs that were declined in the first days are not counted." }
    }
  }

  private var table: HTML {
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "How many came how far" },
        Cells.head(["Step", "Number"], numbers: ["Number"]),
        tbody {
          for line in funnel.lines {
            tr {
              Cells.name { OverviewWords.step(line.step, of: shape) }
              Cells.number(line.count, "Number")
            }
          }
        },
      ])
  }
}

/// Pairs that may need someone who asks.
struct AtRiskCard: Sendable {
  let page: OverviewPage

  private var lines: [(standing: PairStanding, risks: [PairStanding.Risk])] {
    page.standings.map { one in
      let today = page.visit.viewer.today
      return (one, one.risks(on: today))
    }
    .filter { !$0.1.isEmpty }
    .sorted { OverviewWords.rank($0.1[0]) < OverviewWords.rank($1.1[0]) }
  }

  var markup: HTML {
    let lines = lines
    return Card.of("Pairs at risk") {
      if lines.isEmpty {
        p(.class("soft")) { "None at present." }
      } else {
        p { "Ask them how it goes. Nobody is at fault, and no reason is needed to end a pair." }
        table(Array(lines.prefix(OverviewPage.most)))
        OverviewPage.rest(of: lines.count, where: "in the file of pairs")
      }
    }
  }

  private func table(
    _ lines: [(standing: PairStanding, risks: [PairStanding.Risk])]
  ) -> HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Pairs at risk, the most pressing first" },
        Cells.head(["Pair", "Why", "Last met"]),
        tbody {
          for (one, risks) in lines {
            tr {
              Cells.name(
                page.names(of: one.pair), .href(MentoringPath.pair.location(one.pair.id)))
              Cells.labeled(
                "Why", .text(risks.map(OverviewWords.risk).joined(separator: " ")))
              Cells.labeled("Last met", .text(one.lastMet.map(When.day) ?? "never"))
            }
          }
        },
      ])
  }
}

/// Who was approved and has nobody.
struct UnmatchedCard: Sendable {
  let page: OverviewPage
  let unmatched: [Unmatched]

  var markup: HTML {
    Card.of("Without a pair") {
      if page.search == nil {
        p(.class("soft")) { "Nothing to say before pairs are published." }
      } else if unmatched.isEmpty {
        p(.class("soft")) { "Everyone who was approved is in a pair, or was." }
      } else {
        if page.cycle.state == .active {
          p {
            "Places may be free since. "
            a(.href(MentoringPath.matching.location(page.cycle.id))) { "Match again" }
          }
        }
        table
        OverviewPage.rest(of: unmatched.count, where: "on the page of the matching")
      }
    }
  }

  private var table: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "People without a pair" },
        Cells.head(["Name", "Why"]),
        tbody { for one in unmatched.prefix(OverviewPage.most) { row(one) } },
      ])
  }

  private func row(_ one: Unmatched) -> HTML {
    let location =
      if case .without = one.reason {
        MentoringPath.why.location(one.enrollment)
      } else {
        MentoringPath.enrollment.location(one.enrollment)
      }
    return tr {
      Cells.name(page.names[one.person] ?? "", location)
      Cells.labeled("Why", .text(OverviewWords.reason(one.reason)))
    }
  }
}
