import HTML
import Kernel
import Roster

/// The first rows of each sort of change.
enum ImportRows {
  static func of(_ preview: RosterPreview) -> HTML {
    .group([
      people("New", "new", preview.new), changes("Changed", "changed", preview.changed),
      changes("Ended", "ended", preview.ended),
    ])
  }

  private static func people(
    _ heading: String, _ id: String, _ rows: [RosterPreview.Row]
  ) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    return section {
      h2(.id(id)) { heading }
      table {
        thead {
          tr {
            for heading in ["Person", "Number", "Program"] { th { heading } }
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

  private static func changes(
    _ heading: String, _ id: String, _ rows: [RosterPreview.Row]
  ) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    return section {
      h2(.id(id)) { heading }
      table {
        thead {
          tr { for heading in ["Person", "Program", "Change"] { th { heading } } }
        }
        tbody {
          for row in rows {
            tr(.class("info")) {
              person(row)
              td { row.program }
              td(.named("data-label", "Change")) {
                for change in row.changes {
                  span {
                    change.field.label + ": "
                    if let before = change.before { del(.named("dir", "auto")) { before } }
                    " "
                    ins(.named("dir", "auto")) { change.after ?? "nothing" }
                  }
                  br()
                }
              }
            }
          }
        }
      }
      more(rows)
    }
  }

  private static func person(_ row: RosterPreview.Row) -> HTML {
    HTML.element("th", [.named("scope", "row"), .named("dir", "auto")], [.text(row.name)])
  }

  private static func more(_ rows: [RosterPreview.Row]) -> HTML {
    guard rows.count >= RosterPreview.rows else { return .nothing }
    return p(.class("soft")) { "These are the first \(RosterPreview.rows)." }
  }
}
