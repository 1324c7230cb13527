import Elections
import Foundation
import Kernel

/// Elections in words.
enum ElectionWords {
  static func state(_ state: Election.State) -> (word: String, tone: Tone) {
    switch state {
    case .draft: ("Draft", .neutral)
    case .nominating: ("Nominations", .info)
    case .voting: ("Voting", .warn)
    case .closed: ("Counted", .info)
    case .certified: ("Certified", .good)
    case .calledOff: ("Called off", .bad)
    }
  }

  static func method(_ method: Election.Method) -> (word: String, hint: String) {
    switch method {
    case .scottishSTV:
      (
        "Ranking, single transferable vote",
        "Voters rank as many as they like. The rules of Scotland's councils, easy to repeat."
      )
    case .meek:
      (
        "Ranking, Meek's method",
        "As above, counted anew after each exclusion. Exact, and for a computer alone."
      )
    case .instantRunoff:
      ("Ranking, instant runoff", "For one seat: whoever has more than half in the end.")
    case .approval: ("Approval", "Voters choose everyone they approve of. The most votes win.")
    case .plurality:
      ("Most votes", "Voters choose as many as there are seats. The most votes win.")
    }
  }

  static func onePer(_ onePer: Election.OnePer, _ words: Words) -> String {
    switch onePer {
    case .anyone: "No limit"
    case .department: words("At most one of each {department}")
    case .program: words("At most one of each {program}")
    }
  }

  /// Where an election is held.
  static func place(_ line: ElectionLine) -> String {
    line.unitName ?? "The whole institution"
  }

  static func candidate(_ state: Candidate.State) -> (word: String, tone: Tone) {
    switch state {
    case .proposed: ("Asked", .info)
    case .accepted: ("Stands", .good)
    case .declined: ("Declined", .neutral)
    case .withdrawn: ("Withdrawn", .warn)
    }
  }

  static func ruling(_ ruling: RollCorrection.Ruling?) -> (word: String, tone: Tone) {
    switch ruling {
    case nil: ("Waits", .warn)
    case .added: ("Added", .good)
    case .refused: ("Refused", .neutral)
    }
  }

  /// From when to when, on the institution's clock.
  static func window(_ from: Instant?, _ until: Instant?, _ zone: TimeZone) -> String {
    guard let from, let until else { return "Not decided yet" }
    return "\(TypedMoment.words(from, in: zone)) to \(TypedMoment.words(until, in: zone))"
  }

  /// Who reads what a candidate writes.
  static let readers = "everyone who sees the election"
}
