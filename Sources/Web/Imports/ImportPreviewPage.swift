import HTML
import Kernel
import Roster

/// The third step: every change before it is made, and every row that is refused.
struct ImportPreviewPage: Sendable {
  let visit: Visit
  let found: RosterImport
  /// The last job of the import; a failed confirmation says why.
  let job: Job?

  var page: Page {
    let report = found.report ?? RosterReport()
    return Page(
      "What this file would change", in: .imports,
      under: [Page.Breadcrumb("Import", ImportPath.list.location())],
      subtitle: "\(found.fileName), \(Figures.counted(report.rows, "row", "rows")). "
        + "Nothing is saved yet."
    ) {
      Steps.of(ImportListPage.steps, current: 2, label: "Import")
      if job?.state == .failed {
        NoticeBox.of(.warn, heading: "It was not imported") { p { job?.outcome ?? "" } }
      }
      ImportFigures.tiles(report, found.id)
      ImportFigures.refused(report, of: found)
      if let preview = found.preview { ImportRows(words: visit.words, preview: preview).markup }
      notes(report)
      confirm(report)
    }
  }

  private func notes(_ report: RosterReport) -> HTML {
    guard !report.notes.isEmpty || report.missing > 0 else { return .nothing }
    return section {
      h2 { "Good to know" }
      ul {
        for note in report.notes { li { note } }
        if report.missing > 0 {
          li {
            "\(Figures.grouped(report.missing)) current "
              + visit.words(report.missing == 1 ? "{trainee} is" : "{trainees} are")
              + " not in this file; nothing is changed for them."
          }
        }
      }
    }
  }

  private func confirm(_ report: RosterReport) -> HTML {
    let count = report.new + report.changed + report.ended
    return form(.method("post"), .action(ImportPath.confirm.location(found.id))) {
      Form.token(visit)
      p(.class("hint")) {
        "All of it in one step. You can undo the whole import for "
          + "\(Figures.counted(visit.settings.undoDays, "day", "days")) afterwards."
      }
      div(.class("acts")) {
        if count > 0 {
          button(.class("btn primary")) {
            "Import \(Figures.counted(count, "change", "changes"))"
          }
        } else {
          button(.class("btn"), .flag("disabled")) { "There is nothing to change" }
        }
        button(
          .class("btn quiet"),
          .named("formaction", ImportPath.discard.location(found.id).text)
        ) { "Discard" }
      }
    }
  }
}

/// The figures of a report, for preview and result alike.
enum ImportFigures {
  /// The figures in a sentence: `14 new, 3 changed, 0 ended, 1 refused.`
  static func sentence(_ report: RosterReport) -> String {
    let figures = [
      (report.new, "new"), (report.changed, "changed"), (report.ended, "ended"),
      (report.refusedRows, "refused"),
    ]
    return figures.map { "\(Figures.grouped($0.0)) \($0.1)" }.joined(separator: ", ") + "."
  }

  /// How many rows of each sort.
  static func tiles(_ report: RosterReport, _ id: ID<RosterImport>) -> HTML {
    let page = ImportPath.one
    return Tiles.of([
      Tiles.Tile(
        number: report.new, label: "new", tone: .good,
        location: page.location(id, fragment: "new")),
      Tiles.Tile(
        number: report.changed, label: "changed", tone: .info,
        location: page.location(id, fragment: "changed")),
      Tiles.Tile(
        number: report.ended, label: "ended", tone: .neutral,
        location: page.location(id, fragment: "ended")),
      Tiles.Tile(
        number: report.unchanged, label: "unchanged", tone: .neutral,
        location: page.location(id)),
      Tiles.Tile(
        number: report.refusedRows, label: "refused",
        tone: report.refusedRows > 0 ? .bad : .neutral,
        location: page.location(id, fragment: "refused")),
    ])
  }

  /// The rows that are refused, each with line, column and reason.
  static func refused(_ report: RosterReport, of found: RosterImport) -> HTML {
    guard !report.refused.isEmpty else { return .nothing }
    return section {
      h2(.id("refused")) { "Refused rows" }
      p(.class("soft")) {
        """
        These rows are left as they are. Mend them in your file, or in a file that holds them \
        alone and says beside each what is wrong, and import it: the rest is not repeated.
        """
      }
      table {
        thead {
          tr {
            th(.class("num")) { "Line" }
            th { "Column" }
            th { "Reason" }
          }
        }
        tbody {
          for problem in report.refused.prefix(100) {
            tr(.class("bad")) {
              HTML.element(
                "th", [.named("scope", "row"), .class("num")],
                [.text(Figures.grouped(problem.line))])
              td(.named("data-label", "Column")) { problem.column }
              td(.named("data-label", "Reason")) { problem.reason }
            }
          }
        }
      }
      if found.closedAt == nil {
        p { a(.href(ImportPath.refused.location(found.id))) { download(report.refusedRows) } }
      }
    }
  }

  private static func download(_ rows: Int) -> String {
    rows == 1
      ? "Download the refused row" : "Download the \(Figures.grouped(rows)) refused rows"
  }
}
