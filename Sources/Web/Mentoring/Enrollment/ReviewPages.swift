import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// One enrollment before the office.
struct EnrollmentPage: Sendable {
  let visit: Visit
  let enrollment: Enrollment
  let cycle: MentoringCycle
  let chosen: [MentoringTerm]
  let places: Int
  let name: String
  let state: FormState

  init(
    _ id: ID<Enrollment>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    enrollment = try Enrollment.find(id, viewer: viewer, reader: reader)
    cycle = try MentoringCycle.find(enrollment.cycle, viewer: viewer, reader: reader)
    chosen = try enrollment.choices(viewer: viewer, reader: reader)
    places = try MentorCapacity.of(enrollment, viewer: viewer, reader: reader)
    name =
      try Directory.names(of: [enrollment.person], reader: reader)[enrollment.person] ?? ""
  }

  var page: Page {
    let (word, tone) = MentoringWords.enrollment(enrollment.state)
    return Page(
      name, in: .mentoring,
      under: CyclePage.crumbs(cycle) + [
        Page.Breadcrumb("Enrollments", MentoringPath.enrollments.location(cycle.id))
      ], subtitle: "Enrolled in “\(cycle.title)”"
    ) {
      Card.of("What they wrote") {
        p { Badge.of(word, tone) }
        EnrollmentFacts(enrollment, chosen, places: places, in: cycle.plan.shape).markup
      }
      switch enrollment.state {
      case .submitted: decision
      case .approved: reconsideration
      case .returned, .withdrawn: Form.summary(state)
      }
    }
  }

  @HTMLBuilder private var decision: HTML {
    if enrollment.person == visit.viewer.person {
      NoticeBox.of(.info, "This is your own. A colleague decides about it.")
    } else {
      let read = EnrollmentTick.field(enrollment)
      Form.button(
        visit, "Approve", MentoringPath.approve.location(enrollment.id), style: "btn primary",
        hidden: [read])
      Card.of("Ask for a change") {
        Form.of(visit, MentoringPath.giveBack.location(enrollment.id), state) {
          input(.type("hidden"), .name(read.name), .value(read.value))
          reason
          Form.acts("Return it")
        }
      }
    }
  }

  /// Taking an approval back, for whoever is in no pair.
  @HTMLBuilder private var reconsideration: HTML {
    if enrollment.person != visit.viewer.person, cycle.state != .closed {
      let read = EnrollmentTick.field(enrollment)
      Card.of("Take the approval back") {
        Form.of(visit, MentoringPath.giveBack.location(enrollment.id), state) {
          input(.type("hidden"), .name(read.name), .value(read.value))
          input(.type("hidden"), .name(Self.approved), .value("yes"))
          p {
            "They are matched no more until you approve what they send again. Whoever is in a pair "
            "keeps it: end that first."
          }
          reason
          Form.acts("Return it")
        }
      }
    }
  }

  private var reason: HTML {
    Field("reason", "What should be changed", seenBy: visit.words("\(name) and the {office}"))
      .lines(state)
  }

  /// The name of the field that says that it was read as approved.
  fileprivate static let approved = "approved"
}

extension MentoringPart {
  func registerReview(in routes: inout Routes) {
    routes.page(MentoringPath.enrollments, .mentoringOffice) { visit, id, reader in
      .page(try EnrollmentsPage(id, visit, FormState(), reader).page)
    }
    routes.page(MentoringPath.enrollment, .mentoringOffice) { visit, id, reader in
      .page(try EnrollmentPage(id, visit, FormState(), reader).page)
    }
    routes.form(MentoringPath.approveSome, .mentoringOffice) { visit, id, state, reader in
      try EnrollmentsPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let read = try EnrollmentTick.ticked(fields)
      try Mending.refusals {
        try Enrollment.approve(read, in: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        MentoringPath.enrollments.location(id),
        saying: "Approved: \(Figures.counted(read.count, "enrollment", "enrollments")). "
          + "They are told.")
    }
    routes.button(MentoringPath.approve, .mentoringOffice) { visit, id, fields, writer in
      try Enrollment.decide(
        try EnrollmentTick.read(id, fields), .approve, by: visit.viewer, in: visit.world,
        writer: writer)
      return try Self.next(after: id, "Approved.", visit, writer)
    }
    routes.form(MentoringPath.giveBack, .mentoringOffice) { visit, id, state, reader in
      try EnrollmentPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let read = try EnrollmentTick.read(id, fields)
      let decision: Enrollment.Decision =
        fields[EnrollmentPage.approved] == "yes"
        ? .takeBackApproval(reason: fields["reason"]) : .giveBack(reason: fields["reason"])
      try Mending.refusals {
        try Enrollment.decide(
          read, decision, by: visit.viewer, in: visit.world, writer: writer)
      }
      return try Self.next(after: id, "Returned. They are told.", visit, writer)
    }
  }

  /// Leads on to the next one that waits.
  private static func next(
    after id: ID<Enrollment>, _ saying: String, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Reply {
    let cycle = try Enrollment.find(id, viewer: visit.viewer, reader: reader).cycle
    let next = try Enrollment.all(in: cycle, viewer: visit.viewer, reader: reader)
      .first { $0.state == .submitted && $0.person != visit.viewer.person }
    return .redirect(
      next.map { MentoringPath.enrollment.location($0.id) }
        ?? MentoringPath.enrollments.location(cycle),
      saying: next == nil ? saying : saying + " Here is the next one.")
  }
}
