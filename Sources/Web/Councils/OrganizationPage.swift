import Concerns
import Councils
import HTML
import Kernel
import SQLStore

/// An organization: what it is for, who may join, and how its seats stand.
struct OrganizationPage: Sendable {
  let frame: OrganizationFrame
  let names: OrganizationNames
  let charter: Charter?
  let seats: SeatList
  let hasRequirements: Bool
  let membership: MembershipCard
  let concerns: [GroupStanding]

  private var visit: Visit { frame.visit }
  private var organization: Organization { frame.organization }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    names = try OrganizationNames.of(frame.organization, reader: reader)
    membership = try MembershipCard(frame, reader)
    concerns = try GroupStanding.all(of: id, viewer: visit.viewer, reader: reader)
    charter = try Charter.current(of: frame.organization, reader: reader)
    seats = try SeatList.of(frame.organization, viewer: visit.viewer, reader: reader)
    hasRequirements = try !CompositionRule.all(of: frame.organization, reader: reader).isEmpty
  }

  var page: Page {
    frame.page(.overview, actions: actions) {
      div(.class("split")) {
        div(.class("stack")) {
          Card.of("What it is for") {
            Paragraphs.of(organization.purpose)
            if let charter {
              h3 { "Who may join" }
              Paragraphs.of(charter.criteria)
            }
          }
          if !seats.rules.isEmpty { seatSummary }
        }
        div(.class("stack")) {
          membership.short
          if !concerns.isEmpty { concernsCard }
          facts
        }
      }
    }
  }

  private var concernsCard: HTML {
    Card.of("Concerns") {
      for one in concerns {
        p {
          a(.href(ConcernPath.group.location(one.group.id))) { one.group.name }
          ". \(GroupPage.words(one))"
        }
      }
      p { a(.href(ConcernPath.start.location())) { "Raise a concern" } }
    }
  }

  private var actions: HTML {
    .group([
      frame.runs && organization.isOpen(on: visit.viewer.today)
        ? a(.class("btn"), .href(OrganizationPath.edit.location(frame.id))) { "Edit" } : .nothing,
      frame.mayGiveSeats && organization.closing == nil
        ? a(.class("btn"), .href(OrganizationPath.close.location(frame.id))) { "Close" }
        : .nothing,
    ])
  }

  private var facts: HTML {
    Card.of("Facts") {
      Facts.of([
        Facts.Line("Kind", OrganizationWords.kind(organization.kind)),
        Facts.Line("Founded", organization.founded.map(String.init)),
        Facts.Line("Found by", OrganizationWords.listing(organization.listing, visit.words)),
        Facts.Line("Earlier names", former),
      ])
      if hasRequirements || frame.mayGiveSeats {
        p {
          a(.href(OrganizationPath.composition.location(frame.id))) {
            "Who votes, and what is required"
          }
        }
      }
    }
  }

  private var former: HTML? {
    guard !names.former.isEmpty else { return nil }
    return ul {
      for former in names.former.reversed() {
        li {
          bdi { former.name }
          ", until \(When.day(former.lastDay))"
        }
      }
    }
  }

  private var seatSummary: HTML {
    Card.of("Seats") {
      table(.class("dense")) {
        caption(.class("vh")) { "Seats" }
        Cells.head(["Seat", "Filled", "Vacant"], numbers: ["Filled", "Vacant"])
        tbody {
          for (rule, places) in seats.rules {
            let today = visit.viewer.today
            let held =
              rule.kind == .exOfficio
              ? seats.exOfficio[rule.id]?.count ?? 0
              : places.reduce(0) { $0 + $1.holders(on: today).count }
            let all =
              rule.kind == .exOfficio ? held : places.reduce(0) { $0 + $1.seats }
            tr {
              Cells.name { rule.title }
              Cells.number(held, "Filled")
              Cells.number(max(0, all - held), "Vacant")
            }
          }
        }
      }
      p { a(.href(OrganizationPath.seats.location(frame.id))) { "Who sits there" } }
    }
  }
}
