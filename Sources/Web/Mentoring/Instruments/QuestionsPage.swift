import HTML
import Kernel
import Mentoring
import SQLStore

/// The questions of a cycle for one person: the form while they can answer, and what they answered.
struct QuestionsPage: Sendable {
  let visit: Visit
  let questions: Questions
  let state: FormState

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    self.visit = visit
    let questions = try Questions(of: id, viewer: visit.viewer, reader: reader)
    self.questions = questions
    self.state = PersonForm.filled(
      state,
      (questions.present?.points ?? []).enumerated().map { item, number in
        (AnswerSheet.field(of: item), String(number))
      })
  }

  private var sheet: InstrumentSheet { questions.instrument.sheet }
  private var id: ID<MentoringCycle> { questions.cycle.id }

  var page: Page {
    Page("A few questions", in: .mentoring, under: CyclePage.crumbs(questions.cycle)) {
      NoticeBox.of(
        .info,
        visit.words(
          "Voluntary, and nothing depends on it. Only you read your answers: the other of your "
            + "pair, {program} directors, administrators and the {office} do not. The {office} "
            + "gets means of groups that are large enough, once, \(AnswerMoment.days) days after "
            + "the last day of the pairs."))
      if let until = questions.until { answering(until) }
      for one in questions.own where one.moment != questions.moment { answered(one) }
      if !questions.own.isEmpty { deletion }
      p(.class("soft")) { "“\(sheet.name)”. \(sheet.source)" }
    }
  }

  private func answering(_ until: Day) -> HTML {
    Card.of(questions.present == nil ? "How much is it true?" : "Your answers now") {
      p { "\(InstrumentScale.words(sheet.scale)) You can change it until \(When.day(until))." }
      Form.of(visit, MentoringPath.questions.location(id), state) {
        for (number, item) in sheet.items.enumerated() { question(number, item) }
        Form.acts("Send", cancel: MentoringPath.cycle.location(id))
      }
    }
  }

  private func question(_ number: Int, _ item: InstrumentSheet.Item) -> HTML {
    let name = AnswerSheet.field(of: number)
    let wrong = state.problems.of(name)
    return fieldset(.class("field"), .id(name)) {
      legend { "\(number + 1). \(item.text)" }
      if !wrong.isEmpty { p(.class("error")) { wrong.joined(separator: " ") } }
      div(.class("inline")) {
        for point in sheet.scale.points { choice(name, point) }
      }
    }
  }

  private func choice(_ name: String, _ point: Int) -> HTML {
    HTML.element(
      "label", [.class("pick")],
      [
        input(
          .type("radio"), .name(name), .value(String(point)),
          .flag("checked", state.fields[name] == String(point))),
        span {
          String(point)
          span(.class("vh")) { ending(point) }
        },
      ])
  }

  /// What the first and the last number mean, for those who hear and do not see the line above.
  private func ending(_ point: Int) -> String {
    switch point {
    case sheet.scale.min: ", \(sheet.scale.minLabel)"
    case sheet.scale.max: ", \(sheet.scale.maxLabel)"
    default: ""
    }
  }

  private func answered(_ one: AnswerSheet) -> HTML {
    Card.of(one.moment == .before ? "What you answered before" : "What you answered at the end") {
      p(.class("soft")) { When.day(one.answeredOn) + ". " + InstrumentScale.words(sheet.scale) }
      Facts.of(
        zip(sheet.items, one.points).map { Facts.Line($0.text, String($1)) })
    }
  }

  private var deletion: HTML {
    Card.of("Delete your answers") {
      p {
        "All that you answered in this cycle is deleted at once. Means that were counted before "
          + "stay as they are."
      }
      Form.button(
        visit, "Delete my answers", MentoringPath.forgetAnswers.location(id),
        style: "btn danger")
    }
  }
}

extension MentoringPart {
  /// Answering, and what came of it.
  func registerQuestions(in routes: inout Routes) {
    routes.form(MentoringPath.questions, .signedIn) { visit, id, state, reader in
      try QuestionsPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try AnswerSheet.keep(in: id, by: visit.viewer, writer: writer) { fields[$0] }
      }
      return .redirect(
        MentoringPath.cycle.location(id), saying: "Thank you. Only you read your answers.")
    }
    routes.button(MentoringPath.forgetAnswers, .signedIn) { visit, id, _, writer in
      try AnswerSheet.forget(in: id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.cycle.location(id), saying: "Your answers are deleted.")
    }
    routes.page(MentoringPath.figures, .mentoringOffice) { visit, id, reader in
      .page(try FiguresPage(id, visit, reader).page)
    }
    routes.page(MentoringPath.figuresFile, .mentoringOffice) { visit, id, reader in
      .download(try FiguresPage(id, visit, reader).file)
    }
  }
}
