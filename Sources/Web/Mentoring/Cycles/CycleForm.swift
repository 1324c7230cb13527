import HTML
import Kernel
import Matching
import Mentoring
import SQLStore

/// Beginning a cycle, or changing what is planned for it.
struct CycleForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location
  let cancel: Location

  private typealias Name = CycleDraft.Field

  var markup: HTML {
    Form.of(visit, action, state) {
      Field(Name.title, "Title", seenBy: Self.everybody, hint: "Such as “2026–27”.").text(state)
      Field(Name.audience, "Who may look for a mentor", seenBy: Self.everybody).picks(
        state,
        MentoringCycle.Audience.allCases.map {
          ($0.rawValue, visit.words(MentoringWords.audience($0)), nil)
        })
      Field(Name.shape, "In which shape people meet", seenBy: Self.everybody).picks(
        state,
        MentoringCycle.Shape.allCases.map { one in
          let (label, hint) = MentoringWords.shape(one)
          return (one.rawValue, label, hint)
        })
      Field(Name.mode, "How people come together", seenBy: Self.everybody).picks(
        state,
        MentoringCycle.Mode.allCases.map { one in
          let (label, hint) = MentoringWords.mode(one)
          return (one.rawValue, visit.words(label), hint)
        })
      day(Name.enrollFrom, "First day of enrollment")
      day(Name.enrollUntil, "Last day of enrollment")
      day(Name.beginsOn, "First day of the pairs")
      day(Name.endsOn, "Last day of the pairs")
      number(Name.meetEvery, "Weeks between two meetings")
      number(Name.declineDays, "Days in which either side may decline")
      number(Name.mostMentees, "People one mentor takes at most")
      number(Name.mostRequests, "Requests of one mentee that are open at a time")
      number(Name.answerDays, "Days in which a mentor answers a request")
      Field(Name.objective, "What the best matching is", seenBy: Self.everybody).picks(
        state,
        Objective.allCases.map { one in
          let (label, hint) = MentoringWords.objective(one)
          return (one.rawValue, label, hint)
        })
      Field(
        Name.experience, "Counsel's reference for asking about shared experience",
        seenBy: visit.words("the {office}"),
        hint: "Left empty it is not asked. What people write is never counted.",
        isOptional: true
      ).text(state)
      Form.acts("Save", cancel: cancel)
    }
  }

  private static let everybody = "everyone who signs in"

  private func day(_ name: String, _ label: String) -> HTML {
    Field(name, label, seenBy: Self.everybody).text(state, type: "date")
  }

  private func number(_ name: String, _ label: String) -> HTML {
    Field(name, label, seenBy: Self.everybody)
      .text(state, .named("inputmode", "numeric"), .named("size", "4"))
  }

  /// What the form begins with for a plan.
  static func fields(_ draft: CycleDraft) -> [(name: String, value: String)] {
    let plan = draft.plan
    return [
      (Name.title, draft.title), (Name.audience, plan.audience.rawValue),
      (Name.shape, plan.shape.rawValue), (Name.mode, plan.mode.rawValue),
      (Name.mostRequests, String(plan.mostRequests)),
      (Name.answerDays, String(plan.answerDays)),
      (Name.enrollFrom, plan.enrollFrom.text), (Name.enrollUntil, plan.enrollUntil.text),
      (Name.beginsOn, plan.beginsOn.text), (Name.endsOn, plan.endsOn.text),
      (Name.meetEvery, String(plan.meetEvery)), (Name.declineDays, String(plan.declineDays)),
      (Name.mostMentees, String(plan.mostMentees)),
      (Name.experience, plan.experienceReference ?? ""),
      (Name.objective, plan.objective.rawValue),
    ]
  }

  /// What an empty form begins with: a month of enrollment, pairs from two weeks later for a year.
  static func usual(on today: Day) -> CycleDraft {
    CycleDraft(
      title: "",
      plan: MentoringCycle.Plan(
        enrollFrom: today, enrollUntil: today.adding(days: 30),
        beginsOn: today.adding(days: 45), endsOn: today.adding(days: 45 + 364)))
  }
}

