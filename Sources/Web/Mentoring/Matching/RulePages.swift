import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

extension MentoringPart {
  /// The words to choose from, who judges, and whom someone would rather not meet.
  func registerRules(in routes: inout Routes) {
    routes.form(MentoringPath.terms, .mentoringOffice) { visit, _, state, reader in
      Self.termsPage(try MentoringTerm.all(viewer: visit.viewer, reader: reader), visit, state)
    } change: { visit, _, fields, writer in
      guard let kind = MentoringTerm.Kind(rawValue: fields["kind"]) else {
        throw Problems(field: "kind", "Choose what it is.")
      }
      try MentoringTerm.add(
        fields["name"], to: kind, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(MentoringPath.terms.location(), saying: "Added.")
    }
    routes.button(MentoringPath.retireTerm, .mentoringOffice) { visit, id, _, writer in
      try MentoringTerm.retire(id, by: visit.viewer, writer: writer)
      return .redirect(
        MentoringPath.terms.location(),
        saying: "It cannot be chosen any more. Whoever chose it keeps it.")
    }
    registerJudges(in: &routes)
    registerApart(in: &routes)
  }

  private static func termsPage(_ terms: [MentoringTerm], _ visit: Visit, _ state: FormState)
    -> Page
  {
    Page(
      "Words to choose from", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: "People choose from these when they enroll, in every mentoring program."
    ) {
      for kind in MentoringTerm.Kind.allCases {
        let some = terms.filter { $0.kind == kind }
        Card.of(MentoringWords.kind(kind).heading) {
          if some.isEmpty { p(.class("soft")) { "None yet. It is not asked." } }
          ul(.class("list")) {
            for term in some {
              li {
                bdi { term.name }
                Form.button(
                  visit, "Take away", MentoringPath.retireTerm.location(term.id),
                  style: "btn small")
              }
            }
          }
        }
      }
      Card.of("Add one") {
        Form.of(visit, MentoringPath.terms.location(), state) {
          Field("kind", "What it is").choice(
            state,
            [("", "Choose")]
              + MentoringTerm.Kind.allCases.map { ($0.rawValue, MentoringWords.kind($0).one) })
          Field("name", "Word", seenBy: "everyone who signs in").text(state)
          Form.acts("Add")
        }
      }
    }
  }

  private func registerJudges(in routes: inout Routes) {
    routes.form(MentoringPath.judges, .mentoringOffice) { visit, _, state, reader in
      try JudgesPage(visit, state, reader).page
    } change: { visit, _, fields, writer in
      let judge = try JudgesPage.judge(fields, visit, writer)
      try judge.note(by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.judges.location(), saying: "Noted.")
    }
    routes.button(MentoringPath.removeJudge, .mentoringOffice) { visit, _, fields, writer in
      guard let program = ProgramID(given: fields["program"]),
        let person = PersonID(given: fields["person"]),
        let part = Judge.Part(rawValue: fields["part"])
      else { throw Absent() }
      try Judge(person, as: part, in: program).remove(by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.judges.location(), saying: "Taken away.")
    }
  }

  private func registerApart(in routes: inout Routes) {
    routes.form(MentoringPath.apart, .signedIn) { visit, _, state, reader in
      Self.apartPage(
        try Avoidance.own(viewer: visit.viewer, reader: reader), visit, state)
    } change: { visit, _, fields, writer in
      let other = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      try Mending.refusals {
        try Avoidance.add(other, by: visit.viewer, writer: writer)
      }
      return .redirect(
        MentoringPath.apart.location(), saying: "You are never matched with this person.")
    }
    routes.button(MentoringPath.removeApart, .signedIn) { visit, _, fields, writer in
      guard let other = PersonID(given: fields["person"]) else { throw Absent() }
      try Avoidance.remove(other, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.apart.location(), saying: "Taken off the list.")
    }
  }

  private static func apartPage(
    _ people: [Avoidance], _ visit: Visit, _ state: FormState
  ) -> Page {
    Page(
      "Whom you would rather not meet", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: """
        You are never matched with them, nor come into a group with them. Nobody else sees this \
        list. Who matches may notice that a rule keeps two people apart, and is not told which.
        """
    ) {
      if people.isEmpty {
        EmptyState.of("Nobody is on your list", "Most people need none.", isDone: true)
      } else {
        ul(.class("list")) {
          for one in people {
            li {
              bdi { one.name }
              Form.button(
                visit, "Take off", MentoringPath.removeApart.location(), style: "btn small",
                hidden: [("person", one.person.text)])
            }
          }
        }
      }
      Card.of("Add someone") {
        Form.of(visit, MentoringPath.apart.location(), state) {
          Field(
            PersonPick.field, "Name or mail address", seenBy: "you alone",
            hint: "No reason is asked."
          ).text(state, type: "text", .named("autocomplete", "off"))
          Form.acts("Add")
        }
      }
    }
  }
}

/// Who judges the trainees of which program.
struct JudgesPage: Sendable {
  let visit: Visit
  let judges: [Judge]
  let names: [PersonID: String]
  let programs: [ProgramID: String]
  let state: FormState

  init(_ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    judges = try Judge.all(viewer: viewer, reader: reader)
    names = try Directory.names(of: judges.map(\.person), reader: reader)
    programs = try Judge.programs(judges, viewer: viewer, reader: reader)
  }

  /// Reads what was typed.
  static func judge(
    _ fields: FormFields, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Judge {
    guard let part = Judge.Part(rawValue: fields["part"]) else {
      throw Problems(field: "part", "Choose how they judge.")
    }
    let person = try PersonPick.find(
      fields[PersonPick.field], viewer: visit.viewer, reader: reader)
    let program = try ProgramPick.find(
      fields[ProgramPick.field], viewer: visit.viewer, reader: reader)
    return Judge(person, as: part, in: program)
  }

  var page: Page {
    Page(
      "Who judges", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: visit.words(
        "Whoever judges the {trainees} of {a program} is never matched with one of them. Directors "
          + "and coordinators need not be named.")
    ) {
      if judges.isEmpty {
        EmptyState.of("Nobody is named yet", "Add the clinical competency committees.")
      } else {
        ul(.class("list")) { for judge in judges { line(judge) } }
      }
      Card.of("Add someone") {
        Form.of(visit, MentoringPath.judges.location(), state) {
          Field(PersonPick.field, "Name or mail address")
            .text(state, type: "text", .named("autocomplete", "off"))
          Field(ProgramPick.field, visit.words("{Program}")).text(state)
          Field("part", "How they judge").choice(
            state,
            [("", "Choose")] + Judge.Part.allCases.map { ($0.rawValue, MentoringWords.judge($0)) })
          Form.acts("Add")
        }
      }
    }
  }

  private func line(_ judge: Judge) -> HTML {
    li {
      span {
        bdi { names[judge.person] ?? "" }
        ", \(MentoringWords.judge(judge.part)), \(programs[judge.program] ?? "")"
      }
      Form.button(
        visit, "Take away", MentoringPath.removeJudge.location(), style: "btn small",
        hidden: [
          ("program", judge.program.text), ("person", judge.person.text),
          ("part", judge.part.rawValue),
        ])
    }
  }
}
