import HTML
import Kernel
import Mentoring
import SQLStore

/// Ranking those of the other side, without a script: a place each.
struct RankingPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let side: PairSide
  let prospects: [Prospect]
  let state: FormState

  init(
    _ id: ID<MentoringCycle>, _ side: PairSide, _ visit: Visit, _ state: FormState,
    _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.side = side
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    guard cycle.plan.mode == .rankings,
      let own = try Enrollment.own(in: id, viewer: viewer, reader: reader),
      own.state == .approved, own.ranks(side)
    else { throw Absent() }
    prospects = try Prospect.all(side, in: cycle, viewer: viewer, reader: reader)
    let kept = try Ranking.own(side, in: id, viewer: viewer, reader: reader)
    self.state = PersonForm.filled(
      state, kept.enumerated().map { (Ranking.field($0 + 1), $1.text) })
  }

  var page: Page {
    Page(
      side == .mentor ? "Rank mentors" : "Rank mentees", in: .mentoring,
      under: CyclePage.crumbs(cycle),
      subtitle: "Whom would you like best? Those whom you do not rank still count, after them."
    ) {
      if prospects.isEmpty {
        EmptyState.of("Nobody to rank yet", "Come back when others are approved.")
      } else {
        form
        for one in prospects { Card.of(one.name) { ProspectFacts.of(one) } }
      }
    }
  }

  private var form: HTML {
    let choices = [("", "Nobody")] + prospects.map { ($0.enrollment.text, $0.name) }
    return Form.of(visit, location, state) {
      for place in 1...Ranking.most {
        Field(
          Ranking.field(place), MentoringWords.place(place),
          seenBy: place == 1
            ? visit.words("the {office}, and never those whom you rank") : nil, isOptional: true
        ).choice(state, choices)
      }
      Form.acts("Keep the ranking", cancel: MentoringPath.cycle.location(cycle.id))
    }
  }

  private var location: Location {
    side == .mentor
      ? MentoringPath.rankMentors.location(cycle.id)
      : MentoringPath.rankMentees.location(cycle.id)
  }
}

extension MentoringPart {
  /// Where both sides rank.
  func registerRankings(in routes: inout Routes) {
    register(.mentor, at: MentoringPath.rankMentors, in: &routes)
    register(.mentee, at: MentoringPath.rankMentees, in: &routes)
  }

  private func register(
    _ side: PairSide, at path: SitePath<ID<MentoringCycle>>, in routes: inout Routes
  ) {
    routes.form(path, .signedIn) { visit, id, state, reader in
      try RankingPage(id, side, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try Ranking.keep(side, in: id, by: visit.viewer, writer: writer) { fields[$0] }
      }
      return .redirect(MentoringPath.cycle.location(id), saying: "Kept.")
    }
  }
}
