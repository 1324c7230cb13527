import HTML
import Mentoring

/// Why someone has the peer that they have, or none, and what other pairs would cost all together.
struct PeerWhy: Sendable {
  let page: WhyPage
  let answer: MatchingAnswers.PeerAnswer

  @HTMLBuilder var markup: HTML {
    Card.of("Why") {
      p { sentence }
      if let peer = answer.peer { page.points(peer) }
    }
    if !answer.others.isEmpty { others }
  }

  private var sentence: String {
    if answer.isLocked { return "You set this pair by hand." }
    if answer.peer != nil {
      return "This pair is part of the best pairs for all: \(page.mentor(answer.peer))."
    }
    return answer.others.isEmpty
      ? WithoutMentor.Reason.noAllowedPair.sentence : WithoutMentor.Reason.leftOver.sentence
  }

  private var others: HTML {
    Card.of("What else would be possible") {
      ul(.class("list")) {
        for one in answer.others {
          li {
            span {
              bdi { page.mentor(one.person) }
              ": \(Figures.counted(one.points, "point", "points")) for the pair; " + cost(one)
            }
          }
        }
      }
    }
  }

  private func cost(_ other: MatchingAnswers.PeerAnswer.Other) -> String {
    let (people, points) = other.loss
    let fewer =
      people > 0
      ? Figures.counted(people, "person less in a pair, ", "people less in a pair, ") : ""
    if points == 0 { return fewer + "as good for all" }
    let word = points > 0 ? "less" : "more"
    return fewer + Figures.counted(abs(points), "point", "points") + " \(word) for all"
  }
}
