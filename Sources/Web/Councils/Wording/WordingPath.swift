import Councils
import HTML
import Kernel

/// The addresses of rules about wording, and of charters that wait for a decision.
enum WordingPath {
  static let rules = SitePath<NoArgument>("wording-rules")
  static let add = SitePath<NoArgument>("wording-rules", "add")
  static let edit = SitePath<PathWord>("wording-rules", argument: PathWord.self, then: "edit")
  static let waiting = SitePath<NoArgument>("questioned-charters")
  static let override = SitePath<ID<Charter>>(
    "charters", argument: ID<Charter>.self, then: "override")
}
