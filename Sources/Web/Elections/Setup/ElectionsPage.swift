import Councils
import Elections
import HTML
import Kernel
import SQLStore

/// The elections that the viewer may see, of one organization or of all.
struct ElectionsPage: Sendable {
  let visit: Visit
  let lines: [ElectionLine]

  static func all(_ visit: Visit, _ reader: any SQLReader) throws -> Page {
    let lines = try ElectionLine.all(viewer: visit.viewer, reader: reader)
    let page = ElectionsPage(visit: visit, lines: lines)
    return Page(
      "Elections", in: .elections,
      subtitle: visit.words("{Trainees} choose who speaks for them. Ballots are secret.")
    ) { page.table(withOrganization: true) }
  }

  static func of(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws -> Page {
    let frame = try OrganizationFrame(id, visit, reader)
    let lines = try ElectionLine.all(of: id, viewer: visit.viewer, reader: reader)
    let runs = try Election.mayRun(in: id, visit.viewer, reader: reader)
    let isOpen = frame.organization.isOpen(on: visit.viewer.today)
    let page = ElectionsPage(visit: visit, lines: lines)
    let begin =
      runs && isOpen
      ? a(.class("btn primary"), .href(ElectionPath.begin.location(id))) { "Set up an election" }
      : .nothing
    return frame.page(.elections, actions: begin) { page.table(withOrganization: false) }
  }

  @HTMLBuilder private func table(withOrganization: Bool) -> HTML {
    if lines.isEmpty {
      EmptyState.of(
        "No elections yet",
        visit.words(
          "Officers who are {trainees} set them up, on the page of their organization."))
    } else {
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "Elections, the latest first" },
          Cells.head(
            ["Election"] + (withOrganization ? ["Organization"] : [])
              + ["Stands", "Who votes", "Voting"]),
          tbody { for line in lines { row(line, withOrganization) } },
        ])
    }
  }

  private func row(_ line: ElectionLine, _ withOrganization: Bool) -> HTML {
    let (word, tone) = ElectionWords.state(line.election.state)
    let schedule = line.election.schedule
    return tr {
      Cells.name(line.election.title, ElectionPath.election.location(line.election.id))
      if withOrganization { td { bdi { line.organizationName } } }
      td { Badge.of(word, tone) }
      Cells.labeled("Who votes", .text(ElectionWords.place(line)))
      Cells.labeled(
        "Voting",
        .text(
          ElectionWords.window(
            schedule.voteFrom, schedule.voteUntil, visit.settings.timeZone)))
    }
  }
}
