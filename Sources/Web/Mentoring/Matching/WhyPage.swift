import HTML
import Kernel
import Matching
import Mentoring
import SQLStore

/// Why someone has their mentor, or none, and what every other pair would cost all together.
struct WhyPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let names: EnrolledNames
  let inputs: FrozenInputs
  let mentee: ID<Enrollment>
  /// Whether the viewer takes part in the cycle themselves, or did when it was matched.
  private let takesPart: Bool

  /// How many other possibilities are shown.
  private static let most = 10

  init(_ id: ID<Enrollment>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    mentee = id
    let enrollment = try Enrollment.find(id, viewer: viewer, reader: reader)
    cycle = try MentoringCycle.find(enrollment.cycle, viewer: viewer, reader: reader)
    let run = try MatchingRun.all(of: cycle.id, viewer: viewer, reader: reader)
      .first { $0.state != .discarded }
    guard let run else { throw Absent() }
    inputs = try run.inputs(viewer: viewer, reader: reader)
    names = try EnrolledNames(in: cycle.id, viewer: viewer, reader: reader)
    let own = try Enrollment.own(in: cycle.id, viewer: viewer, reader: reader)
    let wasMatched = inputs.includes(viewer.person)
    takesPart = own != nil || wasMatched
  }

  /// - Parameter why: what ``MatchingAnswers`` says of the inputs; computing it takes a while.
  func page(_ why: MatchingAnswers.Why) -> Page {
    Page(
      names[mentee], in: .mentoring,
      under: MatchingPage.crumbs(cycle), subtitle: "Why this match"
    ) {
      switch why {
      case .points(let why):
        Card.of("Why") {
          p { sentence(why.reason, mentor: mentor(why.mentor)) }
          if let mentor = why.mentor { points(mentor) }
        }
        if !why.alternatives.isEmpty { others(why) }
      case .rankings(let answer): takesPart ? colleague : rankings(answer)
      case .peers(let answer): PeerWhy(page: self, answer: answer).markup
      case .fairest:
        NoticeBox.of(
          .info,
          "The fairest matching spares the worst off, one after the other. There is no single "
            + "number that says what another pair would cost.")
      }
    }
  }

  /// Nobody reads how they were ranked, whoever runs mentoring included. Where others rank the
  /// viewer too, a list from which the viewer is left out would tell it by its gaps.
  private var colleague: HTML {
    NoticeBox.of(
      .info,
      "You take part in this cycle, where people rank each other and nobody reads how they were "
        + "ranked. Ask a colleague who takes no part in it to read why.")
  }

  private func rankings(_ answer: MatchingAnswers.RankingAnswer) -> HTML {
    Card.of("Why") {
      if let mentor = answer.mentor {
        p { ranked(answer.mentee, mentor) }
        points(mentor)
      } else {
        p { WithoutMentor.Reason.outranked.sentence }
      }
      if !answer.missed.isEmpty {
        p {
          "Ranked higher, with others in their places: "
            + answer.missed.map { self.mentor($0) }.joined(separator: ", ") + "."
        }
      }
    }
  }

  private func ranked(_ mentee: Int, _ mentor: Int) -> String {
    if inputs.isLocked(mentee: mentee, mentor: mentor) { return "You set this pair by hand." }
    let places = inputs.places(mentee: mentee, mentor: mentor)
    let name = self.mentor(mentor)
    let theirs =
      places.byMentee.map { "They ranked \(name) as number \($0). " }
      ?? "They did not rank \(name), so points decided on their side. "
    let others =
      places.byMentor.map { "\(name) ranked them as number \($0). " }
      ?? "\(name) did not rank them, so points decided on that side. "
    return theirs + others + "Nobody whom one of the two would like better would rather have them."
  }

  /// Why, in one sentence.
  private func sentence(_ reason: Explanation.Reason, mentor: String) -> String {
    switch reason {
    case .locked: "You set this pair by hand."
    case .matched: "This pair is part of the best matching for all: \(mentor)."
    case .noAllowedPair: WithoutMentor.Reason.noAllowedPair.sentence
    case .noPlace: WithoutMentor.Reason.noPlace.sentence
    case .onlyNegative: "Every possible pair would lower the total."
    case .outbid: WithoutMentor.Reason.outbid.sentence
    }
  }

  func mentor(_ index: Int?) -> String {
    index.map { names[inputs.mentor($0)] } ?? "none"
  }

  func points(_ mentor: Int) -> HTML {
    let index = inputs.index(ofMentee: mentee) ?? 0
    return HTML.element(
      "table", [],
      [
        caption { "What makes the points" },
        Cells.head(["Criterion", "Points"], numbers: ["Points"]),
        tbody {
          for part in inputs.points(mentee: index, mentor: mentor) {
            tr {
              Cells.name {
                visit.words(MentoringWords.criterion(part.criterion).label)
              }
              Cells.number(part.points, "Points")
            }
          }
        },
      ])
  }

  private func others(_ why: Explanation) -> HTML {
    Card.of("What else would be possible") {
      ul(.class("list")) {
        for one in why.alternatives.prefix(Self.most) {
          li {
            span {
              bdi { one.mentor == nil ? "No mentor" : mentor(one.mentor) }
              ": " + cost(one.loss)
              if one.chain.count > 1 {
                small { "; " + Figures.counted(one.chain.count - 1, "other moves", "others move") }
              }
            }
          }
        }
      }
    }
  }

  private func cost(_ loss: Explanation.Loss) -> String {
    let people =
      loss.people == 0
      ? "" : Figures.counted(loss.people, "person less with a mentor, ", "people less, ")
    let points =
      loss.points == 0
      ? "as good for all"
      : loss.points > 0
        ? "\(Figures.grouped(loss.points)) points less"
        : "\(Figures.grouped(-loss.points)) points more"
    return people + points
  }
}
