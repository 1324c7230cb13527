import HTML
import Kernel
import Roster

/// The list of people: fifty rows at a time, and nothing about them that is not asked for.
struct PeoplePage: Sendable {
  let visit: Visit
  let list: PeopleList
  let listed: Listed<DirectoryEntry>

  var page: Page {
    Page("People", in: .people, actions: actions) {
      filters
      PeopleChips(visit: visit, list: list, first: listed.entries.first).markup
      if listed.entries.isEmpty { empty } else { rows }
    }
  }

  private var actions: HTML {
    .group([
      a(.class("btn"), .href(PeoplePath.export.location(list.pairs))) { "Export" },
      visit.viewer.mayKeepRoster
        ? a(.class("btn primary"), .href(PeoplePath.add.location())) { "Add a person" } : .nothing,
    ])
  }

  private var filters: HTML {
    form(.class("filters"), .action(PeoplePath.people.location())) {
      for kept in list.pairs where !["q", "as", "pgy", "presence"].contains(kept.name) {
        input(.type("hidden"), .name(kept.name), .value(kept.value))
      }
      label {
        "Name or mail"
        input(.type("search"), .name("q"), .value(list.query.text))
      }
      PeopleChoices.capacity(list.query.capacity, visit.words)
      PeopleChoices.level(list.query.level)
      if visit.viewer.seesBeyondToday { PeopleChoices.presence(list.query.presence) }
      button(.class("btn small")) { "Show" }
      a(.class("btn small quiet"), .href(PeoplePath.filter.location(list.pairs))) {
        "More filters"
      }
    }
  }

  private var rows: HTML {
    .group([
      table {
        caption(.class("vh")) { "People" }
        thead {
          tr {
            head("Name", .name, .nameReversed)
            head("Level", .level, .levelReversed)
            th { visit.words("{Program}") }
            th { visit.words("{Department}") }
            th { visit.words("{Site}") }
            th { "Mail" }
          }
        }
        tbody { HTML.repeated(listed.entries.count, row) }
      },
      Pager.of(
        summary, previous: listed.previous.map { list.location(.before($0)) },
        next: listed.next.map { list.location(.after($0)) }),
    ])
  }

  private var summary: String {
    let count = Figures.counted(listed.entries.count, "person", "people")
    return listed.next == nil && listed.previous == nil ? count : count + " on this page"
  }

  private func head(
    _ label: String, _ rising: DirectorySort, _ falling: DirectorySort
  ) -> HTML {
    SortHead(
      label: label, rising: list.with { $0.sort = rising },
      falling: list.with { $0.sort = falling },
      order: list.query.sort == rising ? .rising : list.query.sort == falling ? .falling : nil
    ).markup
  }

  /// Drawn once for all fifty.
  private func row(_ row: StandIn) -> HTML {
    let entries = listed.entries
    return tr {
      Cells.name(
        row.text { entries[$0].name }, row.href { PeoplePath.person.location(entries[$0].person) })
      td(.class("fix")) { row.text { PersonWords.level(entries[$0], visit.words) } }
      td { row.text { entries[$0].programName ?? "" } }
      td { row.text { entries[$0].departmentName ?? "" } }
      td { row.text { entries[$0].siteName ?? "" } }
      td { row.text(breakingBehind: "@") { entries[$0].address ?? "" } }
    }
  }

  private var empty: HTML {
    if list.query.isNarrow {
      return EmptyState.of(
        "Nobody matches",
        "Try fewer letters, or take a filter away. What you may not see is not listed."
      ) {
        p { a(.class("btn"), .href(PeoplePath.people.location())) { "Show everybody" } }
      }
    }
    return EmptyState.of(
      "Nobody is on the roster yet",
      "The export of your record system brings everybody at once, after a preview."
    ) {
      if visit.viewer.mayKeepRoster {
        p { a(.class("btn primary"), .href(ImportPath.list.location())) { "Import a roster" } }
      }
    }
  }
}
