import Kernel
import Matching
import Mentoring

/// How pages say what mentoring keeps as words.
enum MentoringWords {
  /// How far a cycle is, as someone reads it on a day.
  static func state(_ cycle: MentoringCycle, on today: Day) -> (word: String, tone: Tone) {
    switch cycle.state {
    case .open where today < cycle.plan.enrollFrom: ("enrollment to come", .neutral)
    case .open where today > cycle.plan.enrollUntil: ("enrollment over", .warn)
    case .open: ("enrollment", .info)
    case .matching: ("being matched", .warn)
    case .active: ("pairs meet", .good)
    case .closed: ("closed", .neutral)
    }
  }

  static func enrollment(_ state: Enrollment.State) -> (word: String, tone: Tone) {
    switch state {
    case .submitted: ("under review", .info)
    case .approved: ("approved", .good)
    case .returned: ("needs a change", .warn)
    case .withdrawn: ("taken back", .neutral)
    }
  }

  static func pair(_ state: MentoringPair.State) -> (word: String, tone: Tone) {
    switch state {
    case .active: ("goes on", .good)
    case .declined: ("declined", .neutral)
    case .completed: ("completed", .good)
    case .endedEarly: ("ended early", .neutral)
    case .transferred: ("transferred", .neutral)
    }
  }

  /// What the other of a pair is to one of the two, before their name.
  static func other(of pair: MentoringPair, for person: PersonID?) -> String {
    if pair.shape == .peers { return "Your peer " }
    return pair.mentee == person ? "Your mentor " : "You mentor "
  }

  static func request(_ state: MentoringRequest.State) -> (word: String, tone: Tone) {
    switch state {
    case .open: ("open", .info)
    case .accepted: ("accepted", .good)
    case .declined: ("declined", .neutral)
    case .takenBack: ("taken back", .neutral)
    case .lapsed: ("lapsed", .neutral)
    }
  }

  /// A place of a ranking, from 1.
  static func place(_ place: Int) -> String {
    let words = ["First", "Second", "Third", "Fourth", "Fifth"]
    return words.indices.contains(place - 1) ? words[place - 1] : "Place \(place)"
  }

  /// What is imagined when a rule does not count.
  static func without(_ bar: Bar) -> String {
    switch bar {
    case .leadership: "Who leads a {program} may mentor its {trainees}"
    case .supervisor: "Who answers to someone may be mentored by them"
    case .competencyCommittee: "Members of a competency committee may mentor those they judge"
    case .evaluator: "Evaluators may mentor those whom they evaluate"
    case .samePerson, .paired, .formerPair, .apart: bar.sentence
    }
  }

  static func part(_ part: Enrollment.Part, in shape: MentoringCycle.Shape) -> String {
    switch part {
    case .mentee: "looks for a mentor"
    case .mentor: "mentors"
    case .both: shape == .peers ? "looks for a peer" : "looks for a mentor, and mentors"
    }
  }

  static func audience(_ audience: MentoringCycle.Audience) -> String {
    switch audience {
    case .trainees: "{Trainees}"
    case .everyone: "Everyone who is here"
    }
  }

  static func shape(_ shape: MentoringCycle.Shape) -> (label: String, hint: String) {
    switch shape {
    case .pairs: ("One to one", "A mentor may have several mentees, each alone.")
    case .groups: ("In groups", "A mentor and their mentees, who know of each other.")
    case .peers: ("Peers", "Two who are each other's mentors.")
    }
  }

  static func mode(_ mode: MentoringCycle.Mode) -> (label: String, hint: String) {
    switch mode {
    case .office: ("The {office} matches by points", "What counts is chosen below.")
    case .rankings:
      ("Both sides rank", "No two are left who would rather have each other than what they get.")
    case .requests: ("Mentees ask mentors", "A mentor accepts as long as there is a place.")
    }
  }

  static func objective(_ objective: Objective) -> (label: String, hint: String) {
    switch objective {
    case .total:
      ("The best pairs", "The most points in all. Someone may stay alone for it.")
    case .most:
      ("The most people", "As many as possible are in a pair; then the most points.")
    case .fair:
      ("The fairest", "As many as possible; then nobody's match is worse than it has to be.")
    }
  }

  static func kind(_ kind: MentoringTerm.Kind) -> (heading: String, one: String) {
    switch kind {
    case .topic: ("Topics", "a topic")
    case .career: ("Careers", "a career")
    case .specialty: ("Specialties", "a specialty")
    case .language: ("Languages", "a language")
    case .format: ("Ways to meet", "a way to meet")
    }
  }

  static func criterion(_ criterion: Criterion) -> (label: String, hint: String) {
    switch criterion {
    case .topics:
      ("Topics", "How many of the topics that one looks for the other offers; three are enough.")
    case .careers: ("Careers", "How many careers both think of; three are enough.")
    case .specialties: ("Specialties", "How many specialties both named; three are enough.")
    case .languages: ("Languages", "Whether they share one.")
    case .formats: ("Ways to meet", "Whether they share one.")
    case .hours: ("Hours", "How many hours of the week both have; eight are enough.")
    case .otherDepartment:
      ("Another {department}", "That they are not of the same {department}.")
    }
  }

  static func manner(_ manner: CheckIn.Manner) -> String {
    switch manner {
    case .inPerson: "in person"
    case .video: "by video"
    case .phone: "by phone"
    case .writing: "in writing"
    }
  }

  static func judge(_ part: Judge.Part) -> String {
    switch part {
    case .competencyCommittee: "clinical competency committee"
    case .evaluator: "evaluates"
    }
  }

  /// The days of the week, from Monday on.
  static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `6 am to 8 am`, for a block of two hours.
  static func hours(_ block: Int) -> String { hours(block..<(block + 1)) }

  /// `6 am to 10 am`, for two blocks in a row.
  private static func hours(_ blocks: Range<Int>) -> String {
    let (from, to) = (blocks.lowerBound, blocks.upperBound)
    return "\(clock(beginOf: from)) to \(clock(beginOf: to))"
  }

  private static func clock(beginOf block: Int) -> String {
    clock(WeekHours.firstHour + block * WeekHours.hoursOfBlock)
  }

  private static func clock(_ hour: Int) -> String {
    "\(hour % 12 == 0 ? 12 : hour % 12) \(hour < 12 ? "am" : "pm")"
  }

  /// The hours of a week in words, day by day.
  static func hours(_ hours: WeekHours) -> [String] {
    days.enumerated().compactMap { day, name in
      let runs = runs(of: hours, on: day).map { Self.hours($0) }
      return runs.isEmpty ? nil : "\(name): \(runs.joined(separator: ", "))"
    }
  }

  /// The blocks of a day that suit, those in a row together.
  private static func runs(of hours: WeekHours, on day: Int) -> [Range<Int>] {
    (0..<WeekHours.blocks).filter { hours.has(day: day, block: $0) }.reduce(into: []) {
      runs, block in
      if let last = runs.last, last.upperBound == block {
        runs[runs.endIndex - 1] = last.lowerBound..<(block + 1)
      } else {
        runs.append(block..<(block + 1))
      }
    }
  }
}
