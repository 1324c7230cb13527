import HTML
import Kernel
import Roster

/// The second step: what the columns of the file mean.
struct ImportColumnsPage: Sendable {
  let visit: Visit
  let found: RosterImport
  let layout: RosterLayout
  /// The last look through the file, where there was one.
  let job: Job?

  var page: Page {
    Page(
      "Check the columns", in: .imports,
      under: [Page.Breadcrumb("Import", ImportPath.list.location())],
      subtitle: "\(found.fileName), header in line \(layout.headerLine)"
    ) {
      Steps.of(ImportListPage.steps, current: 1, label: "Import")
      if job?.state == .failed {
        NoticeBox.of(.warn, heading: "Look again") { p { job?.outcome ?? "" } }
      }
      if layout.origin == .saved {
        NoticeBox.of(.info, "These are your choices from the last file with the same columns.")
      }
      let missing = layout.missing(in: visit.words)
      if !missing.isEmpty {
        NoticeBox.of(
          .bad, "Not found yet: \(missing.joined(separator: ", ")). Choose them below.")
      }
      form(.method("post"), .action(ImportPath.columns.location(found.id))) {
        Form.token(visit)
        columnTable
        div(.class("acts")) {
          button(.class("btn primary")) { "Preview changes" }
          a(.class("btn"), .href(ImportPath.list.location())) { "Choose another file" }
        }
      }
      Form.button(
        visit, "Discard this file", ImportPath.discard.location(found.id), style: "btn quiet")
    }
  }

  private var columnTable: HTML {
    table {
      caption(.class("vh")) { "Columns of your file and what they mean here" }
      thead {
        tr { for heading in ["In your file", "First value", "Means here"] { th { heading } } }
      }
      tbody { for column in layout.columns { row(column) } }
    }
  }

  private func row(_ column: RosterLayout.Column) -> HTML {
    let name = "column-\(column.number)"
    return tr {
      HTML.element(
        "th", [.named("scope", "row"), .id(name + "-title")],
        [.text(column.title.isEmpty ? "Column \(column.number + 1)" : column.title)])
      td(.named("data-label", "First value")) {
        if !column.example.isEmpty { code(.named("dir", "auto")) { column.example } }
      }
      td(.named("data-label", "Means here")) {
        select(.name(name), .id(name), .aria(.labelledby, name + "-title")) {
          option(.value("")) { "Leave out" }
          for field in RosterField.allCases {
            option(.value(field.rawValue), .flag("selected", field == column.field)) {
              field.label(in: visit.words)
            }
          }
        }
      }
    }
  }
}
