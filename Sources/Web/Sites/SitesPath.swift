import HTML
import Kernel
import Roster

/// The addresses of sites.
enum SitesPath {
  static let sites = SitePath<NoArgument>("sites")
  static let headcount = SitePath<NoArgument>("sites", "headcount")
  static let add = SitePath<NoArgument>("sites", "add")
  static let site = SitePath<SiteID>("sites", argument: SiteID.self)
  static let edit = SitePath<SiteID>("sites", argument: SiteID.self, then: "edit")
  static let remove = SitePath<SiteID>("sites", argument: SiteID.self, then: "remove")
}

/// The addresses of sponsors.
enum SponsorPath {
  static let sponsors = SitePath<NoArgument>("sponsors")
  static let add = SitePath<NoArgument>("sponsors", "add")
  static let edit = SitePath<SponsorID>("sponsors", argument: SponsorID.self, then: "edit")
  static let remove = SitePath<SponsorID>("sponsors", argument: SponsorID.self, then: "remove")
}
