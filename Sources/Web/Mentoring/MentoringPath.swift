import HTML
package import Kernel
package import Mentoring

/// The addresses that the command line names.
package enum MentoringAddress {
  /// The matching of a cycle.
  package static func matching(_ id: ID<MentoringCycle>) -> String {
    MentoringPath.matching.location(id).text
  }

  /// Why someone has their mentor, or none.
  package static func why(_ id: ID<Enrollment>) -> String { MentoringPath.why.location(id).text }
}

/// The addresses of mentoring.
enum MentoringPath {
  static let start = SitePath<NoArgument>("mentoring")
  /// Whom someone must not be matched with. No address names them, for it stands in logs.
  static let apart = SitePath<NoArgument>("mentoring", "apart")
  static let removeApart = SitePath<NoArgument>("mentoring", "apart", "remove")
  /// Career resources.
  static let resources = SitePath<NoArgument>("mentoring", "resources")
  static let addResource = SitePath<NoArgument>("mentoring", "resources", "add")
  static let resourcesFile = SitePath<NoArgument>("mentoring", "resources", "export")
  static let changeResource = resourceAct("edit")
  static let reviewResource = resourceAct("review")
  static let retireResource = resourceAct("retire")
  static let bringResourceBack = resourceAct("bring-back")

  /// How many people one mentors at most.
  static let places = SitePath<NoArgument>("mentoring", "places")
  /// The words to choose from.
  static let terms = SitePath<NoArgument>("mentoring", "words")
  static let retireTerm = SitePath<ID<MentoringTerm>>(
    "mentoring", "words", argument: ID<MentoringTerm>.self, then: "retire")
  /// Who judges, and therefore never mentors.
  static let judges = SitePath<NoArgument>("mentoring", "judges")
  static let removeJudge = SitePath<NoArgument>("mentoring", "judges", "remove")

  /// What the viewer asked, and was asked.
  static let requests = SitePath<NoArgument>("mentoring", "requests")
  static let ask = SitePath<ID<Enrollment>>(
    "mentoring", "enrollments", argument: ID<Enrollment>.self, then: "ask")
  static let accept = requestAct("accept")
  static let declineRequest = requestAct("decline")
  static let takeBackRequest = requestAct("take-back")

  static let found = SitePath<NoArgument>("mentoring", "found")
  static let program = SitePath<ID<MentoringProgram>>(
    "mentoring", "programs", argument: ID<MentoringProgram>.self)
  static let changeProgram = programAct("change")
  static let closeProgram = programAct("close")
  static let begin = programAct("begin")

  static let cycle = SitePath<ID<MentoringCycle>>(
    "mentoring", "cycles", argument: ID<MentoringCycle>.self)
  static let changeCycle = cycleAct("change")
  static let clone = cycleAct("clone")
  static let move = cycleAct("move")
  static let enroll = cycleAct("enroll")
  static let withdraw = cycleAct("withdraw")
  static let enrollments = cycleAct("enrollments")
  /// Approving several at a time.
  static let approveSome = cycleAct("approve")
  static let matching = cycleAct("matching")
  static let weigh = cycleAct("weigh")
  static let decide = cycleAct("decide")
  static let takeBack = cycleAct("take-back")
  static let run = cycleAct("run")
  /// What other weights would make of the matching.
  static let effect = cycleAct("effect")
  static let close = cycleAct("close")
  /// The mentors whom one can ask.
  static let mentors = cycleAct("mentors")
  static let rankMentors = cycleAct("rank-mentors")
  static let rankMentees = cycleAct("rank-mentees")

