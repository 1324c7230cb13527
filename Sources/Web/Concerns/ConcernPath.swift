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
  static let consent = SitePath<NoArgument>("concerns", "code", "consent")
  static let agree = SitePath<NoArgument>("concerns", "code", "agree")
  static let object = SitePath<NoArgument>("concerns", "code", "object")
  static let putOff = SitePath<NoArgument>("concerns", "code", "put-off")
  static let follow = SitePath<NoArgument>("concerns", "code", "follow")
  static let attach = SitePath<NoArgument>("concerns", "code", "attach")
  static let openFile = SitePath<NoArgument>("concerns", "code", "file")

  /// What everybody reads of what was resolved, and the same as a table.
  static let register = SitePath<NoArgument>("concerns", "register")
  static let registerFile = SitePath<NoArgument>("concerns", "register", "export")

  /// What responders read.
  static let desk = SitePath<NoArgument>("concerns", "desk")
  static let resolved = SitePath<NoArgument>("concerns", "desk", "resolved")
  static let key = SitePath<NoArgument>("concerns", "key")
  static let unlock = SitePath<NoArgument>("concerns", "unlock")
  static let lock = SitePath<NoArgument>("concerns", "lock")
  static let concern = SitePath<ID<Concern>>("concerns", "desk", argument: ID<Concern>.self)
  static let file = SitePath<ID<ConcernFile>>(
    "concerns", "desk", "files", argument: ID<ConcernFile>.self)
  static let acknowledge = act("acknowledge")
  static let answer = act("answer")
  static let note = act("note")
  static let resolve = act("resolve")
  static let reopen = act("reopen")
  static let pause = act("pause")
  static let resume = act("resume")
  static let assign = act("assign")
  static let merge = act("merge")
  static let separate = act("separate")
  static let handOver = act("hand-over")
  static let link = act("link")
  static let hold = act("hold")
  static let release = act("release")
  static let summarize = act("summarize")
  static let publish = act("publish")
  static let withdraw = act("withdraw")

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
  static let addRoute = SitePath<NoArgument>("concerns", "routes", "add")
  static let removeRoute = SitePath<ID<ConcernRoute>>(
    "concerns", "routes", argument: ID<ConcernRoute>.self, then: "remove")
  static let policy = SitePath<NoArgument>("concerns", "policy")
  static let keepPolicy = SitePath<NoArgument>("concerns", "policy", "keep")
  static let holdAll = SitePath<NoArgument>("concerns", "policy", "hold")
  static let releaseAll = SitePath<NoArgument>("concerns", "policy", "release")
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
