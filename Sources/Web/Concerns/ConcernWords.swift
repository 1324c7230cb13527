import Concerns
import Kernel

/// Concerns in the words of pages.
enum ConcernWords {
  static func manner(_ manner: Manner) -> String {
    switch manner {
    case .named: "Named"
    case .confidential: "Confidential"
    case .anonymous: "Anonymous"
    }
  }

  /// What a writer may rely on.
  static func promise(_ manner: Manner) -> String {
    switch manner {
    case .named:
      "Those who read it know who you are, and may say so to those who have to act."
    case .confidential:
      "Those who read it know who you are. They tell nobody, as far as the law lets them."
    case .anonymous:
      "Nobody knows who you are, and nothing is kept from which it could be found out."
    }
  }

  static func state(_ concern: Concern) -> (word: String, tone: Tone) {
    if concern.pausedOn != nil { return ("Paused", .neutral) }
    return switch concern.state {
    case .received: ("New", .warn)
    case .acknowledged: ("Being worked on", .neutral)
    case .resolved: ("Resolved", .good)
    }
  }

  static func act(_ act: ConcernAct.Act) -> String {
    switch act {
    case .acknowledged: "Acknowledged"
    case .answered: "Answered"
    case .noted: "Noted"
    case .resolved: "Resolved"
    case .reopened: "Opened again"
    case .paused: "Clocks stopped"
    case .resumed: "Clocks started again"
    case .shared: "Let someone read"
    case .assigned: "Said who sees to it"
    case .unassigned: "Said that nobody in particular sees to it"
    case .linked: "Linked to a meeting"
    case .merged: "Handled together"
    case .separated: "Handled apart again"
    case .offered: "Asked to hand it over"
    case .handedOver: "Handed over"
    case .held: "Kept from being erased"
    case .released: "May be erased again"
    case .summarized: "Proposed words for the register"
    case .published: "Put into the register"
    case .withdrawn: "Took the words back"
    }
  }

  /// What happens next, and until when.
  static func next(_ concern: Concern) -> String {
    guard let day = concern.nextDue else {
      return concern.state == .resolved ? "Nothing is due." : "Its clocks stand still."
    }
    let words = When.day(day)
    if concern.state == .received { return "Acknowledge by \(words)" }
    return concern.answeredOn == nil ? "Answer by \(words)" : "Resolve by \(words)"
  }

  /// The same for whoever wrote it.
  static func promised(_ concern: Concern) -> String {
    guard let day = concern.nextDue else {
      return concern.state == .resolved
        ? "It is resolved. If it is not for you, write below: that opens it again."
        : "It waits for something at the moment. Those who handle it have noted why."
    }
    let words = When.day(day)
    return concern.state == .received
      ? "You will hear by \(words) that it was read."
      : concern.answeredOn == nil
        ? "It was read. You will have an answer by \(words)."
        : "It is being worked on, and is to be resolved by \(words)."
  }
}
