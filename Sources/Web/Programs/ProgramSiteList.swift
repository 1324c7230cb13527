import HTML
import Kernel
import Roster

/// The hospitals that contribute to a program, with ways to add and to end.
struct ProgramSiteList: Sendable {
  let visit: Visit
  let program: ProgramID
  let sites: [ProgramSite]

  private var keeps: Bool { visit.viewer.mayKeepRoster }

  var markup: HTML {
    .group([
      sites.isEmpty
        ? p(.class("soft")) {
          visit.words(
            "None is named. {A program} has one sponsor of record; other hospitals contribute here."
          )
        }
        : ul(.class("list")) { for site in sites { line(site) } },
      keeps
        ? p {
          a(.class("btn small"), .href(ProgramPath.addSite.location(program))) {
            visit.words("Add a contributing {site}")
          }
        } : .nothing,
    ])
  }

  private func line(_ contribution: ProgramSite) -> HTML {
    let isOver = contribution.term.endsOn.map { $0 < visit.viewer.today } ?? false
    return li {
      div {
        a(.href(SitesPath.site.location(contribution.site))) { contribution.siteName }
        br()
        small { PersonWords.term(contribution.term.startsOn, contribution.term.endsOn) }
      }
      if isOver { Badge.of("Over") }
      if keeps, !isOver {
        a(
          .class("btn small"),
          .href(
            ProgramPath.endSite.location(program, query: [("site", contribution.site.text)]))
        ) { "End" }
      }
    }
  }
}
