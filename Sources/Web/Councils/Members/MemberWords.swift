import Councils
import Kernel
import Roster

/// Membership in words.
enum MemberWords {
  /// Who sees a member, as the one who chooses reads it.
  static func choices() -> [(value: String, label: String, hint: String?)] {
    Membership.Visibility.allCases.map { ($0.rawValue, label($0), hint($0)) }
  }

  static func label(_ visibility: Membership.Visibility) -> String {
    switch visibility {
    case .nobody: "Nobody"
    case .officers: "Officers"
    case .members: "Members"
    case .everyone: "Everyone"
    }
  }

  private static func hint(_ visibility: Membership.Visibility) -> String? {
    switch visibility {
    case .nobody: "Only you know. This is how you begin."
    case .officers: "The officers see you in the list."
    case .members: "Members and officers see you. Guests do not."
    case .everyone: "Everyone who finds the organization sees you."
    }
  }

  /// The number of members that the reader may know.
  static func count(_ count: PublishedCount) -> String {
    switch count {
    case .number(let number, let day):
      "\(Figures.counted(number, "member", "members")) on \(When.day(day))"
    case .fewer(let than): "Fewer than \(than) beside those who are listed"
    }
  }

  /// Why the number is what it is.
  static let countHint =
    "The number is renewed on the first of a month, and only after several people came or went. "
    + "So nobody can tell from it who did."

  static func capacity(_ capacity: Capacity, _ words: Words) -> String {
    capacity.label(in: words)
  }
}
