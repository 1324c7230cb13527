import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

extension MentoringPart {
  /// What the two of a pair do together.
  func registerMeeting(in routes: inout Routes) {
    registerAgreement(in: &routes)
    registerGoals(in: &routes)
    registerCheckIns(in: &routes)
    registerNextMeeting(in: &routes)
    routes.button(MentoringPath.pulse, .signedIn) { visit, id, fields, writer in
      try Pulse.answer(
        id, fields["answer"], tellingOffice: fields["tells_office"] == "yes", by: visit.viewer,
        writer: writer)
      return .redirect(MentoringPath.start.location(), saying: "Thank you.")
    }
    routes.form(MentoringPath.end, .signedIn) { visit, id, state, reader in
      try Self.endPage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      guard let end = MentoringPair.State(rawValue: fields["as"]) else {
        throw Problems(field: "as", "Choose how it ends.")
      }
      try Mending.refusals {
        try MentoringPair.end(id, as: end, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.pair.location(id), saying: "The pair has ended.")
    }
  }

  private static func endPage(
    _ id: ID<MentoringPair>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let pair = try going(id, visit, reader)
    let choices: [(value: String, label: String, hint: String?)] =
      pair.isOne(visit.viewer.person)
      ? [
        (MentoringPair.State.completed.rawValue, "We are done", "It counts as completed."),
        (
          MentoringPair.State.endedEarly.rawValue, "It ends early",
          "You are not matched with each other again."
        ),
      ]
      : [
        (
          MentoringPair.State.transferred.rawValue, "The mentee goes on with somebody else",
          "Both are told that this pair has ended."
        )
      ]
    return Page("End the pair", in: .mentoring, under: MentoringPath.crumbs(id)) {
      Form.of(visit, MentoringPath.end.location(id), state) {
        p { "No reason is asked, and none is given." }
        Field("as", "How it ends").picks(state, choices)
        Form.acts("End it", cancel: MentoringPath.pair.location(id))
      }
    }
  }

  private func registerAgreement(in routes: inout Routes) {
    routes.form(MentoringPath.agree, .signedIn) { visit, id, state, reader in
      try Self.agreementPage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let draft = try AgreementDraft { fields[$0] }
      try Mending.refusals {
        try Agreement.propose(
          draft, for: id, toGroup: fields[CheckInDraft.Field.isForGroup] == CheckInDraft.Field.yes,
          by: (visit.viewer, visit.world), writer: writer)
      }
      return .redirect(
        MentoringPath.pair.location(id), saying: "You have signed it. The other is asked now.")
    }
    routes.button(MentoringPath.sign, .signedIn) { visit, id, fields, writer in
      try Agreement.sign(
        version: Int(fields["version"]) ?? 0, of: id, by: visit.viewer, in: visit.world,
        writer: writer)
      return .redirect(MentoringPath.pair.location(id), saying: "Signed by both of you.")
    }
    routes.button(MentoringPath.keepWhatHolds, .signedIn) { visit, id, fields, writer in
      try Agreement.keepWhatHolds(
        insteadOf: Int(fields["version"]) ?? 0, of: id, by: visit.viewer, in: visit.world,
        writer: writer)
      return .redirect(
        MentoringPath.pair.location(id), saying: "What you agreed on holds. The other is told.")
    }
  }

  private static func agreementPage(
    _ id: ID<MentoringPair>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    typealias Name = AgreementDraft.Field
    let latest = try Agreement.all(of: id, viewer: visit.viewer, reader: reader).first?.terms
    let pair = try going(id, visit, reader)
    let plan = try MentoringCycle.find(pair.cycle, viewer: visit.viewer, reader: reader).plan
    let isGroup = try leadsGroup(id, visit, reader)
    let filled = PersonForm.filled(
      state,
      [
        (Name.aims, latest?.aims ?? ""),
        (Name.meetEvery, String(latest?.meetEvery ?? plan.meetEvery)),
        (
          Name.confidence,
          latest?.confidence
            ?? "What we say stays between us, unless someone may come to harm."
        ),
        (Name.endsOn, (latest?.endsOn ?? plan.endsOn).text),
      ])
    return Page(
      "Your agreement", in: .mentoring, under: MentoringPath.crumbs(id),
      subtitle: "It holds once both have signed. A change is a new version that both sign again."
    ) {
      Form.of(visit, MentoringPath.agree.location(id), filled) {
        Field(Name.aims, "What we want to reach", seenBy: "the two of you").lines(filled)
        Field(Name.meetEvery, "Weeks between two meetings", seenBy: "the two of you")
          .text(filled, .named("inputmode", "numeric"), .named("size", "4"))
        Field(Name.confidence, "What stays between us", seenBy: "the two of you").lines(filled)
        Field(Name.endsOn, "Until", seenBy: "the two of you").text(filled, type: "date")
        if isGroup { groupTick(filled, "Propose the same to everyone of the group") }
        Form.acts("Sign and send", cancel: MentoringPath.pair.location(id))
      }
    }
  }

  /// A pair that goes on.
  /// - Throws: ``MentoringRefusal/pairIsOver`` for one that has ended.
  static func going(
    _ id: ID<MentoringPair>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> MentoringPair {
    let pair = try MentoringPair.find(id, viewer: visit.viewer, reader: reader)
    guard pair.state == .active else { throw MentoringRefusal.pairIsOver }
    return pair
  }

  /// Whether the viewer is the mentor of a group of several.
  /// - Throws: ``Absent`` for those who are not one of the pair.
  static func leadsGroup(
    _ id: ID<MentoringPair>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Bool {
    let others = try MentoringGroup.others(of: id, viewer: visit.viewer, reader: reader)
    let pair = try MentoringPair.find(id, viewer: visit.viewer, reader: reader)
    return !others.isEmpty && pair.mentor == visit.viewer.person
  }

  /// The box with which a mentor does something for the whole group.
  static func groupTick(_ state: FormState, _ label: String) -> HTML {
    typealias Name = CheckInDraft.Field
    return Tick.of(
      Name.isForGroup, value: Name.yes, label, isOn: state.fields[Name.isForGroup] == Name.yes)
  }

  private static func goalPage(
    _ pair: MentoringPair, _ names: [PersonID: String], _ visit: Visit, _ state: FormState
  ) -> Page {
    Page("Add a goal", in: .mentoring, under: MentoringPath.crumbs(pair.id)) {
      Form.of(visit, MentoringPath.addGoal.location(pair.id), state) {
        Field("title", "What is to be reached", seenBy: "the two of you").text(state)
        Field("owner", "Whose turn it is", seenBy: "the two of you").choice(
          state,
          [
            ("", "Choose"), (PairSide.mentee.rawValue, names[pair.mentee] ?? ""),
            (PairSide.mentor.rawValue, names[pair.mentor] ?? ""),
          ])
        Field("due_on", "Until", seenBy: "the two of you", isOptional: true)
          .text(state, type: "date")
        Form.acts("Add", cancel: MentoringPath.pair.location(pair.id))
      }
    }
  }

  private func registerGoals(in routes: inout Routes) {
    routes.form(MentoringPath.addGoal, .signedIn) { visit, id, state, reader in
      _ = try PairGoal.all(of: id, viewer: visit.viewer, reader: reader)
      let pair = try Self.going(id, visit, reader)
      let names = try Directory.names(of: [pair.mentee, pair.mentor], reader: reader)
      return Self.goalPage(pair, names, visit, state)
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try PairGoal.add(to: id, by: visit.viewer, in: visit.world, writer: writer) {
          fields[$0]
        }
      }
      return .redirect(MentoringPath.pair.location(id), saying: "Added.")
    }
    routes.button(MentoringPath.setGoal, .signedIn) { visit, id, fields, writer in
      let pair = try PairGoal.set(id, to: fields["state"], by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.pair.location(pair), saying: "Done.")
    }
  }

  private func registerCheckIns(in routes: inout Routes) {
    routes.form(MentoringPath.checkIn, .signedIn) { visit, id, state, reader in
      try Self.checkInPage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let draft = try CheckInDraft { fields[$0] }
      try Mending.refusals {
        try CheckIn.keep(draft, of: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.pair.location(id), saying: "Noted.")
    }
    routes.form(MentoringPath.note, .signedIn) { visit, id, state, reader in
      try Self.notePage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      typealias Name = CheckInDraft.Field
      var typed = TypedFields { fields[$0] }
      let text = typed.lines(Name.text, most: 10_000)
      try typed.problems.throwIfAny()
      let pair = try CheckIn.write(
        text ?? "", isShared: fields[Name.isShared] == Name.yes, of: id, by: visit.viewer,
        writer: writer)
      return .redirect(MentoringPath.pair.location(pair), saying: "Kept.")
    }
    routes.button(MentoringPath.takeBackCheckIn, .signedIn) { visit, id, _, writer in
      let pair = try CheckIn.takeBack(id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.pair.location(pair), saying: "Taken back.")
    }
  }

  private static func notePage(
    _ id: ID<CheckIn>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    typealias Name = CheckInDraft.Field
    let (pair, meeting) = try CheckIn.find(id, viewer: visit.viewer, reader: reader)
    let filled = PersonForm.filled(
      state,
      [
        (Name.text, meeting.own?.text ?? ""),
        (Name.isShared, meeting.own?.isShared == true ? Name.yes : ""),
      ])
    return Page(
      "Your note", in: .mentoring, under: MentoringPath.crumbs(pair),
      subtitle: "Of \(When.day(meeting.metOn)). Left empty, there is none."
    ) {
      Form.of(visit, MentoringPath.note.location(id), filled) {
        noteFields(filled)
        Form.acts("Keep it", cancel: MentoringPath.pair.location(pair))
      }
    }
  }

  @HTMLBuilder private static func noteFields(_ filled: FormState) -> HTML {
    Field(
      CheckInDraft.Field.text, "Your note", seenBy: "you alone, unless you share it below",
      hint: "Nothing about patients.", isOptional: true
    ).lines(filled, rows: 6)
    Tick.of(
      CheckInDraft.Field.isShared, value: CheckInDraft.Field.yes, "The other reads my note too",
      isOn: filled.fields[CheckInDraft.Field.isShared] == CheckInDraft.Field.yes)
  }

  private static func checkInPage(
    _ id: ID<MentoringPair>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    typealias Name = CheckInDraft.Field
    let isGroup = try Self.leadsGroup(id, visit, reader)
    _ = try going(id, visit, reader)
    let filled = PersonForm.filled(
      state, [(Name.metOn, visit.viewer.today.text), (Name.minutes, "30")])
    return Page("Note a meeting", in: .mentoring, under: MentoringPath.crumbs(id)) {
      Form.of(visit, MentoringPath.checkIn.location(id), filled) {
        Field(
          Name.metOn, "Day", seenBy: visit.words("the two of you, and the {office}")
        ).text(filled, type: "date")
        Field(
          Name.minutes, "Minutes",
          seenBy: visit.words(
            "the two of you; the {office} sees the mentor's hours of several meetings added up")
        ).text(filled, .named("inputmode", "numeric"), .named("size", "4"))
        Field(Name.manner, "How you met", seenBy: "the two of you").choice(
          filled,
          [("", "Choose")]
            + CheckIn.Manner.allCases.map { ($0.rawValue, MentoringWords.manner($0)) })
        noteFields(filled)
        if isGroup { Self.groupTick(filled, "The whole group met") }
        Form.acts("Note it", cancel: MentoringPath.pair.location(id))
      }
    }
  }
}
