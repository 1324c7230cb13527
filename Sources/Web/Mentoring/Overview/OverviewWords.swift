import Kernel
import Mentoring

/// How the overview of a cycle says what it shows.
enum OverviewWords {
  static func step(_ step: CycleFunnel.Step, of shape: MentoringCycle.Shape) -> String {
    let seeking = shape == .peers ? "to find a peer" : "to find a mentor"
    return switch step {
    case .enrolledMentees: "Enrolled \(seeking)"
    case .enrolledMentors: "Enrolled to mentor"
    case .approvedMentees: "Approved \(seeking)"
    case .approvedMentors: "Approved to mentor"
    case .paired: "Pairs"
    case .signed: "Agreement signed by both"
    case .met: "Met at least once"
    case .completed: "Completed"
    }
  }

  static func risk(_ risk: PairStanding.Risk) -> String {
    switch risk {
    case .troubled: "One of them lets you know that it does not work."
    case .missed(let day): "Two meetings missed, since \(When.day(day))."
    case .neverMet(let weeks): "Never met in \(self.weeks(weeks))."
    case .unsigned(let weeks): "No agreement signed by both after \(self.weeks(weeks))."
    }
  }

  /// The most pressing first.
  static func rank(_ risk: PairStanding.Risk) -> Int {
    switch risk {
    case .troubled: 0
    case .missed: 1
    case .neverMet: 2
    case .unsigned: 3
    }
  }

  static func reason(_ reason: Unmatched.Reason) -> String {
    switch reason {
    case .without(let why): why.sentence
    case .notAccepted: "No mentor has accepted a request of theirs yet."
    case .notFound: "Nobody has found them yet."
    case .cameLater: "Was approved after the last matching."
    case .pairEnded(let state): "Their pair is over: \(MentoringWords.pair(state).word)."
    case .full: "All their places are taken by pairs of other cycles."
    case .unneeded(let places):
      "Nobody needed \(places == 1 ? "their place" : "one of their \(places) places")."
    }
  }

  /// `14.5`, of half hours.
  static func hours(_ halfHours: Int) -> String {
    Figures.grouped(halfHours / 2) + (halfHours.isMultiple(of: 2) ? "" : ".5")
  }

  /// The hours of a mentor; of a single meeting nothing is told.
  static func hours(of load: MentorLoad) -> String? {
    load.isTold ? hours(load.halfHours) : nil
  }

  /// A title that fits beside a bar.
  static func short(_ title: String) -> String {
    title.count <= 34 ? title : title.prefix(33) + "…"
  }

  private static func weeks(_ count: Int) -> String { Figures.counted(count, "week", "weeks") }
}
