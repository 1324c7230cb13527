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
      visit.words("{Sites}"), in: .sites,
      subtitle: visit.words("Each {trainee} counts once, at the {site} of their own training."),
      actions: actions
    ) {
      SiteTabs.of(.sites, visit)
      if listed.entries.isEmpty {
        EmptyState.of(
          visit.words("There is no {site} yet"),
          visit.words("An import of your roster brings the {sites} with it."))
      } else {
        PlaceTable(
          words: visit.words, noun: .site, listed: listed,
          one: { SitesPath.site.location($0) }, list: { SitesPath.sites.location($0) }
        ).markup
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn primary"), .href(SitesPath.add.location())) { visit.words("Add {a site}") }
      : .nothing
  }
}

/// The pages about hospitals, beside each other.
enum SiteTabs {
  enum Tab {
    case sites, sponsors, headcount
  }

  static func of(_ current: Tab, _ visit: Visit) -> HTML {
    Tabs.of(
      [
        Tabs.Tab(visit.words("{Sites}"), SitesPath.sites.location(), isCurrent: current == .sites),
        Tabs.Tab("Sponsors", SponsorPath.sponsors.location(), isCurrent: current == .sponsors),
        Tabs.Tab("Headcount", SitesPath.headcount.location(), isCurrent: current == .headcount),
      ], label: visit.words("{Sites}"))
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
      site.name, in: .sites, under: SitesPart.crumbs(visit),
      subtitle: visit.words(
        "{Programs} to which it contributes today, or whose {trainees} are here"),
      actions: actions
    ) {
      if programs.entries.isEmpty {
        EmptyState.of(
          visit.words("No {program} is here today"),
          visit.words("{A program} names its contributing {sites} on its page."))
      } else {
        ProgramTable(visit: visit, lines: programs.entries).markup
        if programs.next != nil {
          p {
            a(.href(ProgramList(ProgramQuery(site: site.id)).location)) {
              visit.words("All {programs} at this {site}")
            }
          }
        }
      }
      p {
        a(.href(PeopleList(DirectoryQuery(site: site.id)).location)) {
          visit.words("Everybody at this {site}")
        }
      }
      if !roles.isEmpty {
        Card.of("Roles") {
          RoleTable(visit: visit, lines: roles, namesPeople: true, namesPlaces: false).markup
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
  let visit: Visit
  let bySite: Headcount
  let bySponsor: Headcount

  var page: Page {
    Page(
      "Headcount", in: .sites, under: SitesPart.crumbs(visit),
      subtitle: visit.words(
        "{Trainees} who are here today. Nobody counts twice: the lines add up to the total.")
    ) {
      SiteTabs.of(.headcount, visit)
      if bySite.lines.isEmpty {
        EmptyState.of("Nobody trains here today", "Import a roster to see the numbers.")
      } else {
        div(.class("cols")) {
          Card.of(visit.words("By {site}")) {
            counts(bySite, visit.words("{Site}"), none: visit.words("No {site} named"))
          }
          Card.of("By sponsor of record") {
            counts(bySponsor, "Sponsor", none: visit.words("No {program}"))
          }
        }
      }
    }
  }

  private func counts(_ headcount: Headcount, _ what: String, none: String) -> HTML {
    let (programs, trainees) = (visit.words("{Programs}"), visit.words("{Trainees}"))
    return table {
      caption(.class("vh")) { what }
      Cells.head([what, programs, trainees], numbers: [programs, trainees])
      tbody {
        for line in headcount.lines {
          tr {
            Cells.name { HTML.text(line.name ?? none) }
            Cells.number(line.programs, programs)
            Cells.number(line.people, trainees)
          }
        }
      }
      tfoot {
        tr {
          Cells.name { "Total" }
          td()
          Cells.number(headcount.total, trainees)
        }
      }
    }
  }
}
