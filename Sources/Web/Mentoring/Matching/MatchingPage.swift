import HTML
import Kernel
import Matching
import Mentoring
import Roster
import SQLStore

/// The matching of a cycle, for whoever runs mentoring: weights, decisions by hand, the run that
/// waits, and publishing it.
struct MatchingPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let weights: CycleWeights
  let people: [ID<Enrollment>: (name: String, part: Enrollment.Part)]
  let decisions: [MentoringDecision]
  let run: MatchingRun?
  /// The pairs of the run, by the name of the mentee.
  let lines: ListPart<MatchingRun.Line>
  /// Who has none, by name.
  let unmatched: ListPart<ID<Enrollment>>
  let waiting: Int
  let state: FormState

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    weights = try CycleWeights.of(id, viewer: viewer, reader: reader)
    let enrolled = try Enrollment.all(in: id, viewer: viewer, reader: reader)
    let names = try Directory.names(of: enrolled.map(\.person), reader: reader)
    people = Dictionary(
      uniqueKeysWithValues: enrolled.filter { $0.state == .approved }
        .map { ($0.id, (names[$0.person] ?? "", $0.part)) })
    waiting = enrolled.count { $0.state == .submitted }
    decisions = try MentoringDecision.all(in: id, viewer: viewer, reader: reader)
    run = try MatchingRun.all(of: id, viewer: viewer, reader: reader)
      .first { $0.state != .discarded }
    let keys = people.mapValues { FoldedText.key($0.name) }
    let pairs = try (run?.lines(viewer: viewer, reader: reader) ?? []).sorted {
      (keys[$0.mentee] ?? "", $0.mentee) < (keys[$1.mentee] ?? "", $1.mentee)
    }
    lines = ListPart(pairs, from: visit.query[Self.pairsFrom], size: Self.size)
    let without = try (run?.unmatched(viewer: viewer, reader: reader) ?? []).sorted {
      (keys[$0] ?? "", $0) < (keys[$1] ?? "", $1)
    }
    unmatched = ListPart(without, from: visit.query[Self.withoutFrom], size: Self.size)
  }

  var page: Page {
    Page(
      "Matching", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "First what you know by hand, then the best for all the rest."
    ) {
      numbers
      if cycle.state != .closed {
        WeightsCard(visit: visit, cycle: cycle, weights: weights, state: state).markup
        DecisionsCard(page: self).markup
      }
      if cycle.state == .matching || cycle.state == .active { runCard }
      if let run { RunCard(page: self, run: run).markup }
    }
  }

  /// How many pairs are on a page, and how many without one.
  private static let size = 50
  private static let pairsFrom = "from"
  private static let withoutFrom = "without"

  /// The page with other pairs.
  fileprivate func location(pairsFrom from: Int) -> Location {
    location(from, unmatched.from, RunCard.fragment)
  }

  /// The page with others who have none.
  fileprivate func location(withoutFrom from: Int) -> Location {
    location(lines.from, from, RunCard.withoutFragment)
  }

  private func location(_ pairs: Int, _ without: Int, _ fragment: String) -> Location {
    MentoringPath.matching.location(
      cycle.id,
      query: [(Self.pairsFrom, String(pairs)), (Self.withoutFrom, String(without))],
      fragment: fragment)
  }

  /// The way to a page below that of the matching.
  static func crumbs(_ cycle: MentoringCycle) -> [Page.Breadcrumb] {
    CyclePage.crumbs(cycle) + [
      Page.Breadcrumb("Matching", MentoringPath.matching.location(cycle.id))
    ]
  }

  var words: ShapeWords { ShapeWords(cycle.plan.shape) }

  /// The name of someone who is enrolled and approved.
  func name(_ id: ID<Enrollment>) -> String { people[id]?.name ?? "Someone who left" }

  private var numbers: HTML {
    let seeking = people.values.count { $0.part.isMentee }
    let offering = people.values.count { $0.part.isMentor }
    return Facts.of([
      Facts.Line(words.seeking, Figures.grouped(seeking)),
      Facts.Line("Mentors", cycle.plan.shape == .peers ? nil : Figures.grouped(offering)),
      Facts.Line(
        "Under review",
        waiting == 0
          ? nil
          : a(.href(MentoringPath.enrollments.location(cycle.id))) {
            Figures.counted(waiting, "enrollment is not approved", "enrollments are not approved")
          }),
      Facts.Line(
        "Matched for",
        cycle.plan.mode == .office
          ? MentoringWords.objective(cycle.plan.objective).label
          : visit.words(MentoringWords.mode(cycle.plan.mode).label)),
    ])
  }

  private var runCard: HTML {
    Card.of("Match") {
      p {
        cycle.state == .active
          ? "Whoever has nobody now is matched with those who are free. Pairs that meet stay as "
            + "they are, and whoever has completed a pair is not matched again."
          : "Nobody is told before you publish. The same inputs give the same pairs, however "
            + "often you match."
      }
      Form.button(
        visit, run == nil ? "Match" : "Match again", MentoringPath.run.location(cycle.id),
        style: run == nil ? "btn primary" : "btn")
    }
  }
}

