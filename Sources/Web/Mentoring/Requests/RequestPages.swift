import HTML
import Kernel
import Mentoring
import SQLStore

/// What the viewer asked, and was asked.
struct RequestsPage: Sendable {
  let visit: Visit
  let requests: [MentoringRequest]
  let titles: [ID<MentoringCycle>: String]
  /// What those enrolled with who ask the viewer and wait.
  let asking: [ID<Enrollment>: Prospect]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    requests = try MentoringRequest.own(viewer: visit.viewer, reader: reader)
    let cycles = try Set(requests.map(\.cycle)).map {
      try MentoringCycle.find($0, viewer: visit.viewer, reader: reader)
    }
    titles = Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0.title) })
    let waiting = requests.filter { $0.side == .mentor && $0.state == .open }
    let prospects = try cycles.filter { cycle in waiting.contains { $0.cycle == cycle.id } }
      .flatMap { try Prospect.all(.mentee, in: $0, viewer: visit.viewer, reader: reader) }
    asking = Dictionary(
      prospects.filter { one in waiting.contains { $0.mentee == one.enrollment } }
        .map { ($0.enrollment, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var page: Page {
    let (received, asked) = (
      requests.filter { $0.side == .mentor }, requests.filter { $0.side == .mentee }
    )
    return Page("Requests", in: .mentoring, under: MentoringPath.crumbs) {
      if requests.isEmpty {
        EmptyState.of("No requests", "Where mentees ask mentors, requests stand here.")
      }
      if !received.isEmpty {
        h2 { "You were asked" }
        for one in received { card(one) }
      }
      if !asked.isEmpty {
        h2 { "You asked" }
        for one in asked { card(one) }
      }
    }
  }

  private func card(_ one: MentoringRequest) -> HTML {
    let (word, tone) = MentoringWords.request(one.state)
    return Card.of(one.other) {
      p { Badge.of(word, tone) }
      p(.class("soft")) {
        "“\(titles[one.cycle] ?? "")”"
          + (one.state == .open ? ", to be answered until \(When.day(one.answerUntil))" : "")
      }
      Paragraphs.of(one.message)
      if one.side == .mentor, one.state == .open, let prospect = asking[one.mentee] {
        ProspectFacts.of(prospect)
      }
      if one.state == .open { acts(one) }
    }
  }

  private func acts(_ one: MentoringRequest) -> HTML {
    div(.class("acts")) {
      if one.side == .mentor {
        Form.button(
          visit, "Accept", MentoringPath.accept.location(one.id), style: "btn primary")
        Form.button(visit, "Decline", MentoringPath.declineRequest.location(one.id))
      } else {
        Form.button(visit, "Take it back", MentoringPath.takeBackRequest.location(one.id))
      }
    }
  }
}

/// The mentors of a cycle whom the viewer can ask, with those first who share most.
struct MentorsPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let prospects: [Prospect]
  let asked: Set<ID<Enrollment>>

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    guard cycle.plan.mode == .requests,
      let own = try Enrollment.own(in: id, viewer: viewer, reader: reader),
      own.state == .approved, own.part.isMentee
    else { throw Absent() }
    prospects = try Prospect.all(.mentor, in: cycle, viewer: viewer, reader: reader)
    asked = Set(
      try MentoringRequest.own(viewer: viewer, reader: reader)
        .filter { $0.side == .mentee && [.open, .accepted, .declined].contains($0.state) }
        .map(\.mentor))
  }

  var page: Page {
    Page(
      "Mentors", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Ask up to \(cycle.plan.mostRequests) at a time. Each answers within "
        + Figures.counted(cycle.plan.answerDays, "day", "days") + "."
    ) {
      if prospects.isEmpty {
        EmptyState.of(
          "Nobody to ask at present", "Come back when more mentors have enrolled and are approved.")
      }
      for one in prospects { card(one) }
    }
  }

  private func card(_ one: Prospect) -> HTML {
    Card.of(one.name) {
      ProspectFacts.of(one)
      if asked.contains(one.enrollment) {
        Badge.of("asked")
      } else if !one.hasPlace {
        Badge.of("no place left")
      } else if (try? cycle.refuse(unless: .ask, on: visit.viewer.today)) != nil {
        a(.class("btn"), .href(MentoringPath.ask.location(one.enrollment))) {
          bdi { "Ask \(one.name)" }
        }
      }
    }
  }
}

/// What someone reads of those whom they can choose from.
enum ProspectFacts {
  static func of(_ one: Prospect) -> HTML {
    let hours = MentoringWords.hours(one.hours)
    guard !one.goals.isEmpty || !one.chosen.isEmpty || !hours.isEmpty else {
      return p(.class("soft")) { "They chose nothing to show." }
    }
    return Facts.of([
      Facts.Line(
        "You share",
        one.shared.isEmpty ? nil : one.shared.map(\.name).joined(separator: ", ")),
      Facts.Line("Hopes", one.goals.isEmpty ? nil : Paragraphs.of(one.goals)),
      Facts.Line(
        "Chosen", one.chosen.isEmpty ? nil : one.chosen.map(\.name).joined(separator: ", ")),
      Facts.Line("Hours", hours.isEmpty ? nil : hours.joined(separator: "; ")),
    ])
  }
}

extension MentoringPart {
  /// Where mentees ask mentors.
  func registerRequests(in routes: inout Routes) {
    routes.page(MentoringPath.requests, .signedIn) { visit, _, reader in
      .page(try RequestsPage(visit, reader).page)
    }
    routes.page(MentoringPath.mentors, .signedIn) { visit, id, reader in
      .page(try MentorsPage(id, visit, reader).page)
    }
    registerAsking(in: &routes)
    routes.button(MentoringPath.accept, .signedIn) { visit, id, _, writer in
      try MentoringRequest.accept(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        MentoringPath.start.location(), saying: "You are a pair. Both of you are told.")
    }
    routes.button(MentoringPath.declineRequest, .signedIn) { visit, id, _, writer in
      try MentoringRequest.decline(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        MentoringPath.requests.location(), saying: "Declined. No reason is given.")
    }
    routes.button(MentoringPath.takeBackRequest, .signedIn) { visit, id, _, writer in
      try MentoringRequest.takeBack(id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.requests.location(), saying: "Taken back.")
    }
  }

  private func registerAsking(in routes: inout Routes) {
    routes.form(MentoringPath.ask, .signedIn) { visit, id, state, reader in
      let asked = try Prospect.find(id, viewer: visit.viewer, reader: reader)
      return Page(
        "Ask a mentor", in: .mentoring, under: CyclePage.crumbs(asked.cycle),
        subtitle: "In “\(asked.cycle.title)”"
      ) {
        Card.of(asked.prospect.name) { ProspectFacts.of(asked.prospect) }
        Form.of(visit, MentoringPath.ask.location(id), state) {
          Field(
            RequestDraft.field, "What you hope for", seenBy: "the mentor whom you ask",
            hint: "A few lines. The mentor also sees what you enrolled with."
          ).lines(state)
          Form.acts("Ask", cancel: MentoringPath.mentors.location(asked.cycle.id))
        }
      }
    } change: { visit, id, fields, writer in
      _ = try Prospect.find(id, viewer: visit.viewer, reader: writer)
      let draft = try RequestDraft(to: id) { fields[$0] }
      try Mending.refusals {
        try MentoringRequest.ask(draft, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.requests.location(), saying: "Asked.")
    }
  }
}
