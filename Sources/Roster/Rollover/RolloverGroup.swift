/// The groups into which a rollover sorts the appointments of the old year.
///
/// A group decides what usually happens; where ``act`` is not nil, the office may tick or leave out
/// each one.
package enum RolloverGroup: String, Sendable, CaseIterable, Codable {
  /// Goes up a year.
  case up
  /// Ends in the program's final year.
  case graduates
  /// Ends before the final year, and nothing follows.
  case renewal
  /// Ends in the final year, on leave, in remediation or on probation.
  case held
  /// On leave, in remediation or on probation, and goes on.
  case away
  /// Began at another time of the year.
  case offCycle = "off_cycle"
  /// Was given the level of the new year already.
  case raised
  /// Another appointment follows.
  case continued
  /// Is in the final year and goes on for a while.
  case stays
  /// Begins with the new year.
  case begins
  /// How it ends was decided before.
  case decided
  /// Ended in the old year, and nobody said how.
  case ended

  /// What a rollover can do with an appointment.
  package enum Act: String, Sendable {
    case raise, graduate, renew
  }

  /// What happens to those of the group who are taken; nil where nothing can.
  package var act: Act? {
    switch self {
    case .up, .away, .offCycle: .raise
    case .graduates, .held: .graduate
    case .renewal: .renew
    case .raised, .continued, .stays, .begins, .decided, .ended: nil
    }
  }

  /// Whether everybody of the group is taken unless someone leaves them out.
  package var isUsuallyTaken: Bool {
    switch self {
    case .up, .graduates, .away: true
    default: false
    }
  }

  /// The groups in which the office may choose.
  package static let chosen = allCases.filter { $0.act != nil }
}

extension Rollover {
  /// Whether those of a group are taken where nobody chose otherwise.
  package func takes(_ group: RolloverGroup) -> Bool {
    group.act != nil && group.isUsuallyTaken != turnedGroups.contains(group)
  }
}
