package import Kernel

/// What is looked for in the directory.
package struct DirectoryQuery: Sendable, Equatable {
  /// Words that a name or address must have, in any order, each as the beginning of a word.
  package var text: String
  /// Where the page before ended, as ``Listed/next`` gave it.
  package var after: String
  /// Where the page behind begins, as ``Listed/previous`` gave it.
  package var before: String
  package var program: ProgramID?
  package var department: DepartmentID?
  package var site: SiteID?
  package var capacity: Capacity?
  package var level: Int?
  /// Who is here today, comes later or has left; for most viewers only who is here.
  package var presence: Presence
  package var sort: DirectorySort

  package init(
    text: String = "", after: String = "", before: String = "", program: ProgramID? = nil,
    department: DepartmentID? = nil, site: SiteID? = nil, capacity: Capacity? = nil,
    level: Int? = nil, presence: Presence = .current, sort: DirectorySort = .name
  ) {
    self.text = text
    self.after = after
    self.before = before
    self.program = program
    self.department = department
    self.site = site
    self.capacity = capacity
    self.level = level
    self.presence = presence
    self.sort = sort
  }

  /// Whether anything narrows the list down.
  package var isNarrow: Bool {
    var wide = DirectoryQuery(sort: sort)
    (wide.after, wide.before) = (after, before)
    return self != wide
  }
}

/// The orders of the directory; within a year of training people stand by name.
package enum DirectorySort: String, Sendable, CaseIterable {
  case name
  case nameReversed = "name-reversed"
  case level
  case levelReversed = "level-reversed"
}
