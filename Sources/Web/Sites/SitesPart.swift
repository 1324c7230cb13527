import HTML
import Kernel
import Roster
import SQLStore

/// Hospitals: sites where people train, sponsors that answer for programs, and how many are where.
struct SitesPart: Part {
  var places: [Place] {
    [Place(.sites, "{Sites}", SitesPath.sites.location(), in: .roster, for: .signedIn)]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(SitesPath.sites, .signedIn) { visit, _, reader in
      let place = ListPlace(after: visit.query["after"], before: visit.query["before"])
      let listed = try Roster.Site.list(
        PlaceQuery(place: place), viewer: visit.viewer, reader: reader)
      return .page(SitesPage(visit: visit, listed: listed).page)
    }
    routes.page(SitesPath.headcount, .signedIn) { visit, _, reader in
      let page = HeadcountPage(
        visit: visit,
        bySite: try Headcount.bySite(viewer: visit.viewer, reader: reader),
        bySponsor: try Headcount.bySponsor(viewer: visit.viewer, reader: reader))
      return .page(page.page)
    }
    routes.page(SitesPath.site, .signedIn) { visit, id, reader in
      .page(try SitePage(id, visit, reader).page)
    }
    registerKeeping(in: &routes)
    registerSponsors(in: &routes)
  }

  private func registerKeeping(in routes: inout Routes) {
    routes.form(SitesPath.add, .rosterKeeper) { visit, _, state, _ in
      Page(visit.words("Add {a site}"), in: .sites, under: Self.crumbs(visit)) {
        PlaceForm(
          visit: visit, state: state, action: SitesPath.add.location(),
          cancel: SitesPath.sites.location()
        ).markup
      }
    } change: { visit, _, fields, writer in
      let id = try Roster.Site.add(
        named: fields[PlaceForm.field], by: visit.viewer, in: visit.world, to: writer)
      return .redirect(SitesPath.site.location(id), saying: "The {site} is added.")
    }
    routes.form(SitesPath.edit, .rosterKeeper) { visit, id, state, reader in
      let site = try Roster.Site.find(id, viewer: visit.viewer, reader: reader)
      return Page(visit.words("Edit the {site}"), in: .sites, under: Self.crumbs(visit, site)) {
        PlaceForm(
          visit: visit, state: PlaceForm.filled(state, site.name),
          action: SitesPath.edit.location(id), cancel: SitesPath.site.location(id)
        ).markup
        PlaceForm.remove(visit, SitesPath.remove.location(id))
      }
    } change: { visit, id, fields, writer in
      try Roster.Site.rename(id, to: fields[PlaceForm.field], by: visit.viewer, writer: writer)
      return .redirect(SitesPath.site.location(id), saying: "Saved.")
    }
    routes.button(SitesPath.remove, .rosterKeeper) { visit, id, _, writer in
      try Roster.Site.remove(id, by: visit.viewer, writer: writer)
      return .redirect(SitesPath.sites.location(), saying: "Removed.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Roster.Site.list(PlaceQuery(text: text), viewer: visit.viewer, reader: reader)
    return [
      FoundGroup(
        heading: visit.words("{Sites}"),
        found: listed.entries.prefix(20).map { line in
          FoundGroup.Found(
            title: line.name, detail: visit.words.counted(line.trainees, .trainee),
            location: SitesPath.site.location(line.id))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }

  static func crumbs(_ visit: Visit, _ site: Roster.Site? = nil) -> [Page.Breadcrumb] {
    [.init(visit.words("{Sites}"), SitesPath.sites.location())]
      + (site.map { [.init($0.name, SitesPath.site.location($0.id))] } ?? [])
  }
}
