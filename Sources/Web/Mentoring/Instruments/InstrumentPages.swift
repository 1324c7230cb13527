import HTML
import Kernel
import Mentoring
import SQLStore

/// The questionnaires that cycles can use.
struct InstrumentsPage: Sendable {
  let visit: Visit
  let instruments: [Instrument]

  static let crumbs =
    MentoringPath.crumbs + [
      Page.Breadcrumb("Questionnaires", MentoringPath.instruments.location())
    ]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    instruments = try Instrument.all(viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Questionnaires", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: "The same few questions before and after, to see what changed. A cycle uses one.",
      actions: a(.class("btn primary"), .href(MentoringPath.loadInstrument.location())) {
        "Load one"
      }
    ) {
      if instruments.isEmpty {
        EmptyState.of("No questionnaire yet", "Add ours, or load one from a file.")
      } else {
        ul(.class("list")) { for one in instruments { line(one) } }
      }
      if let ours = InstrumentSheet.shipped, !isThere(ours) { offer(ours) }
    }
  }

  private func isThere(_ sheet: InstrumentSheet) -> Bool {
    instruments.contains { $0.sheet == sheet && $0.retiredAt == nil }
  }

  private func line(_ one: Instrument) -> HTML {
    li {
      a(.href(MentoringPath.instrument.location(one.id))) { one.title }
      if one.retiredAt != nil { Badge.of("retired") }
    }
  }

  private func offer(_ ours: InstrumentSheet) -> HTML {
    Card.of("Ours: “\(ours.name)”") {
      p { "\(ours.items.count) sentences of our own, answered in two minutes." }
      InstrumentPreview(ours).markup
      Form.button(visit, "Add it", MentoringPath.addShipped.location())
    }
  }
}

/// One version of a questionnaire.
struct InstrumentPage: Sendable {
  let visit: Visit
  let instrument: Instrument

  init(_ id: ID<Instrument>, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    instrument = try Instrument.find(id, viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      instrument.title, in: .mentoring, under: InstrumentsPage.crumbs,
      actions: a(.class("btn"), .href(MentoringPath.instrumentFile.location(instrument.id))) {
        "Export"
      }
    ) {
      if instrument.retiredAt != nil {
        NoticeBox.of(.info, "No further cycle can choose it. Cycles that use it go on with it.")
      }
      Card.of("What it asks") { InstrumentPreview(instrument.sheet).markup }
      if instrument.retiredAt == nil {
        Card.of("Retire it") {
          p { "No further cycle can choose it then. Cycles that use it go on with it." }
          Form.button(
            visit, "Retire", MentoringPath.retireInstrument.location(instrument.id),
            style: "btn danger")
        }
      }
    }
  }

  /// The file, for changing it and loading it again.
  var file: Download {
    get throws {
      Download(
        fileName: "questionnaire.json", type: "application/json",
        bytes: Array(try instrument.sheet.file().utf8))
    }
  }
}

extension MentoringPart {
  /// The questionnaires, and which of them a cycle uses.
  func registerInstruments(in routes: inout Routes) {
    routes.page(MentoringPath.instruments, .mentoringOffice) { visit, _, reader in
      .page(try InstrumentsPage(visit, reader).page)
    }
    registerLoading(in: &routes)
    routes.page(MentoringPath.instrument, .mentoringOffice) { visit, id, reader in
      .page(try InstrumentPage(id, visit, reader).page)
    }
    routes.page(MentoringPath.instrumentFile, .mentoringOffice) { visit, id, reader in
      .download(try InstrumentPage(id, visit, reader).file)
    }
    routes.button(MentoringPath.retireInstrument, .mentoringOffice) { visit, id, _, writer in
      try Instrument.retire(id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.instruments.location(), saying: "Retired.")
    }
    registerChoice(in: &routes)
  }

  private func registerLoading(in routes: inout Routes) {
    routes.form(MentoringPath.loadInstrument, .mentoringOffice) { visit, _, state, reader in
      try LoadInstrumentPage(visit, state, reader).page
    } change: { visit, _, fields, writer in
      let sheet = try InstrumentSheet(checking: fields[InstrumentSheet.field])
      guard fields[LoadInstrumentPage.step] == LoadInstrumentPage.load else {
        let state = FormState(fields: fields)
        return .page(try LoadInstrumentPage(visit, state, writer, previewing: sheet).page)
      }
      let id = try Mending.refusals {
        try Instrument.load(sheet, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(MentoringPath.instrument.location(id), saying: "Loaded.")
    }
    routes.work(MentoringPath.sendInstrument, .mentoringOffice) { visit, _, incoming in
      let state = try await LoadInstrumentPage.receive(incoming)
      return .page(
        try await incoming.site.store.read { try LoadInstrumentPage(sent: state, visit, $0).page })
    }
    routes.button(MentoringPath.addShipped, .mentoringOffice) { visit, _, _, writer in
      guard let ours = InstrumentSheet.shipped else { throw Absent() }
      let id = try Instrument.load(
        ours, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(MentoringPath.instrument.location(id), saying: "Added.")
    }
  }

  private func registerChoice(in routes: inout Routes) {
    routes.form(MentoringPath.chooseInstrument, .mentoringOffice) { visit, id, state, reader in
      try Self.choicePage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      var typed = TypedFields { fields[$0] }
      let chosen: ID<Instrument>? = typed.idOrNil("instrument")
      try typed.problems.throwIfAny()
      try Mending.refusals {
        try CycleInstrument.choose(chosen, for: id, by: visit.viewer, writer: writer)
      }
      return .redirect(MentoringPath.cycle.location(id), saying: "Saved.")
    }
  }

  private static func choicePage(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let viewer = visit.viewer
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let used = try CycleInstrument.of(id, viewer: viewer, reader: reader)?.instrument
    let offered = try Instrument.all(viewer: viewer, reader: reader)
      .filter { $0.retiredAt == nil || $0.id == used?.id }
    let filled = PersonForm.filled(state, [("instrument", used?.id.text ?? "")])
    return Page(
      "Questionnaire", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Chosen before the pairs meet. Once someone has answered, it stays."
    ) {
      Form.of(visit, MentoringPath.chooseInstrument.location(id), filled) {
        Field("instrument", "What is asked before and after").choice(
          filled, [("", "Nothing")] + offered.map { ($0.id.text, $0.title) })
        Form.acts("Save", cancel: MentoringPath.cycle.location(id))
      }
    }
  }
}
