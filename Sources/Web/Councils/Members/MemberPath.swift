import Councils
import HTML
import Kernel

/// The addresses of members, guests and officers of organizations.
enum MemberPath {
  static let own = SitePath<NoArgument>("your-organizations")
  static let members = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "members")
  static let export = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "members", "export")
  static let join = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "join")
  static let leave = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "leave")
  static let visibility = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "visibility")
  static let addGuest = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "guests", "add")
  static let endGuest = SitePath<ID<Guest>>("guests", argument: ID<Guest>.self, then: "end")
  static let askOfficer = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "officers", "ask")
  static let acceptOffice = SitePath<ID<Officer>>(
    "officers", argument: ID<Officer>.self, then: "accept")
  static let declineOffice = SitePath<ID<Officer>>(
    "officers", argument: ID<Officer>.self, then: "decline")
  static let endOffice = SitePath<ID<Officer>>(
    "officers", argument: ID<Officer>.self, then: "end")
}
