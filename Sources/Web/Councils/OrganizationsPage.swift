import Councils
import HTML
import Kernel
import SQLStore

/// The list of organizations.
struct OrganizationsPage: Sendable {
  let visit: Visit
  let query: OrganizationQuery
  let listed: Listed<OrganizationLine>

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    query = Self.query(visit.query)
    listed = try Organization.list(query, viewer: visit.viewer, reader: reader)
  }

  /// Reads an address; what is malformed is left out.
  static func query(_ fields: FormFields) -> OrganizationQuery {
    OrganizationQuery(
      text: fields.given("q") ?? "", kind: Organization.Kind(rawValue: fields["kind"]),
      withClosed: fields["closed"] == "yes",
      place: ListPlace(after: fields["after"], before: fields["before"]))
  }

  var page: Page {
    Page("Organizations", in: .organizations, actions: actions) {
      filters
      if listed.entries.isEmpty {
        empty
      } else {
        rows
        Pager.of(
          Figures.counted(listed.entries.count, "organization", "organizations"),
          previous: listed.previous.map { location([("before", $0)]) },
          next: listed.next.map { location([("after", $0)]) })
      }
    }
  }

  private var pairs: [(name: String, value: String)] {
    let all: [(name: String, value: String?)] = [
      ("q", query.text), ("kind", query.kind?.rawValue),
      ("closed", query.withClosed ? "yes" : nil),
    ]
    return all.compactMap { pair in
      pair.value.flatMap { $0.isEmpty ? nil : (pair.name, $0) }
    }
  }

  private func location(_ place: [(name: String, value: String)]) -> Location {
    OrganizationPath.list.location(pairs + place)
  }

  private var actions: HTML {
    .group([
      a(.class("btn"), .href(OrganizationPath.export.location(pairs))) { "Export" },
      visit.viewer.mayKeepOrganizations
        ? a(.class("btn primary"), .href(OrganizationPath.found.location())) {
          "Found an organization"
        }
        : .nothing,
    ])
  }

  private var filters: HTML {
    form(.class("filters"), .action(OrganizationPath.list.location())) {
      label {
        "Name"
        input(.type("search"), .name("q"), .value(query.text))
      }
      PeopleChoices.choice(
        "Kind", "kind", query.kind?.rawValue ?? "",
        [("", "Any")]
          + Organization.Kind.allCases.map { ($0.rawValue, OrganizationWords.kind($0)) })
      PeopleChoices.choice(
        "Closed ones", "closed", query.withClosed ? "yes" : "",
        [("", "Leave out"), ("yes", "Show as well")])
      button(.class("btn small")) { "Show" }
    }
  }

  private var rows: HTML {
    table {
      caption(.class("vh")) { "Organizations" }
      Cells.head(["Name", "Kind", "What it is for"])
      tbody { for line in listed.entries { row(line) } }
    }
  }

  private func row(_ line: OrganizationLine) -> HTML {
    let one = line.organization
    return tr {
      Cells.name {
        a(.href(OrganizationPath.organization.location(one.id)), .named("dir", "auto")) {
          one.name
        }
        if line.isOwn {
          " "
          Badge.of("You belong to it", .good)
        }
        if !one.isOpen(on: visit.viewer.today) {
          " "
          Badge.of("Closed")
        }
      }
      td { OrganizationWords.kind(one.kind) }
      td { one.purpose }
    }
  }

  private var empty: HTML {
    if !pairs.isEmpty {
      return EmptyState.of(
        "No organization matches", "Try fewer letters, or take a filter away."
      ) {
        p {
          a(.class("btn"), .href(OrganizationPath.list.location())) { "Show all organizations" }
        }
      }
    }
    return EmptyState.of(
      "There is no organization yet",
      visit.words("Associations, councils and committees are founded by the {office}.")
    ) {
      if visit.viewer.mayKeepOrganizations {
        p {
          a(.class("btn primary"), .href(OrganizationPath.found.location())) {
            "Found an organization"
          }
        }
      }
    }
  }
}
