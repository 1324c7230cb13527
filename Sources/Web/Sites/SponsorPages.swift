import HTML
import Kernel
import Roster
import SQLStore

/// The list of sponsors of record.
struct SponsorsPage: Sendable {
  let visit: Visit
  let listed: Listed<PlaceLine<Sponsor>>

  var page: Page {
    Page(
      "Sponsors", in: .sites, under: SitesPart.crumbs(visit),
      subtitle: visit.words(
        "A sponsoring institution answers for its {programs}. Each {program} has exactly one."),
      actions: actions
    ) {
      SiteTabs.of(.sponsors, visit)
      if listed.entries.isEmpty {
        EmptyState.of(
          "There is no sponsor yet", "An import of your roster brings the sponsors with it.")
      } else {
        PlaceTable(
          words: visit.words, noun: nil, listed: listed,
          one: { ProgramList(ProgramQuery(sponsor: $0)).location },
          list: { SponsorPath.sponsors.location($0) }
        ).markup
        if visit.viewer.mayKeepRoster { renames }
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn primary"), .href(SponsorPath.add.location())) { "Add a sponsor" }
      : .nothing
  }

  private var renames: HTML {
    p {
      "Edit: "
      for (index, line) in listed.entries.enumerated() {
        if index > 0 { ", " }
        a(.href(SponsorPath.edit.location(line.id))) { line.name }
      }
    }
  }
}

extension SitesPart {
  /// Sponsors: listed, added, renamed, removed.
  func registerSponsors(in routes: inout Routes) {
    routes.page(SponsorPath.sponsors, .signedIn) { visit, _, reader in
      let place = ListPlace(after: visit.query["after"], before: visit.query["before"])
      let listed = try Sponsor.list(
        PlaceQuery(place: place), viewer: visit.viewer, reader: reader)
      return .page(SponsorsPage(visit: visit, listed: listed).page)
    }
    routes.form(SponsorPath.add, .rosterKeeper) { visit, _, state, _ in
      Page("Add a sponsor", in: .sites, under: Self.sponsorCrumbs(visit)) {
        PlaceForm(
          visit: visit, state: state, action: SponsorPath.add.location(),
          cancel: SponsorPath.sponsors.location()
        ).markup
      }
    } change: { visit, _, fields, writer in
      _ = try Sponsor.add(
        named: fields[PlaceForm.field], by: visit.viewer, in: visit.world, to: writer)
      return .redirect(SponsorPath.sponsors.location(), saying: "The sponsor is added.")
    }
    registerSponsorEdit(in: &routes)
  }

  private func registerSponsorEdit(in routes: inout Routes) {
    routes.form(SponsorPath.edit, .rosterKeeper) { visit, id, state, reader in
      let sponsor = try Sponsor.find(id, viewer: visit.viewer, reader: reader)
      return Page("Edit the sponsor", in: .sites, under: Self.sponsorCrumbs(visit)) {
        PlaceForm(
          visit: visit, state: PlaceForm.filled(state, sponsor.name),
          action: SponsorPath.edit.location(id), cancel: SponsorPath.sponsors.location()
        ).markup
        PlaceForm.remove(visit, SponsorPath.remove.location(id))
      }
    } change: { visit, id, fields, writer in
      try Sponsor.rename(id, to: fields[PlaceForm.field], by: visit.viewer, writer: writer)
      return .redirect(SponsorPath.sponsors.location(), saying: "Saved.")
    }
    routes.button(SponsorPath.remove, .rosterKeeper) { visit, id, _, writer in
      try Sponsor.remove(id, by: visit.viewer, writer: writer)
      return .redirect(SponsorPath.sponsors.location(), saying: "Removed.")
    }
  }

  private static func sponsorCrumbs(_ visit: Visit) -> [Page.Breadcrumb] {
    crumbs(visit) + [.init("Sponsors", SponsorPath.sponsors.location())]
  }
}
