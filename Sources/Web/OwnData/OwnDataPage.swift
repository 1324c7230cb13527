import HTML
import Kernel

/// What is kept of the person who asks, who may see it, and the ways to take it along.
struct OwnDataPage: Sendable {
  let visit: Visit
  let tables: [OwnTable]

  /// How many rows of a table stand in the page; all of them are in the copy.
  private static let most = 5

  var page: Page {
    Page(
      "Your data", subtitle: "What \(visit.settings.institutionName) keeps of you here.",
      actions: .group([
        copy("Download JSON", OwnDataPath.json), copy("Download CSV", OwnDataPath.csv),
      ])
    ) {
      p(.class("prose")) {
        """
        A copy holds everything below, in full. That you took one is noted in the audit trail; \
        what is in it is not.
        """
      }
      for table in tables { card(table) }
      Card.of("What is in no copy") {
        p {
          """
          Passwords, codes and sign-in links are kept only in a form that cannot be turned back. \
          Letters that were mailed to you are forgotten once they are sent.
          """
        }
        p { a(.href(HelpPath.whoSeesWhat.location())) { "Who sees what" } }
      }
    }
  }

  private func copy(_ label: String, _ path: SitePath<NoArgument>) -> HTML {
    form(.method("post"), .action(path.location()), .flag("data-again")) {
      Form.token(visit)
      button(.class("btn")) { label }
    }
  }

  private func card(_ table: OwnTable) -> HTML {
    Card.of(table.title) {
      p(.class("sees")) { "Seen by: " + table.seenBy }
      if table.rows.isEmpty {
        p(.class("soft")) { "Nothing is kept here." }
      } else if table.isFacts {
        Facts.of(table.rows.map { Facts.Line($0[0], $0[1].isEmpty ? nil : shown($0[1])) })
      } else {
        rows(of: table)
      }
    }
  }

  private func rows(of table: OwnTable) -> HTML {
    .group([
      HTML.element(
        "table", [.class("dense")],
        [
          caption(.class("vh")) { table.title }, Cells.head(table.columns),
          tbody {
            for row in table.rows.prefix(Self.most) {
              tr {
                for (index, cell) in row.enumerated() {
                  if index == 0 {
                    Cells.name { HTML.text(shown(cell)) }
                  } else {
                    cell.isEmpty
                      ? td() : Cells.labeled(table.columns[index], .text(shown(cell)))
                  }
                }
              }
            }
          },
        ]),
      table.rows.count > Self.most
        ? p(.class("soft")) {
          "These are the latest \(Self.most). The copy has all "
            + Figures.grouped(table.rows.count) + "."
        } : .nothing,
    ])
  }

  /// Days and moments as pages say them; the copy keeps them as programs read them.
  private func shown(_ text: String) -> String {
    if let day = Day(text: text) { return When.day(day) }
    if let moment = Instant(text: text) { return When.moment(moment, visit) }
    return text
  }
}