extension MentoringPart {
  func registerCycles(in routes: inout Routes) {
    routes.page(MentoringPath.cycle, .signedIn) { visit, id, reader in
      .page(try CyclePage(id, visit, reader).page)
    }
    routes.form(MentoringPath.begin, .mentoringOffice) { visit, id, state, reader in
      let program = try MentoringProgram.find(id, viewer: visit.viewer, reader: reader)
      let usual = CycleForm.usual(on: visit.viewer.today)
      return Self.page(
        "Begin a cycle", program.name,
        CycleForm(
          visit: visit, state: PersonForm.filled(state, CycleForm.fields(usual)),
          action: MentoringPath.begin.location(id),
          cancel: MentoringPath.program.location(id)))
    } change: { visit, id, fields, writer in
      let draft = try CycleDraft { fields[$0] }
      let cycle = try Mending.refusals {
        try MentoringCycle.begin(
          draft, of: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.cycle.location(cycle), saying: "The cycle is there.")
    }
    registerChanges(in: &routes)
    routes.button(MentoringPath.move, .mentoringOffice) { visit, id, fields, writer in
      guard let next = MentoringCycle.State(rawValue: fields["to"]), next != .closed else {
        throw Absent()
      }
      try MentoringCycle.move(
        id, to: next, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(MentoringPath.cycle.location(id), saying: "Done.")
    }
    routes.form(MentoringPath.close, .mentoringOffice) { visit, id, state, reader in
      let cycle = try MentoringCycle.find(id, viewer: visit.viewer, reader: reader)
      return Self.closePage(cycle, visit, state)
    } change: { visit, id, _, writer in
      try Mending.refusals {
        try MentoringCycle.move(
          id, to: .closed, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.cycle.location(id), saying: "The cycle is closed.")
    }
  }

  private static func closePage(
    _ cycle: MentoringCycle, _ visit: Visit, _ state: FormState
  ) -> Page {
    Page("Close the cycle", in: .mentoring, under: CyclePage.crumbs(cycle)) {
      Form.of(visit, MentoringPath.close.location(cycle.id), state) {
        p {
          "Nothing changes in it from then on, and it is not opened again. Requests that are open "
            + "lapse. Everybody keeps what they wrote, and you keep its figures."
        }
        Form.acts("Close it", cancel: MentoringPath.cycle.location(cycle.id))
      }
    }
  }

  private func registerChanges(in routes: inout Routes) {
    routes.form(MentoringPath.changeCycle, .mentoringOffice) { visit, id, state, reader in
      let cycle = try MentoringCycle.find(id, viewer: visit.viewer, reader: reader)
      let kept = CycleDraft(title: cycle.title, plan: cycle.plan)
      return Self.page(
        "Edit the cycle", cycle.title,
        CycleForm(
          visit: visit, state: PersonForm.filled(state, CycleForm.fields(kept)),
          action: MentoringPath.changeCycle.location(id),
          cancel: MentoringPath.cycle.location(id)))
    } change: { visit, id, fields, writer in
      let draft = try CycleDraft { fields[$0] }
      try Mending.refusals {
        try MentoringCycle.change(id, draft, by: visit.viewer, writer: writer)
      }
      return .redirect(MentoringPath.cycle.location(id), saying: "Saved.")
    }
    routes.form(MentoringPath.clone, .mentoringOffice) { visit, id, state, reader in
      let cycle = try MentoringCycle.find(id, viewer: visit.viewer, reader: reader)
      return Self.clonePage(cycle, visit, state)
    } change: { visit, id, fields, writer in
      let next = try MentoringCycle.clone(
        id, by: visit.viewer, in: visit.world, writer: writer
      ) { fields[$0] }
      return .redirect(
        MentoringPath.cycle.location(next),
        saying: "The next cycle is there, with the same rules and weights.")
    }
  }

  private static func page(_ title: String, _ subtitle: String, _ form: CycleForm) -> Page {
    Page(title, in: .mentoring, under: MentoringPath.crumbs, subtitle: subtitle) { form.markup }
  }

  private static func clonePage(
    _ cycle: MentoringCycle, _ visit: Visit, _ state: FormState
  ) -> Page {
    let usual = [
      (CycleDraft.Field.title, ""),
      (CycleDraft.Field.enrollFrom, cycle.plan.enrollFrom.adding(days: 364).text),
    ]
    let filled = PersonForm.filled(state, usual)
    return Page(
      "Begin the next cycle", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Rules and weights stay as they were; all days move together."
    ) {
      Form.of(visit, MentoringPath.clone.location(cycle.id), filled) {
        Field(CycleDraft.Field.title, "Title", seenBy: "everyone who signs in").text(filled)
        Field(
          CycleDraft.Field.enrollFrom, "First day of enrollment",
          hint: "It was \(When.day(cycle.plan.enrollFrom)). The other days move as far."
        ).text(filled, type: "date")
        Form.acts("Begin it", cancel: MentoringPath.cycle.location(cycle.id))
      }
    }
  }
}
