import Councils
import HTML
import Kernel

/// The addresses of forums and posts.
enum ForumPath {
  static let forum = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "forum")
  static let write = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "forum", "write")
  static let thread = SitePath<ID<ForumPost>>("threads", argument: ID<ForumPost>.self)
  static let withdraw = SitePath<ID<ForumPost>>(
    "posts", argument: ID<ForumPost>.self, then: "withdraw")
  static let hide = SitePath<ID<ForumPost>>("posts", argument: ID<ForumPost>.self, then: "hide")
  static let show = SitePath<ID<ForumPost>>("posts", argument: ID<ForumPost>.self, then: "show")
  static let pin = SitePath<ID<ForumPost>>("posts", argument: ID<ForumPost>.self, then: "pin")
  static let unpin = SitePath<ID<ForumPost>>("posts", argument: ID<ForumPost>.self, then: "unpin")
  static let mark = SitePath<ID<ForumPost>>("posts", argument: ID<ForumPost>.self, then: "mark")
  static let unmark = SitePath<ID<ForumPost>>(
    "posts", argument: ID<ForumPost>.self, then: "unmark")
}
