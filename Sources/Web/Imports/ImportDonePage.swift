import HTML
import Kernel
import Roster

/// The last step: what was done, and the way back.
struct ImportDonePage: Sendable {
  let visit: Visit
  let found: RosterImport
  let importedBy: String?

  var page: Page {
    let report = found.report ?? RosterReport()
    return Page(
      title, in: .imports, under: [Page.Breadcrumb("Import", ImportPath.list.location())],
      subtitle: "\(found.fileName), \(When.moment(found.importedAt ?? found.createdAt, visit))"
        + (importedBy.map { ", by \($0)" } ?? ""),
      actions: undoEnds != nil
        ? Form.button(
          visit, "Undo this import", ImportPath.undo.location(found.id), style: "btn danger")
        : .nothing
    ) {
      if found.state == .failed {
        NoticeBox.of(.bad, heading: "The file could not be read") {
          for note in report.notes { p { note } }
        }
      } else {
        Steps.of(ImportListPage.steps, current: 4, label: "Import")
        ImportFigures.tiles(report, found.id)
        if found.state == .imported {
          NoticeBox.of(.good, "Importing the same file again changes nothing. \(wayBack)")
        }
        ImportFigures.refused(report, of: found)
        if let preview = found.preview { ImportRows(words: visit.words, preview: preview).markup }
      }
    }
  }

  /// Until when the import can be undone; nil where it cannot, or no longer.
  private var undoEnds: Instant? {
    found.undoEnds(by: visit.settings).flatMap { $0 > visit.viewer.now ? $0 : nil }
  }

  private var wayBack: String {
    guard let undoEnds else {
      return "It can no longer be undone: what stood there before it is not kept that long."
    }
    return "You can undo this import until \(When.moment(undoEnds, visit)), unless something has "
      + "been built on it by then."
  }

  private var title: String {
    switch found.state {
    case .undone: "This import is undone"
    case .failed: "Not imported"
    default: "Imported"
    }
  }
}
