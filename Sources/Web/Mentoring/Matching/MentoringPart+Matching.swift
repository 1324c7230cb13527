import HTML
import Kernel
import Mentoring
import Roster
import SQLStore
import Spreadsheet

extension MentoringPart {
  func registerMatching(in routes: inout Routes) {
    routes.page(MentoringPath.matching, .mentoringOffice) { visit, id, reader in
      .page(try MatchingPage(id, visit, FormState(), reader).page)
    }
    routes.form(MentoringPath.weigh, .mentoringOffice) { visit, id, state, reader in
      try MatchingPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try CycleWeights(typed: { fields[$0] })
        .set(in: id, by: visit.viewer, writer: writer)
      return .redirect(
        MentoringPath.matching.location(id), saying: "Kept. Match again, and they count.")
    }
    registerEffect(in: &routes)
    registerDecisions(in: &routes)
    registerRuns(in: &routes)
    registerWhatIf(in: &routes)
    routes.view(MentoringPath.why, .mentoringOffice) { visit, id, incoming in
      let page = try await incoming.site.store.read { try WhyPage(id, visit, $0) }
      let why = try await Self.computing.run { try MatchingAnswers(page.inputs).why(id) }
      return .page(page.page(why))
    }
  }

  private func registerEffect(in routes: inout Routes) {
    routes.act(MentoringPath.effect, .mentoringOffice) { visit, id, state, reader in
      try MatchingPage(id, visit, state, reader).page
    } act: { visit, id, incoming in
      let fields = incoming.fields
      let weights = try CycleWeights(typed: { fields[$0] })
      let page = try await incoming.site.store.read { try EffectPage(id, visit, $0) }
      let effect = try await Self.computing.run {
        try WeightEffect(of: page.inputs, weighing: weights)
      }
      return .page(page.page(effect, weights))
    }
  }

  private func registerDecisions(in routes: inout Routes) {
    routes.form(MentoringPath.decide, .mentoringOffice) { visit, id, state, reader in
      try DecisionForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let decision = try MentoringDecision { fields[$0] }
      try Mending.refusals {
        try decision.keep(in: id, by: visit.viewer, writer: writer)
      }
      return .redirect(MentoringPath.matching.location(id), saying: "Decided.")
    }
    routes.button(MentoringPath.takeBack, .mentoringOffice) { visit, id, fields, writer in
      guard let mentee = ID<Enrollment>(given: fields["mentee"]),
        let mentor = ID<Enrollment>(given: fields["mentor"])
      else { throw Absent() }
      try MentoringDecision.takeBack(
        mentee: mentee, mentor: mentor, in: id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.matching.location(id), saying: "Taken back.")
    }
  }

  private func registerWhatIf(in routes: inout Routes) {
    routes.view(MentoringPath.whatIf, .mentoringOffice) { visit, id, incoming in
      let page = try await incoming.site.store.read { try WhatIfPage(id, visit, $0) }
      let lines = try await Self.computing.run { try WhatIfPage.lines(page.inputs) }
      return .page(page.page(lines))
    }
  }

  /// How many matchings are computed at a time.
  static let computing = BoundedWork(atOnce: 1, waiting: 8)

  private func registerRuns(in routes: inout Routes) {
    routes.work(MentoringPath.run, .mentoringOffice) { visit, id, incoming in
      let store = incoming.site.store
      let inputs = try await store.read { reader in
        try MatchingRun.prepare(id, viewer: visit.viewer, reader: reader)
      }
      let solved = try await Self.computing.run { try inputs.solve() }
      _ = try await store.write { writer in
        try MatchingRun.keep(
          solved, of: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.matching.location(id), saying: "Matched. Nobody is told yet.")
    }
    routes.button(MentoringPath.publish, .mentoringOffice) { visit, id, _, writer in
      let run = try MatchingRun.find(id, viewer: visit.viewer, reader: writer)
      try MatchingRun.publish(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        MentoringPath.matching.location(run.cycle), saying: "Published. Both sides are told.")
    }
    routes.page(MentoringPath.runFile, .mentoringOffice) { visit, id, reader in
      .download(try RunFile.of(id, visit, reader))
    }
  }
}

/// Deciding on a pair by hand.
struct DecisionForm: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let mentees: [(value: String, label: String)]
  let mentors: [(value: String, label: String)]
  let state: FormState

  private typealias Name = MentoringDecision.Field

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let enrolled = try Enrollment.all(in: id, viewer: viewer, reader: reader)
      .filter { $0.state == .approved }
    let names = try Directory.names(of: enrolled.map(\.person), reader: reader)
    func choices(_ some: [Enrollment]) -> [(value: String, label: String)] {
      some.map { ($0.id.text, names[$0.person] ?? "") }
        .sorted { FoldedText.key($0.label) < FoldedText.key($1.label) }
    }
    let inputs = try FrozenInputs.freeze(id, viewer: viewer, reader: reader)
    mentees = choices(enrolled.filter { inputs.index(ofMentee: $0.id) != nil })
    mentors = choices(enrolled.filter { inputs.index(ofMentor: $0.id) != nil })
  }

  private var words: ShapeWords { ShapeWords(cycle.plan.shape) }

  var page: Page {
    Page("Decide on a pair", in: .mentoring, under: MatchingPage.crumbs(cycle)) {
      if mentees.isEmpty || mentors.isEmpty {
        Form.summary(state)
        EmptyState.of(
          "Nobody is there to decide on", "Whoever is approved and has nobody yet stands here.")
      } else {
        form
      }
    }
  }

  private var form: HTML {
    Form.of(visit, MentoringPath.decide.location(cycle.id), state) {
      Field(Name.mentee, words.mentee).choice(state, [("", "Choose")] + mentees)
      Field(Name.mentor, words.mentor).choice(state, [("", "Choose")] + mentors)
      Field(Name.kind, "What you decide").picks(
        state,
        [
          (MentoringDecision.Kind.lock.rawValue, "They are a pair", nil),
          (MentoringDecision.Kind.ban.rawValue, "They are no pair", nil),
        ])
      Field(Name.because, "Why", seenBy: visit.words("the {office}"), isOptional: true).text(
        state)
      Form.acts("Decide", cancel: MentoringPath.matching.location(cycle.id))
    }
  }
}

/// The pairs of a run as a table for other programs.
enum RunFile {
  static func of(
    _ id: ID<MatchingRun>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let viewer = visit.viewer
    let run = try MatchingRun.find(id, viewer: viewer, reader: reader)
    let cycle = try MentoringCycle.find(run.cycle, viewer: viewer, reader: reader)
    let enrolled = try Enrollment.all(in: run.cycle, viewer: viewer, reader: reader)
    let names = try Directory.names(of: enrolled.map(\.person), reader: reader)
    let people = Dictionary(
      uniqueKeysWithValues: enrolled.map { ($0.id, names[$0.person] ?? "") })
    let words = ShapeWords(cycle.plan.shape)
    var table = CSVWriter(byteOrderMark: true)
    table.write([words.mentee, words.mentor, "Points"])
    for line in try run.lines(viewer: viewer, reader: reader) {
      table.write([people[line.mentee] ?? "", people[line.mentor] ?? "", String(line.points)])
    }
    return Download(
      fileName: "pairs.csv", type: "text/csv; charset=utf-8", bytes: table.drain())
  }
}