  static let enrollment = SitePath<ID<Enrollment>>(
    "mentoring", "enrollments", argument: ID<Enrollment>.self)
  static let giveBack = SitePath<ID<Enrollment>>(
    "mentoring", "enrollments", argument: ID<Enrollment>.self, then: "return")
  static let approve = SitePath<ID<Enrollment>>(
    "mentoring", "enrollments", argument: ID<Enrollment>.self, then: "approve")
  static let why = SitePath<ID<Enrollment>>(
    "mentoring", "enrollments", argument: ID<Enrollment>.self, then: "why")
  static let publish = SitePath<ID<MatchingRun>>(
    "mentoring", "matchings", argument: ID<MatchingRun>.self, then: "publish")
  static let whatIf = SitePath<ID<MatchingRun>>(
    "mentoring", "matchings", argument: ID<MatchingRun>.self, then: "what-if")
  static let runFile = SitePath<ID<MatchingRun>>(
    "mentoring", "matchings", argument: ID<MatchingRun>.self, then: "export")

  static let pair = SitePath<ID<MentoringPair>>(
    "mentoring", "pairs", argument: ID<MentoringPair>.self)
  static let decline = pairAct("decline")
  static let agree = pairAct("agree")
  static let sign = pairAct("sign")
  /// Taking a proposed change of the agreement away.
  static let keepWhatHolds = pairAct("keep")
  static let addGoal = pairAct("goal")
  static let checkIn = pairAct("meeting")
  static let nextMeeting = pairAct("next")
  static let callOff = pairAct("call-off")
  static let end = pairAct("end")
  static let setGoal = SitePath<ID<PairGoal>>(
    "mentoring", "goals", argument: ID<PairGoal>.self)
  static let note = SitePath<ID<CheckIn>>(
    "mentoring", "meetings", argument: ID<CheckIn>.self, then: "note")
  static let takeBackCheckIn = SitePath<ID<CheckIn>>(
    "mentoring", "meetings", argument: ID<CheckIn>.self, then: "take-back")
  static let pulse = SitePath<ID<Pulse>>("mentoring", "pulses", argument: ID<Pulse>.self)

  /// Questionnaires.
  static let instruments = SitePath<NoArgument>("mentoring", "instruments")
  static let loadInstrument = SitePath<NoArgument>("mentoring", "instruments", "load")
  static let sendInstrument = SitePath<NoArgument>("mentoring", "instruments", "send")
  static let addShipped = SitePath<NoArgument>("mentoring", "instruments", "ours")
  static let instrument = SitePath<ID<Instrument>>(
    "mentoring", "instruments", argument: ID<Instrument>.self)
  static let instrumentFile = SitePath<ID<Instrument>>(
    "mentoring", "instruments", argument: ID<Instrument>.self, then: "export")
  static let retireInstrument = SitePath<ID<Instrument>>(
    "mentoring", "instruments", argument: ID<Instrument>.self, then: "retire")
  static let chooseInstrument = cycleAct("instrument")
  static let questions = cycleAct("questions")
  static let forgetAnswers = cycleAct("forget")
  static let figures = cycleAct("figures")
  static let figuresFile = cycleAct("figures-file")

  /// The way to the page of a pair.
  static func crumbs(_ pair: ID<MentoringPair>) -> [Page.Breadcrumb] {
    crumbs + [Page.Breadcrumb("Your pair", self.pair.location(pair))]
  }

  static let crumbs = [Page.Breadcrumb("Mentoring", start.location())]

  private static func programAct(_ word: String) -> SitePath<ID<MentoringProgram>> {
    SitePath("mentoring", "programs", argument: ID<MentoringProgram>.self, then: word)
  }

  private static func resourceAct(_ word: String) -> SitePath<ID<CareerResource>> {
    SitePath("mentoring", "resources", argument: ID<CareerResource>.self, then: word)
  }

  private static func requestAct(_ word: String) -> SitePath<ID<MentoringRequest>> {
    SitePath("mentoring", "requests", argument: ID<MentoringRequest>.self, then: word)
  }

  private static func pairAct(_ word: String) -> SitePath<ID<MentoringPair>> {
    SitePath("mentoring", "pairs", argument: ID<MentoringPair>.self, then: word)
  }

  private static func cycleAct(_ word: String) -> SitePath<ID<MentoringCycle>> {
    SitePath("mentoring", "cycles", argument: ID<MentoringCycle>.self, then: word)
  }
}
