import Councils
import HTML
import Kernel
import SQLStore

/// What stands around each page of an organization: the name, the tabs, the way back.
struct OrganizationFrame: Sendable {
  let visit: Visit
  let organization: Organization
  /// How the viewer belongs to it.
  let belonging: Belonging
  /// Whether the viewer runs it: one of its officers, or the office.
  let runs: Bool

  /// The pages of an organization beside each other.
  enum Tab: String, Sendable, CaseIterable {
    case overview = "Overview"
    case seats = "Seats"
    case elections = "Elections"
    case members = "Members"
    case meetings = "Meetings"
    case forum = "Forum"
    case activities = "Activities"
    case charter = "Charter"
  }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    organization = try Organization.find(id, viewer: visit.viewer, reader: reader)
    belonging = try Belonging.of(visit.viewer, in: id, reader: reader)
    runs = belonging.isOfficer || visit.viewer.mayKeepOrganizations
  }

  var id: OrganizationID { organization.id }

  /// Whether the viewer keeps organizations and this one is at work.
  var mayGiveSeats: Bool {
    visit.viewer.mayKeepOrganizations && organization.isOpen(on: visit.viewer.today)
  }

  /// One of the tabs.
  func page(_ tab: Tab, actions: HTML = .nothing, @HTMLBuilder body: () -> HTML) -> Page {
    Page(
      organization.name, in: .organizations, under: [Self.crumb],
      subtitle: OrganizationWords.line(organization), actions: actions
    ) {
      closed
      Tabs.of(
        tabs.map { Tabs.Tab($0.rawValue, location($0), isCurrent: $0 == tab) },
        label: "Organization")
      body()
    }
  }

  /// Whoever does not read in the forum or of meetings is not shown the way there either.
  private var tabs: [Tab] {
    let oversees = visit.viewer.maySeeAllOrganizations && organization.joining == .seats
    return Tab.allCases.filter { tab in
      switch tab {
      case .forum: belonging.mayRead
      case .meetings: belonging.mayRead || belonging.sitsByRole || oversees
      default: true
      }
    }
  }

  /// A page below the organization's own.
  func page(
    below title: String, subtitle: String? = nil, @HTMLBuilder body: () -> HTML
  ) -> Page {
    Page(
      title, in: .organizations,
      under: [
        Self.crumb, .init(organization.name, OrganizationPath.organization.location(id)),
      ], subtitle: subtitle, body: body)
  }

  private static var crumb: Page.Breadcrumb {
    .init("Organizations", OrganizationPath.list.location())
  }

  @HTMLBuilder private var closed: HTML {
    if let closing = organization.closing {
      NoticeBox.of(.warn) {
        p {
          closing.day < visit.viewer.today
            ? "Closed. Its last day was \(When.day(closing.day)): \(closing.reason)"
            : "It closes after \(When.day(closing.day)): \(closing.reason)"
        }
        if visit.viewer.mayKeepOrganizations {
          Form.button(visit, "Open it again", OrganizationPath.reopen.location(id))
        }
      }
    }
  }

  private func location(_ tab: Tab) -> Location {
    switch tab {
    case .overview: OrganizationPath.organization.location(id)
    case .seats: OrganizationPath.seats.location(id)
    case .elections: ElectionPath.ofOrganization.location(id)
    case .members: MemberPath.members.location(id)
    case .meetings: MeetingPath.list.location(id)
    case .forum: ForumPath.forum.location(id)
    case .activities: ActivityPath.list.location(id)
    case .charter: OrganizationPath.charter.location(id)
    }
  }
}
