import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// All pairs of a cycle and how they stand, for whoever runs mentoring: those that go on first.
struct PairsPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let part: ListPart<PairStanding>
  let names: [PersonID: String]

  /// How many are on a page.
  private static let size = 50

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let all = try PairStanding.all(in: cycle, viewer: viewer, reader: reader)
    let names = try Directory.names(
      of: all.flatMap { [$0.pair.mentee, $0.pair.mentor] }, reader: reader)
    let keys = names.mapValues { FoldedText.key($0) }
    func place(_ one: PairStanding) -> (Int, String, ID<MentoringPair>) {
      (one.pair.state == .active ? 0 : 1, keys[one.pair.mentee] ?? "", one.pair.id)
    }
    part = ListPart(
      all.sorted { place($0) < place($1) }, from: visit.query["from"], size: Self.size)
    self.names = names
  }

  var page: Page {
    Page(
      "Pairs", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Days and numbers. What pairs write stays theirs.", actions: file
    ) {
      if part.shown.isEmpty {
        EmptyState.of("No pairs yet", "They are here once they are published or agreed on.")
      } else {
        table
        part.pager { MentoringPath.pairs.location(cycle.id, query: [("from", String($0))]) }
      }
    }
  }

  private var file: HTML {
    a(.class("btn"), .href(MentoringPath.pairsFile.location(cycle.id))) { "Pairs as CSV" }
  }

  private var table: HTML {
    let words = ShapeWords(cycle.plan.shape)
    return HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Pairs, those that go on first" },
        Cells.head(
          [words.mentee, words.mentor, "Stands", "Meetings", "Last met"], numbers: ["Meetings"]),
        tbody { for one in part.shown { row(one, words) } },
      ])
  }

  private func row(_ one: PairStanding, _ words: ShapeWords) -> HTML {
    let (word, tone) = MentoringWords.pair(one.pair.state)
    return tr {
      Cells.name(name(one.pair.mentee), MentoringPath.pair.location(one.pair.id))
      Cells.labeled(words.mentor, bdi { name(one.pair.mentor) })
      Cells.labeled("Stands", Badge.of(word, tone))
      Cells.number(one.meetings, "Meetings")
      Cells.labeled("Last met", .text(one.lastMet.map(When.day) ?? "never"))
    }
  }

  private func name(_ person: PersonID) -> String { names[person] ?? "Someone who left" }
}
