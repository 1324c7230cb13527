import HTML
import Mentoring

/// A questionnaire as the office sees it: every sentence with its subscale, and which are turned.
struct InstrumentPreview: Sendable {
  let sheet: InstrumentSheet

  init(_ sheet: InstrumentSheet) {
    self.sheet = sheet
  }

  @HTMLBuilder var markup: HTML {
    Facts.of([
      Facts.Line("Source", sheet.source),
      Facts.Line("Answered by", Self.words(sheet.answeredBy)),
      Facts.Line("Scale", InstrumentScale.words(sheet.scale)),
    ])
    HTML.element(
      "table", [.class("dense")],
      [
        caption(.class("vh")) { "Sentences of “\(sheet.name)”" },
        Cells.head(["Sentence", "Subscale", "Counts"]),
        tbody {
          for item in sheet.items {
            tr {
              Cells.name { bdi { item.text } }
              Cells.labeled("Subscale", .text(name(item.subscale)))
              Cells.labeled("Counts", .text(item.reversed ? "turned" : "as it is"))
            }
          }
        },
      ])
  }

  private func name(_ key: String) -> String {
    sheet.subscales.first { $0.key == key }?.name ?? key
  }

  static func words(_ audience: InstrumentSheet.Audience) -> String {
    switch audience {
    case .mentees: "Mentees"
    case .mentors: "Mentors"
    case .both: "Mentees and mentors"
    }
  }
}

/// The scale of a questionnaire in words.
enum InstrumentScale {
  static func words(_ scale: InstrumentSheet.Scale) -> String {
    "\(scale.min) is “\(scale.minLabel)”, \(scale.max) is “\(scale.maxLabel)”."
  }
}
