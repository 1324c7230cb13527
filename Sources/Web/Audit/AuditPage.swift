import HTML
import Kernel

/// The trail, newest first.
struct AuditPage: Sendable {
  let visit: Visit
  let query: Audit.Query
  /// At most fifty, and one more when there is another page.
  let entries: [Audit.Entry]
  let names: [PersonID: String]

  var page: Page {
    Page(
      "Audit trail", in: .audit, subtitle: "Who did what, when. Nothing here can be changed."
    ) {
      form(.class("filters"), .action(AuditPath.trail.location())) {
        HTML.element(
          "label", [],
          [
            "Act", input(.type("search"), .name("act"), .value(query.act)),
          ])
        HTML.element("button", [.class("btn small")], ["Show"])
      }
      if entries.isEmpty {
        EmptyState.of("No entry", "No act begins with these letters. Try “role” or “roster”.")
      } else {
        entryTable
        Pager.of(
          "", previous: nil,
          next: entries.count > 50
            ? AuditPath.trail.location(
              [("act", query.act), ("before", "\(entries[49].number)")])
            : nil)
      }
    }
  }

  private var entryTable: HTML {
    table(.class("dense")) {
      thead {
        tr {
          th(.class("num")) { "Entry" }
          th { "When" }
          th { "Who" }
          th { "Act" }
          th { "Concerns" }
          th { "Detail" }
        }
      }
      tbody { for entry in entries.prefix(50) { row(entry) } }
    }
  }

  private func row(_ entry: Audit.Entry) -> HTML {
    tr {
      td(.class("num"), .named("data-label", "Entry")) { Figures.grouped(entry.number) }
      td(.class("fix")) { Instant(text: entry.at).map { When.moment($0, visit) } ?? entry.at }
      td { entry.actor.map { name($0) } ?? "Housestaff itself" }
      td {
        visit.words(ActWords.of(entry.act)) + " "
        small { code { entry.act } }
      }
      td {
        entry.subjectKind == "person"
          ? name(entry.subject) : .text(visit.words(ActWords.of(subject: entry.subjectKind)))
      }
      td(.named("data-label", "Detail")) { visit.words(ActWords.detail(of: entry)) }
    }
  }

  private func name(_ person: String) -> HTML {
    let id = PersonID(stored: person)
    guard let name = names[id] else { return "Someone who is no longer kept" }
    return a(.href(PeoplePath.person.location(id)), .named("dir", "auto")) { name }
  }
}
