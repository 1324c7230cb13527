import HTML
import Kernel
import Roster

/// The first rows of each sort of change.
struct ImportRows: Sendable {
  let words: Words
  let preview: RosterPreview

  var markup: HTML {
    .group([
      people("New", "new", preview.new), changes("Changed", "changed", preview.changed),
      changes("Ended", "ended", preview.ended),
    ])
  }

  private func people(
    _ heading: String, _ id: String, _ rows: [RosterPreview.Row]
  ) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    return section {
      h2(.id(id)) { heading }
      table {
        thead {
          tr {
            for heading in words(["Person", "Number", "{Program}"]) { th { heading } }
            th(.class("num")) { "Line" }
          }
        }
        tbody {
          for row in rows {
            tr {
              person(row)
              td { code { row.personnelNumber } }
              td { row.program }
              td(.class("num"), .named("data-label", "Line")) { "\(row.line)" }
            }
          }
        }
      }
      more(rows)
    }
  }

  private func changes(
    _ heading: String, _ id: String, _ rows: [RosterPreview.Row]
  ) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    return section {
      h2(.id(id)) { heading }
      table {
        thead {
          tr { for heading in words(["Person", "{Program}", "Change"]) { th { heading } } }
        }
        tbody {
          for row in rows {
            tr(.class("info")) {
              person(row)
              td { row.program }
              td(.named("data-label", "Change")) {
                for (index, change) in row.changes.enumerated() {
                  if index > 0 { br() }
                  RowChange.of(
                    change.field.label(in: words), from: change.before,
                    to: change.after ?? "nothing")
                }
              }
            }
          }
        }
      }
      more(rows)
    }
  }

  private func person(_ row: RosterPreview.Row) -> HTML {
    HTML.element("th", [.named("scope", "row"), .named("dir", "auto")], [.text(row.name)])
  }

  private func more(_ rows: [RosterPreview.Row]) -> HTML {
    guard rows.count >= RosterPreview.rows else { return .nothing }
    return p(.class("soft")) { "These are the first \(RosterPreview.rows)." }
  }
}
