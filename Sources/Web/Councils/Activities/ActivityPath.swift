import Councils
import HTML
import Kernel

/// The addresses of activities and of the hours that people gave.
enum ActivityPath {
  static let list = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "activities")
  static let export = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "activities", "export")
  static let add = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "activities", "add")
  static let activity = SitePath<ID<Activity>>("activities", argument: ID<Activity>.self)
  static let edit = SitePath<ID<Activity>>(
    "activities", argument: ID<Activity>.self, then: "edit")
  static let cancel = SitePath<ID<Activity>>(
    "activities", argument: ID<Activity>.self, then: "cancel")
  static let plan = SitePath<ID<Activity>>(
    "activities", argument: ID<Activity>.self, then: "plan-again")
  static let takeBack = SitePath<ID<Activity>>(
    "activities", argument: ID<Activity>.self, then: "take-back")
  static let confirm = SitePath<ID<GivenHours>>(
    "hours", argument: ID<GivenHours>.self, then: "confirm")
  static let unconfirm = SitePath<ID<GivenHours>>(
    "hours", argument: ID<GivenHours>.self, then: "unconfirm")
}
