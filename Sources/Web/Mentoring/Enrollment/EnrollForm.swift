import HTML
import Kernel
import Mentoring
import SQLStore

/// Enrolling in a cycle, or changing what one enrolled with.
struct EnrollForm: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let commitment: Commitment
  let terms: [MentoringTerm]
  let state: FormState
  let isFirst: Bool
  /// The change for which the office asks, which has time after enrollment; nil for none.
  let asked: String?
  /// The cycle from which the form is filled in; nil where it is not.
  let earlier: MentoringCycle?

  private typealias Name = EnrollmentDraft.Field

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let own = try Enrollment.own(in: id, viewer: viewer, reader: reader)
    try cycle.refuse(unlessTaking: own, on: viewer.today)
    commitment = try Commitment.latest(of: cycle.program, viewer: viewer, reader: reader)
    terms = try MentoringTerm.all(viewer: viewer, reader: reader)
    isFirst = own == nil
    asked = own.flatMap { $0.state == .returned ? $0.reason : nil }
    let last = isFirst ? try Enrollment.last(besides: id, viewer: viewer, reader: reader) : nil
    earlier = try last.map { try MentoringCycle.find($0.cycle, viewer: viewer, reader: reader) }
    let chosen = try (own ?? last)?.choices(viewer: viewer, reader: reader) ?? []
    let places = try MentorCapacity.own(viewer: viewer, reader: reader)
    let usual = (name: Name.places, value: String(max(1, places)))
    self.state = PersonForm.filled(
      state,
      own.map { Self.fields(of: $0, chosen) + [(Name.places, String(places))] }
        ?? [usual] + Self.fields(of: last, chosen, in: earlier, for: cycle))
  }

  var page: Page {
    Page(
      isFirst ? "Enroll" : "Change your enrollment", in: .mentoring,
      under: CyclePage.crumbs(cycle),
      subtitle: asked != nil
        ? "You can send it again until \(When.day(cycle.plan.endsOn))."
        : "Enrollment is open until \(When.day(cycle.enrollsUntil))."
    ) {
      if let asked {
        NoticeBox.of(.warn, heading: visit.words("The {office} asks for a change")) {
          Paragraphs.of(asked)
        }
      }
      if let earlier {
        p(.class("soft")) {
          "Filled in from what you enrolled with in “"
          bdi { earlier.title }
          "”. Look it over, and change what is no longer so."
        }
      }
      Form.of(visit, MentoringPath.enroll.location(cycle.id), state) {
        if cycle.plan.shape != .peers {
          parts
          places
        }
        for kind in MentoringTerm.Kind.allCases { choices(kind) }
        week
        Field(
          Name.goals, "What you hope for", seenBy: pairAndOffice,
          hint: "A few sentences. Nothing about patients.", isOptional: true
        ).lines(state, rows: 5)
        if cycle.plan.experienceReference != nil { experience }
        promise
        Form.acts(
          isFirst ? "Enroll" : "Send the change",
          cancel: MentoringPath.cycle.location(cycle.id))
      }
    }
  }

  private var office: String { visit.words("the {office}") }
  private var pairAndOffice: String {
    switch cycle.plan.mode {
    case .office: visit.words("the {office}; then whom you are matched with")
    case .rankings:
      visit.words("the {office}; once approved, all of the other side, who rank each other")
    case .requests:
      visit.words("the {office}; of mentors, once approved, all mentees; of mentees, whom they ask")
    }
  }

  private var places: HTML {
    PlacesPage.field(
      "For mentors. This cycle fills \(cycle.plan.mostMentees) of them at most.", visit
    ).text(state, .named("inputmode", "numeric"), .named("size", "4"))
  }

  private var parts: HTML {
    let canSeek = visit.words(MentoringWords.audience(cycle.plan.audience))
    return Field(Name.part, "Your part", seenBy: pairAndOffice).picks(
      state,
      [
        (Enrollment.Part.mentee.rawValue, "I look for a mentor", "Open to: \(canSeek)."),
        (Enrollment.Part.mentor.rawValue, "I would mentor someone", nil),
        (Enrollment.Part.both.rawValue, "Both", "Never with yourself."),
      ])
  }

  @HTMLBuilder private func choices(_ kind: MentoringTerm.Kind) -> HTML {
    let some = terms.filter { $0.kind == kind }
    if !some.isEmpty {
      fieldset(.class("field")) {
        legend { MentoringWords.kind(kind).heading }
        p(.class("sees")) { "Seen by: " + pairAndOffice }
        div(.class("picks")) {
          for term in some {
            Tick.of(
              Name.term + term.id.text, value: Name.yes, term.name,
              isOn: state.fields[Name.term + term.id.text] == Name.yes)
          }
        }
      }
    }
  }

  private var week: HTML {
    fieldset(.class("field")) {
      legend { "Hours that suit you" }
      p(.class("sees")) { "Seen by: " + pairAndOffice }
      p(.class("hint")) { "By the clock of \(visit.settings.timeZoneName)." }
      div(.class("week")) {
        span()
        for day in MentoringWords.days {
          span(.aria(.hidden, "true")) { String(day.prefix(2)) }
        }
        for block in 0..<WeekHours.blocks {
          span(.class("num"), .aria(.hidden, "true")) { MentoringWords.hours(block) }
          for day in 0..<WeekHours.days { box(day, block) }
        }
      }
    }
  }

  private func box(_ day: Int, _ block: Int) -> HTML {
    let name = EnrollmentDraft.field(day: day, block: block)
    return HTML.element(
      "label", [],
      [
        span(.class("vh")) { "\(MentoringWords.days[day]), \(MentoringWords.hours(block))" },
        input(
          .type("checkbox"), .name(name), .value(Name.yes),
          .flag("checked", state.fields[name] == Name.yes)),
      ])
  }

  private var experience: HTML {
    Field(
      Name.experience, "Shared experience that you would like in a pair", seenBy: office,
      hint: "Only if you wish. Nothing counts it, and it is not asked what you are.",
      isOptional: true
    ).lines(state, rows: 3)
  }

  private var promise: HTML {
    fieldset(.class("field"), .id(Name.commitment)) {
      legend { "What everyone promises" }
      Paragraphs.of(commitment.text)
      let wrong = state.problems.of(Name.commitment)
      if !wrong.isEmpty { p(.class("error")) { wrong.joined(separator: " ") } }
      Tick.of(
        Name.commitment, value: String(commitment.version), "I keep to this",
        isOn: state.fields[Name.commitment] == String(commitment.version))
    }
  }

  /// What the form begins with for someone who is enrolled, but for their places.
  private static func fields(
    of own: Enrollment, _ chosen: [MentoringTerm]
  ) -> [(name: String, value: String)] {
    let hours = (0..<WeekHours.days).flatMap { day in
      (0..<WeekHours.blocks).filter { own.hours.has(day: day, block: $0) }
        .map { (EnrollmentDraft.field(day: day, block: $0), Name.yes) }
    }
    return [
      (Name.part, own.part.rawValue), (Name.goals, own.goals),
      (Name.experience, own.experience), (Name.commitment, String(own.commitment)),
    ] + chosen.map { (Name.term + $0.id.text, Name.yes) } + hours
  }

  /// What the form begins with for someone who enrolled in another cycle. What each cycle asks
  /// anew is left out: the promise, what they would share, and among peers nobody chose a part.
  /// What they hoped for was written for those who read it there, who are others in another mode.
  private static func fields(
    of last: Enrollment?, _ chosen: [MentoringTerm], in earlier: MentoringCycle?,
    for cycle: MentoringCycle
  ) -> [(name: String, value: String)] {
    guard let last, let earlier else { return [] }
    let isPeer = earlier.plan.shape == .peers
    let hasSameReaders = earlier.plan.mode == cycle.plan.mode
    let anew =
      [Name.commitment, Name.experience] + (isPeer ? [Name.part] : [])
      + (hasSameReaders ? [] : [Name.goals])
    return fields(of: last, chosen).filter { !anew.contains($0.name) }
  }
}

