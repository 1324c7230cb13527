import HTML
import Kernel
import Mentoring
import SQLStore

/// A cycle: how far it is, what is planned, and the viewer's own enrollment.
struct CyclePage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let program: MentoringProgram
  let own: Enrollment?
  let chosen: [MentoringTerm]
  let places: Int
  let questionnaire: InstrumentCard

  init(_ id: ID<MentoringCycle>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    program = try MentoringProgram.find(cycle.program, viewer: viewer, reader: reader)
    own = try Enrollment.own(in: id, viewer: viewer, reader: reader)
    chosen = try own?.choices(viewer: viewer, reader: reader) ?? []
    places = try MentorCapacity.own(viewer: viewer, reader: reader)
    questionnaire = try InstrumentCard(cycle, visit, reader)
  }

  static func crumbs(_ cycle: MentoringCycle) -> [Page.Breadcrumb] {
    MentoringPath.crumbs + [
      Page.Breadcrumb(cycle.title, MentoringPath.cycle.location(cycle.id))
    ]
  }

  private var words: ShapeWords { ShapeWords(cycle.plan.shape) }

  private var takesEnrollments: Bool {
    (try? cycle.refuse(unlessTaking: own, on: visit.viewer.today)) != nil
  }

  var page: Page {
    Page(
      cycle.title, in: .mentoring,
      under: MentoringPath.crumbs + [
        Page.Breadcrumb(program.name, MentoringPath.program.location(program.id))
      ], actions: actions
    ) {
      Steps.of(
        ["Enrollment", "Matching", "Pairs meet", "Closed"],
        current: MentoringCycle.State.allCases.firstIndex(of: cycle.state) ?? 0,
        label: "How far the cycle is")
      ownCard
      questionnaire.markup
      facts
      if visit.viewer.mayRunMentoring { office }
    }
  }

  private var actions: HTML {
    guard visit.viewer.mayRunMentoring else { return .nothing }
    let edit =
      cycle.state == .open
      ? a(.class("btn"), .href(MentoringPath.changeCycle.location(cycle.id))) { "Edit" } : .nothing
    return .group([
      edit,
      a(.class("btn"), .href(MentoringPath.clone.location(cycle.id))) { "Begin the next one" },
    ])
  }

  @HTMLBuilder private var ownCard: HTML {
    if let own {
      let (word, tone) = MentoringWords.enrollment(own.state)
      Card.of("Your enrollment") {
        p { Badge.of(word, tone) }
        if own.state == .returned {
          NoticeBox.of(.warn, heading: visit.words("The {office} asks for a change")) {
            Paragraphs.of(own.reason)
          }
        }
        EnrollmentFacts(own, chosen, places: places, in: cycle.plan.shape).markup
        div(.class("acts")) {
          choosing(own)
          if takesEnrollments {
            a(.class("btn"), .href(MentoringPath.enroll.location(cycle.id))) {
              own.state == .returned ? "Change it and send it again" : "Change it"
            }
          }
          if cycle.state != .closed {
            a(.class("btn quiet"), .href(MentoringPath.withdraw.location(cycle.id))) {
              "Take it back"
            }
          }
        }
      }
    } else if takesEnrollments {
      Card.of("Take part") {
        p {
          visit.words(words.invitation)
          if cycle.state == .active { " The pairs are made already; you can still come to it." }
        }
        a(.class("btn primary"), .href(MentoringPath.enroll.location(cycle.id))) { "Enroll" }
      }
    } else {
      NoticeBox.of(
        .info,
        cycle.state == .matching
          ? "You are not enrolled. Enrollment is closed while the cycle is matched."
          : "You are not enrolled. Enrollment: \(CycleFacts.enrollment(cycle)).")
    }
  }

  /// Asking or ranking, for those who are approved.
  @HTMLBuilder private func choosing(_ own: Enrollment) -> HTML {
    if own.state == .approved, cycle.state == .matching || cycle.state == .active {
      switch cycle.plan.mode {
      case .office: HTML.nothing
      case .requests:
        if own.part.isMentee {
          link(MentoringPath.mentors.location(cycle.id), "Mentors whom you can ask")
        }
        link(MentoringPath.requests.location(), "Your requests")
      case .rankings:
        if own.part.isMentee, cycle.state == .matching {
          link(MentoringPath.rankMentors.location(cycle.id), "Rank mentors")
        }
        if own.part.isMentor, cycle.state == .matching {
          link(MentoringPath.rankMentees.location(cycle.id), "Rank mentees")
        }
      }
    }
  }

  private func link(_ location: Location, _ label: String) -> HTML {
    a(.class("btn primary"), .href(location)) { label }
  }

  private var facts: HTML {
    let plan = cycle.plan
    return Card.of("About it") {
      Facts.of([
        Facts.Line("Enrollment", CycleFacts.enrollment(cycle)),
        Facts.Line("Pairs meet", CycleFacts.pairs(cycle)),
        Facts.Line("How often", CycleFacts.every(plan.meetEvery)),
        Facts.Line(words.audience, visit.words(MentoringWords.audience(plan.audience))),
        Facts.Line(
          "Declining", "Within \(Figures.counted(plan.declineDays, "day", "days")), no reason asked"
        ),
        Facts.Line(
          "A mentor takes",
          plan.shape == .peers
            ? nil : "At most \(Figures.counted(plan.mostMentees, "person", "people"))"),
        Facts.Line("Shape", MentoringWords.shape(plan.shape).label),
        Facts.Line("Come together", visit.words(MentoringWords.mode(plan.mode).label)),
        Facts.Line(
          "Matched for",
          plan.mode == .office ? MentoringWords.objective(plan.objective).label : nil),
      ])
    }
  }

  private var office: HTML {
    Card.of(visit.words("For the {office}")) {
      div(.class("acts")) {
        a(.class("btn"), .href(MentoringPath.enrollments.location(cycle.id))) { "Enrollments" }
        a(.class("btn"), .href(MentoringPath.matching.location(cycle.id))) { "Matching" }
        a(.class("btn"), .href(MentoringPath.overview.location(cycle.id))) { "Overview" }
        a(.class("btn"), .href(MentoringPath.certificates.location(cycle.id))) { "Certificates" }
        for next in cycle.following where next != .closed {
          Form.button(
            visit, label(next), MentoringPath.move.location(cycle.id),
            hidden: [("to", next.rawValue)])
        }
        if cycle.following.contains(.closed) {
          a(.class("btn danger"), .href(MentoringPath.close.location(cycle.id))) {
            "Close the cycle"
          }
        }
      }
    }
  }

  private func label(_ state: MentoringCycle.State) -> String {
    switch state {
    case .open: "Back to enrollment"
    case .matching: "Go on to matching"
    case .active: "Pairs meet"
    case .closed: "Closed"
    }
  }
}
