import HTML
import Kernel
import Roster
import SQLStore

/// The list of sites.
struct SitesPage: Sendable {
  let visit: Visit
  let listed: Listed<PlaceLine<Entity.Site>>

  var page: Page {
    Page(
      "Sites", in: .sites, subtitle: "Each trainee counts once, at the site of their own training.",
      actions: actions
    ) {
      SiteTabs.of(.sites)
      if listed.entries.isEmpty {
        EmptyState.of(
          "There is no site yet", "An import of your roster brings the sites with it.")
      } else {
        PlaceTable(
          caption: "Sites", listed: listed, noun: ("site", "sites"),
          one: { SitesPath.site.location($0) }, list: { SitesPath.sites.location($0) }
        ).markup
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn primary"), .href(SitesPath.add.location())) { "Add a site" } : .nothing
  }
}

/// The pages about hospitals, beside each other.
enum SiteTabs {
  enum Tab {
    case sites, sponsors, headcount
  }

  static func of(_ current: Tab) -> HTML {
    Tabs.of(
      [
        Tabs.Tab("Sites", SitesPath.sites.location(), isCurrent: current == .sites),
        Tabs.Tab("Sponsors", SponsorPath.sponsors.location(), isCurrent: current == .sponsors),
        Tabs.Tab("Headcount", SitesPath.headcount.location(), isCurrent: current == .headcount),
      ], label: "Sites")
  }
}

/// A site with the programs that are there.
struct SitePage: Sendable {
  let visit: Visit
  let site: Roster.Site
  let programs: Listed<ProgramLine>
  let roles: [RoleLine]

  init(_ id: SiteID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    site = try Roster.Site.find(id, viewer: visit.viewer, reader: reader)
    programs = try Program.list(ProgramQuery(site: id), viewer: visit.viewer, reader: reader)
    roles = try RoleLine.held(in: .site(id), viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      site.name, in: .sites, under: SitesPart.crumbs(),
      subtitle: "Programs to which it contributes today, or whose trainees are here",
      actions: actions
    ) {
      if programs.entries.isEmpty {
        EmptyState.of(
          "No program is here today", "A program names its contributing sites on its page.")
      } else {
        ProgramTable(lines: programs.entries, today: visit.viewer.today).markup
        if programs.next != nil {
          p {
            a(.href(ProgramList(ProgramQuery(site: site.id)).location)) {
              "All programs at this site"
            }
          }
        }
      }
      p {
        a(.href(PeopleList(DirectoryQuery(site: site.id)).location)) { "Everybody at this site" }
      }
      if !roles.isEmpty {
        Card.of("Roles") {
          RoleTable(visit: visit, lines: roles, namesPeople: true).markup
        }
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn"), .href(SitesPath.edit.location(site.id))) { "Edit" } : .nothing
  }
}

/// Trainees by site and by sponsor.
struct HeadcountPage: Sendable {
  let bySite: Headcount
  let bySponsor: Headcount

  var page: Page {
    Page(
      "Headcount", in: .sites, under: SitesPart.crumbs(),
      subtitle: "Trainees who are here today. Nobody counts twice: the lines add up to the total."
    ) {
      SiteTabs.of(.headcount)
      if bySite.lines.isEmpty {
        EmptyState.of("Nobody trains here today", "Import a roster to see the numbers.")
      } else {
        div(.class("cols")) {
          Card.of("By site") { counts(bySite, "Site", none: "No site named") }
          Card.of("By sponsor of record") { counts(bySponsor, "Sponsor", none: "No program") }
        }
      }
    }
  }

  private func counts(_ headcount: Headcount, _ what: String, none: String) -> HTML {
    table {
      caption(.class("vh")) { what }
      Cells.head([what, "Programs", "Trainees"], numbers: ["Programs", "Trainees"])
      tbody {
        for line in headcount.lines {
          tr {
            Cells.name { HTML.text(line.name ?? none) }
            Cells.number(line.programs, "Programs")
            Cells.number(line.people, "Trainees")
          }
        }
      }
      tfoot {
        tr {
          Cells.name { "Total" }
          td()
          Cells.number(headcount.total, "Trainees")
        }
      }
    }
  }
}