extension MentoringPart {
  func registerEnrolling(in routes: inout Routes) {
    routes.form(MentoringPath.enroll, .signedIn) { visit, id, state, reader in
      try EnrollForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let cycle = try MentoringCycle.find(id, viewer: visit.viewer, reader: writer)
      let draft = try EnrollmentDraft(
        typed: { fields[$0] }, terms: try MentoringTerm.all(viewer: visit.viewer, reader: writer),
        plan: cycle.plan)
      try Mending.refusals {
        try Enrollment.submit(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        MentoringPath.cycle.location(id), saying: "Sent. The {office} looks at it next.")
    }
    routes.form(MentoringPath.withdraw, .signedIn) { visit, id, state, reader in
      let cycle = try MentoringCycle.find(id, viewer: visit.viewer, reader: reader)
      guard try Enrollment.own(in: id, viewer: visit.viewer, reader: reader) != nil else {
        throw Absent()
      }
      return Self.withdrawPage(cycle, visit, state)
    } change: { visit, id, _, writer in
      try Enrollment.withdraw(from: id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(MentoringPath.cycle.location(id), saying: "Your enrollment is taken back.")
    }
  }

  private static func withdrawPage(
    _ cycle: MentoringCycle, _ visit: Visit, _ state: FormState
  ) -> Page {
    Page("Take your enrollment back", in: .mentoring, under: CyclePage.crumbs(cycle)) {
      Form.of(visit, MentoringPath.withdraw.location(cycle.id), state) {
        p {
          "You are not matched then. If you have a pair in this cycle, it ends, and the other is "
            + "told without a reason."
        }
        Form.acts("Take it back", cancel: MentoringPath.cycle.location(cycle.id))
      }
    }
  }
}
