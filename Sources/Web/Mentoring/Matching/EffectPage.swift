import HTML
import Kernel
import Mentoring
import SQLStore

/// What other weights would make of a matching, before they are kept.
struct EffectPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let names: EnrolledNames
  let inputs: FrozenInputs

  /// How many of those who would have somebody else are listed.
  private static let most = 100

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    inputs = try MatchingRun.prepare(id, for: .decide, viewer: viewer, reader: reader)
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    names = try EnrolledNames(in: id, viewer: viewer, reader: reader)
  }

  /// - Parameters:
  ///   - effect: what ``WeightEffect`` says of the inputs; computing it takes a while.
  ///   - tried: the weights that were typed.
  func page(_ effect: WeightEffect, _ tried: CycleWeights) -> Page {
    Page(
      "The effect", in: .mentoring,
      under: MatchingPage.crumbs(cycle),
      subtitle: "The same people, matched with your weights and with those that are kept. "
        + "Nothing is kept yet, and nobody is told."
    ) {
      numbers(effect)
      fits(effect.lines)
      if !effect.moves.isEmpty { moves(effect.moves) }
      WeightsCard(visit: visit, cycle: cycle, weights: tried, state: FormState()).markup
    }
  }

  private func numbers(_ effect: WeightEffect) -> HTML {
    let all = Figures.grouped(effect.mentees)
    return Facts.of([
      Facts.Line("In a pair now", "\(Figures.grouped(effect.matched.now)) of \(all)"),
      Facts.Line("With your weights", "\(Figures.grouped(effect.matched.then)) of \(all)"),
      Facts.Line(
        "With somebody else",
        effect.moves.isEmpty ? "Nobody: the same pairs" : Figures.grouped(effect.moves.count)),
    ])
  }

  private static let numbered = ["Weight now", "Your weight", "Fit now", "Fit then"]

  private func fits(_ lines: [WeightEffect.Line]) -> HTML {
    Card.of("How well pairs would fit, from 0 to 100") {
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "The mean of all pairs by criterion" },
          Cells.head(["Criterion"] + Self.numbered, numbers: Set(Self.numbered)),
          tbody {
            for line in lines {
              tr {
                Cells.name { visit.words(MentoringWords.criterion(line.criterion).label) }
                for (label, number) in Self.figures(line) { Cells.number(number, label) }
              }
            }
          },
        ])
      p(.class("soft")) { "The mean of all pairs. What counts nothing is shown too." }
    }
  }

  private static func figures(_ line: WeightEffect.Line) -> [(label: String, number: Int)] {
    let numbers = [line.weight.now, line.weight.then, line.fit.now, line.fit.then]
    return zip(numbered, numbers).map { ($0, $1) }
  }

  private func moves(_ moves: [WeightEffect.Move]) -> HTML {
    let words = ShapeWords(cycle.plan.shape)
    return Card.of("Who would have somebody else") {
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "Now and with your weights" },
          Cells.head([words.mentee, "Now", "With your weights"], numbers: []),
          tbody {
            for move in moves.prefix(Self.most) {
              tr {
                Cells.name { bdi { names[move.person] } }
                Cells.labeled("Now", other(move.now))
                Cells.labeled("With your weights", other(move.then))
              }
            }
          },
        ])
      if moves.count > Self.most {
        p(.class("soft")) {
          "And \(Figures.grouped(moves.count - Self.most)) more, who are not listed."
        }
      }
    }
  }

  private func other(_ id: ID<Enrollment>?) -> HTML {
    guard let id else { return .text("Nobody") }
    return bdi { names[id] }
  }
}
