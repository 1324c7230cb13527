import HTML
import Kernel
import Mentoring
import SQLStore

/// Loading a questionnaire from a file or a text: looked at first, loaded then.
struct LoadInstrumentPage: Sendable {
  let visit: Visit
  let state: FormState
  /// What was read without fault; nil where nothing was, or where it is to be mended.
  let sheet: InstrumentSheet?
  /// The version that it would be.
  let version: Int

  /// The field that says how far it is, and what it says to load.
  static let (step, load) = ("step", "load")
  /// How many bytes a file has at most.
  private static let mostBytes = 200_000

  init(
    _ visit: Visit, _ state: FormState, _ reader: any SQLReader,
    previewing sheet: InstrumentSheet? = nil
  ) throws {
    self.visit = visit
    self.state = state
    self.sheet = sheet
    let last = try sheet.flatMap {
      try Instrument.latest(named: $0.name, viewer: visit.viewer, reader: reader)
    }
    version = (last?.version ?? 0) + 1
  }

  /// What came as a file: a preview of it, or what is wrong with the text beside it.
  init(sent state: FormState, _ visit: Visit, _ reader: any SQLReader) throws {
    guard state.problems.all.isEmpty else {
      try self.init(visit, state, reader)
      return
    }
    do {
      let sheet = try InstrumentSheet(checking: state.fields[InstrumentSheet.field])
      try self.init(visit, state, reader, previewing: sheet)
    } catch let problems as Problems {
      try self.init(visit, FormState(fields: state.fields, problems: problems), reader)
    }
  }

  /// Takes a file as the text that it holds.
  static func receive(_ incoming: Incoming) async throws -> FormState {
    let sent = try await SentFile.receive(incoming.request, most: mostBytes) { _ in }
    func wrong(_ sentence: String) -> FormState {
      FormState(problems: Problems(field: SentFile.field, sentence))
    }
    guard sent.bytes.count <= mostBytes else {
      return wrong("The file has more than 200 KB. A questionnaire needs less.")
    }
    guard let text = String(validating: sent.bytes, as: UTF8.self), !text.contains("\0") else {
      return wrong("The file is no text. Save it as plain text in UTF-8.")
    }
    let mark: Unicode.Scalar = "\u{FEFF}"
    let plain = String(text.unicodeScalars.drop { $0 == mark })
    return FormState(fields: FormFields([(InstrumentSheet.field, plain)]))
  }

  var page: Page {
    Page(
      "Load a questionnaire", in: .mentoring, under: InstrumentsPage.crumbs,
      status: state.problems.all.isEmpty ? 200 : 422
    ) {
      if let sheet { preview(sheet) }
      pasted
      if sheet == nil { uploaded }
    }
  }

  private func preview(_ sheet: InstrumentSheet) -> HTML {
    Card.of("“\(sheet.name)” would be version \(version)") {
      InstrumentPreview(sheet).markup
      Form.button(
        visit, "Load it", MentoringPath.loadInstrument.location(), style: "btn primary",
        hidden: [
          (InstrumentSheet.field, state.fields[InstrumentSheet.field]), (Self.step, Self.load),
        ])
    }
  }

  private var pasted: HTML {
    Card.of(sheet == nil ? "As text" : "Change the text") {
      Form.of(visit, MentoringPath.loadInstrument.location(), state) {
        Field(
          InstrumentSheet.field, "Questionnaire as JSON",
          hint: "With name, source, answered_by, scale, subscales and items. Export one to see how "
            + "it is written. Load only what you may use."
        ).lines(state, rows: 14)
        Form.acts("Look at it", cancel: MentoringPath.instruments.location())
      }
    }
  }

  private var uploaded: HTML {
    Card.of("As a file") {
      form(
        .class("form"), .method("post"), .action(MentoringPath.sendInstrument.location()),
        .named("enctype", "multipart/form-data")
      ) {
        Field(SentFile.field, "File", hint: "The same JSON, up to 200 KB.")
          .file(state, accepting: ".json,.txt")
        Form.acts("Look at it")
      }
    }
  }
}
