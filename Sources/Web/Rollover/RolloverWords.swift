import Roster

/// What the groups of a rollover are called, with the institution's words in braces.
extension RolloverGroup {
  /// What happens to them, as a heading.
  var title: String {
    switch self {
    case .up: "Go up a year"
    case .graduates: "Graduate"
    case .renewal: "Contract ends before the final year"
    case .held: "Final year ends while not active"
    case .away: "Go up while not active"
    case .offCycle: "Began at another time of the year"
    case .raised: "Raised already"
    case .continued: "Another appointment follows"
    case .stays: "Stay in the final year"
    case .begins: "Begin with the new year"
    case .decided: "Decided before"
    case .ended: "Over, and nobody said how"
    }
  }

  /// Who they are and what to do, in a sentence or two.
  var sentence: String {
    switch self {
    case .up: "Their appointment goes on, so their training level goes up by one."
    case .graduates:
      "Their appointment ends with the old year, in the {program}'s final year."
    case .renewal:
      "Take those who go on: their appointment is made longer by a year and their level goes up. "
        + "For the others it ends as it stands."
    case .held:
      "They are on leave, in remediation or on probation. Take those who graduate all the same."
    case .away:
      "They are on leave, in remediation or on probation. Leave out those who repeat the year."
    case .offCycle:
      "Their level goes up at another time. Take those who go up now."
    case .raised:
      "An import or an edit gave them the level of the new year. Nobody is raised twice."
    case .continued: "They have the next appointment already. Nothing is changed."
    case .stays: "They make up for some time in the final year. Nothing is changed."
    case .begins: "They begin now, at the level that they have. Nothing is changed."
    case .decided: "How their appointment ends was written down before. Nothing is changed."
    case .ended:
      "Their appointment ended during the old year. Nothing is changed; edit those who graduated."
    }
  }

  /// What taking someone does, for the box to tick.
  var verb: String {
    switch act {
    case .raise: "Goes up"
    case .graduate: "Graduates"
    case .renew: "Renew"
    case nil: ""
    }
  }

  /// A word or two for the figure.
  var label: String {
    switch self {
    case .up: "go up"
    case .graduates: "graduate"
    case .renewal: "to renew?"
    case .held: "to graduate?"
    case .away: "up, not active"
    case .offCycle: "off cycle"
    case .raised: "raised already"
    case .continued: "go on"
    case .stays: "stay"
    case .begins: "begin"
    case .decided: "decided"
    case .ended: "over"
    }
  }

  /// Whether the office should look before it confirms.
  var isQuestion: Bool { self == .renewal || self == .held || self == .offCycle }
}