/// How much each criterion counts.
struct WeightsCard: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let weights: CycleWeights
  let state: FormState

  var markup: HTML {
    let filled = PersonForm.filled(
      state, Criterion.allCases.map { ($0.rawValue, String(weights[$0])) })
    return Card.of("What counts, from 0 to \(Criterion.mostWeight)") {
      Form.of(visit, MentoringPath.weigh.location(cycle.id), filled) {
        for criterion in Criterion.allCases {
          let (label, hint) = MentoringWords.criterion(criterion)
          Field(criterion.rawValue, visit.words(label), hint: visit.words(hint))
            .text(filled, .named("inputmode", "numeric"), .named("size", "3"))
        }
        div(.class("acts")) {
          HTML.element(
            "button",
            [.class("btn"), .formAction(MentoringPath.effect.location(cycle.id))],
            [.text("See the effect")])
          HTML.element("button", [.class("btn primary")], [.text("Keep the weights")])
        }
      }
    }
  }
}

/// What the office decided by hand, and deciding it.
struct DecisionsCard: Sendable {
  let page: MatchingPage

  var markup: HTML {
    Card.of("By hand") {
      p { "Set a pair that you know is right, or keep two people apart." }
      if !page.decisions.isEmpty {
        ul(.class("list")) {
          for one in page.decisions { line(one) }
        }
      }
      a(.class("btn"), .href(MentoringPath.decide.location(page.cycle.id))) { "Decide on a pair" }
    }
  }

  private func line(_ one: MentoringDecision) -> HTML {
    li {
      span {
        one.kind == .lock ? "Set: " : "Apart: "
        bdi { page.name(one.mentee) }
        " with "
        bdi { page.name(one.mentor) }
        if !one.because.isEmpty { small { " " + one.because } }
      }
      Form.button(
        page.visit, "Take back", MentoringPath.takeBack.location(page.cycle.id),
        style: "btn small", hidden: [("mentee", one.mentee.text), ("mentor", one.mentor.text)])
    }
  }
}

/// The pairs of a run, who has none, and publishing.
struct RunCard: Sendable {
  let page: MatchingPage
  let run: MatchingRun

  /// Where its pairs begin.
  fileprivate static let fragment = "pairs"
  /// Where those without one begin.
  fileprivate static let withoutFragment = "without"

  var markup: HTML {
    Card.of(run.state == .published ? "Published pairs" : "Pairs that wait") {
      Facts.of([
        Facts.Line("Matched", "\(Figures.grouped(run.matched)) of \(Figures.grouped(run.mentees))"),
        Facts.Line("Points in all", Figures.grouped(run.total)),
        Facts.Line("Proof", proof),
        Facts.Line("Made", When.moment(run.madeAt, page.visit)),
      ])
      if run.state == .pending, run.matched > 0 {
        Form.button(
          page.visit, "Publish these pairs", MentoringPath.publish.location(run.id),
          style: "btn primary")
        p(.class("soft")) {
          "Everything is checked again. Both sides are told, and either can decline within "
            + "\(Figures.counted(page.cycle.plan.declineDays, "day", "days"))."
        }
      }
      if run.state == .published {
        p {
          "As this matching made them. "
          a(.href(MentoringPath.pairs.location(page.cycle.id))) { "All pairs, and how they stand" }
        }
      }
      table
      page.lines.pager(label: "Pages of pairs", page.location(pairsFrom:))
      if !page.unmatched.shown.isEmpty { without }
      p { a(.href(MentoringPath.whatIf.location(run.id))) { "What if a rule did not count?" } }
      p { a(.href(MentoringPath.runFile.location(run.id))) { "Download as CSV" } }
    }
  }

  private var proof: String {
    guard page.cycle.plan.mode != .rankings else {
      return "No two are left who would rather have each other."
    }
    let bound = Figures.grouped(run.bound)
    return run.total == run.bound
      ? "With your rules and what was set by hand, no other pairs of as many people have more than "
        + "\(bound)." : "At most \(bound) would be possible."
  }

  private var table: HTML {
    HTML.element(
      "table", [.id(Self.fragment)],
      [
        caption(.class("vh")) { "Pairs" },
        Cells.head([page.words.mentee, page.words.mentor, "Points"], numbers: ["Points"]),
        tbody {
          for line in page.lines.shown {
            tr {
              Cells.name(page.name(line.mentee), MentoringPath.why.location(line.mentee))
              td(.named("data-label", page.words.mentor)) { mentor(line) }
              Cells.number(line.points, "Points")
            }
          }
        },
      ])
  }

  /// Among peers the other has an answer of their own.
  private func mentor(_ line: MatchingRun.Line) -> HTML {
    let name = bdi { page.name(line.mentor) }
    guard page.cycle.plan.shape == .peers else { return name }
    return a(.href(MentoringPath.why.location(line.mentor))) { name }
  }

  private var without: HTML {
    HTML.element(
      "section", [.id(Self.withoutFragment)],
      [
        h3 { "Without a pair" },
        ul(.class("list")) {
          for id in page.unmatched.shown {
            li { a(.href(MentoringPath.why.location(id))) { bdi { page.name(id) } } }
          }
        },
        page.unmatched.pager(label: "Pages of those without a pair", page.location(withoutFrom:)),
      ])
  }
}
