import Councils
import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// What stands around each page of an election: where it belongs, and what the viewer is in it.
struct ElectionFrame: Sendable {
  let visit: Visit
  let line: ElectionLine
  let runs: Bool

  init(_ id: ElectionID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    line = try ElectionLine.find(id, viewer: visit.viewer, reader: reader)
    runs = try line.election.isRun(by: visit.viewer, reader: reader)
  }

  var election: Election { line.election }
  var id: ElectionID { election.id }
  var now: Instant { visit.viewer.now }

  /// Whether the viewer is the election officer.
  var isOfficer: Bool { visit.viewer.person != nil && election.officer == visit.viewer.person }

  /// The election's own page.
  func page(actions: HTML = .nothing, @HTMLBuilder body: () -> HTML) -> Page {
    Page(
      election.title, in: .elections, under: Self.crumbs,
      subtitle: "\(line.organizationName): \(line.seatTitle)", actions: actions, body: body)
  }

  /// A page below it.
  func page(
    below title: String, subtitle: String? = nil, @HTMLBuilder body: () -> HTML
  ) -> Page {
    Page(
      title, in: .elections,
      under: Self.crumbs + [.init(election.title, ElectionPath.election.location(id))],
      subtitle: subtitle, body: body)
  }

  static let crumbs: [Page.Breadcrumb] = [.init("Elections", ElectionPath.list.location())]
}
