import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// A pair, for the two of them and for whoever runs mentoring.
struct PairPage: Sendable {
  let visit: Visit
  let pair: MentoringPair
  let cycle: MentoringCycle
  /// What holds for whoever enrolls in the program now.
  let latest: Commitment
  /// What the viewer accepted; nil for whoever is not one of the two, or not enrolled any more.
  let accepted: Commitment?
  let names: [PersonID: String]
  /// What the other enrolled with; nil for whoever is not one of the two, and once it is over.
  let counterpart: Counterpart?
  /// What the two write for each other; nil for whoever is not one of them.
  let inside: InsidePairCards?

  init(_ id: ID<MentoringPair>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    pair = try MentoringPair.find(id, viewer: viewer, reader: reader)
    cycle = try MentoringCycle.find(pair.cycle, viewer: viewer, reader: reader)
    latest = try Commitment.latest(of: cycle.program, viewer: viewer, reader: reader)
    accepted =
      pair.isOne(viewer.person)
      ? try Commitment.accepted(in: cycle, viewer: viewer, reader: reader) : nil
    names = try Directory.names(of: [pair.mentee, pair.mentor], reader: reader)
    counterpart = try Counterpart.of(id, viewer: viewer, reader: reader)
    inside =
      pair.isOne(viewer.person)
      ? try InsidePairCards(pair, cycle, names: names, visit, reader) : nil
  }

  private var other: PersonID {
    pair.mentee == visit.viewer.person ? pair.mentor : pair.mentee
  }

  private var isOne: Bool { pair.isOne(visit.viewer.person) }

  private var mayDecline: Bool {
    isOne && pair.state == .active && visit.viewer.today <= pair.declineUntil
  }

  var page: Page {
    let (word, tone) = MentoringWords.pair(pair.state)
    return Page(
      title, in: .mentoring, under: CyclePage.crumbs(cycle), subtitle: "In “\(cycle.title)”"
    ) {
      p { Badge.of(word, tone) }
      if let inside, pair.state == .active, !inside.hasBegun { firstStep }
      Card.of("About the pair") {
        Facts.of([
          Facts.Line(words.mentee, person(pair.mentee)),
          Facts.Line(words.mentor, person(pair.mentor)),
          Facts.Line("Pairs meet", CycleFacts.pairs(cycle)),
          Facts.Line("Ended", pair.endedOn.map(When.day)),
        ])
      }
      if let counterpart {
        Card.of("What \(names[other] ?? "") enrolled with") {
          EnrollmentFacts(counterpart, in: cycle.plan.shape).markup
        }
      }
      if let inside { inside.markup }
      if !isOne, pair.state == .active { officeCard }
      commitments
      if mayDecline {
        Card.of("Not the right match?") {
          p {
            "You can decline until \(When.day(pair.declineUntil)). No reason is asked, and none is "
              + "given to the other."
          }
          a(.class("btn"), .href(MentoringPath.decline.location(pair.id))) { "Decline" }
        }
      }
    }
  }

  /// Each of the two reads what they accepted themselves; others, what everyone does now.
  @HTMLBuilder private var commitments: HTML {
    if let accepted {
      Card.of("What you promised") {
        Paragraphs.of(accepted.text)
        if accepted.version < latest.version {
          p(.class("soft")) {
            "There is a later version for whoever enrolls now. You keep to this one."
          }
        }
      }
    } else if !isOne {
      Card.of("What everyone promises") { Paragraphs.of(latest.text) }
    }
  }

  private var words: ShapeWords { ShapeWords(cycle.plan.shape) }

  private var title: String {
    if isOne {
      return MentoringWords.other(of: pair, for: visit.viewer.person) + (names[other] ?? "")
    }
    return "\(names[pair.mentee] ?? "") and \(names[pair.mentor] ?? "")"
  }

  /// What whoever runs mentoring can do for a pair.
  private var officeCard: HTML {
    Card.of(visit.words("For the {office}")) {
      p { "If the mentee goes on with somebody else, end this pair. Then match again." }
      a(.class("btn"), .href(MentoringPath.end.location(pair.id))) { "End the pair" }
    }
  }

  private func person(_ id: PersonID) -> HTML {
    a(.href(PeoplePath.person.location(id))) { bdi { names[id] ?? "" } }
  }

  private var firstStep: HTML {
    Card.of("First step") {
      if pair.mentee == visit.viewer.person {
        p { "You write first. Say hello and propose two or three times." }
      } else {
        p { "\(names[other] ?? "") writes first. Answer within a few days." }
      }
      p { a(.href(PeoplePath.person.location(other))) { "How to reach them" } }
    }
  }
}

extension MentoringPart {
  func registerPairs(in routes: inout Routes) {
    routes.page(MentoringPath.pair, .signedIn) { visit, id, reader in
      .page(try PairPage(id, visit, reader).page)
    }
    registerMeeting(in: &routes)
    routes.form(MentoringPath.decline, .signedIn) { visit, id, state, reader in
      let pair = try MentoringPair.find(id, viewer: visit.viewer, reader: reader)
      guard pair.isOne(visit.viewer.person) else { throw Absent() }
      return Page("Decline", in: .mentoring, under: MentoringPath.crumbs(id)) {
        Form.of(visit, MentoringPath.decline.location(id), state) {
          p { "The pair ends. The other is told so, and no reason." }
          p { visit.words("The {office} knows that you are free again.") }
          Form.acts("Decline", cancel: MentoringPath.pair.location(id))
        }
      }
    } change: { visit, id, _, writer in
      try Mending.refusals {
        try MentoringPair.decline(id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.pair.location(id), saying: "Declined. It is nobody's fault.")
    }
  }
}
