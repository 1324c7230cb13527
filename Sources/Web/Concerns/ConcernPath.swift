import Concerns
import HTML
import Kernel

/// The addresses of concerns.
enum ConcernPath {
  /// What this is, who handles concerns, and the ways to raise one.
  static let start = SitePath<NoArgument>("concerns")
  /// Choosing to whom it goes, and then who reads it.
  static let raise = SitePath<NoArgument>("concerns", "raise")
  static let send = SitePath<NoArgument>("concerns", "send")
  /// The same without anyone being asked who they are.
  static let raiseUnseen = SitePath<NoArgument>("concerns", "anonymous")
  static let sendUnseen = SitePath<NoArgument>("concerns", "anonymous", "send")
  /// What whoever has a code reads and writes.
  static let code = SitePath<NoArgument>("concerns", "code")
  static let reply = SitePath<NoArgument>("concerns", "code", "reply")

  /// What responders read.
  static let desk = SitePath<NoArgument>("concerns", "desk")
  static let resolved = SitePath<NoArgument>("concerns", "desk", "resolved")
  static let key = SitePath<NoArgument>("concerns", "key")
  static let unlock = SitePath<NoArgument>("concerns", "unlock")
  static let lock = SitePath<NoArgument>("concerns", "lock")
  static let concern = SitePath<ID<Concern>>("concerns", "desk", argument: ID<Concern>.self)
  static let acknowledge = act("acknowledge")
  static let answer = act("answer")
  static let note = act("note")
  static let resolve = act("resolve")
  static let reopen = act("reopen")
  static let pause = act("pause")
  static let resume = act("resume")

  /// Who handles, and what holds for all concerns.
  static let group = SitePath<ID<HandlingGroup>>(
    "concerns", "groups", argument: ID<HandlingGroup>.self)
  static let found = SitePath<NoArgument>("concerns", "groups", "found")
  static let change = groupAct("change")
  static let name = groupAct("name")
  static let letRead = groupAct("let-read")
  static let sheet = groupAct("sheet")
  static let useSheet = groupAct("use-sheet")
  static let end = SitePath<ID<Responder>>(
    "concerns", "responders", argument: ID<Responder>.self, then: "end")
  static let rules = SitePath<NoArgument>("concerns", "rules")
  static let addCategory = SitePath<NoArgument>("concerns", "categories", "add")
  static let category = SitePath<ID<ConcernCategory>>(
    "concerns", "categories", argument: ID<ConcernCategory>.self)
  static let retire = SitePath<ID<ConcernCategory>>(
    "concerns", "categories", argument: ID<ConcernCategory>.self, then: "retire")
  static let addClosedDay = SitePath<NoArgument>("concerns", "closed-days", "add")
  static let removeClosedDay = SitePath<PathWord>(
    "concerns", "closed-days", argument: PathWord.self, then: "remove")
  static let addChannel = SitePath<NoArgument>("concerns", "channels", "add")
  static let removeChannel = SitePath<ID<OutsideChannel>>(
    "concerns", "channels", argument: ID<OutsideChannel>.self, then: "remove")

  /// The way down to the pages below the start.
  static let crumbs = [Page.Breadcrumb("Concerns", start.location())]
  /// The way down to what responders read.
  static let deskCrumbs = crumbs + [Page.Breadcrumb("What you handle", desk.location())]

  private static func act(_ word: String) -> SitePath<ID<Concern>> {
    SitePath("concerns", "desk", argument: ID<Concern>.self, then: word)
  }

  private static func groupAct(_ word: String) -> SitePath<ID<HandlingGroup>> {
    SitePath("concerns", "groups", argument: ID<HandlingGroup>.self, then: word)
  }
}
