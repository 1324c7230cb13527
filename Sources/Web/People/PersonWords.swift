import Kernel
import Roster

/// How pages say what someone is here.
enum PersonWords {
  static func capacity(_ capacity: Capacity) -> String {
    switch capacity {
    case .trainee: "Trainee"
    case .faculty: "Faculty"
    case .staff: "Staff"
    }
  }

  static func presence(_ presence: Presence) -> String {
    switch presence {
    case .current: "Here today"
    case .upcoming: "Still to come"
    case .former: "Has left"
    }
  }

  /// `PGY-2` for a trainee, else what the person is here.
  static func level(_ entry: DirectoryEntry) -> String {
    entry.level.map { "PGY-\($0)" } ?? capacity(entry.capacity)
  }

  /// One line about someone, for below their name.
  static func line(_ entry: DirectoryEntry) -> String {
    let words = [
      level(entry), entry.programName, entry.presence == .current ? nil : presence(entry.presence),
    ]
    return words.compactMap(\.self).joined(separator: ", ")
  }

  /// Where a role holds.
  static func place(_ line: RoleLine) -> String { line.scopeName ?? "the whole institution" }

  /// From when to when.
  static func term(_ startsOn: Day, _ endsOn: Day?) -> String {
    endsOn.map { "\(When.day(startsOn)) to \(When.day($0))" } ?? "since \(When.day(startsOn))"
  }
}
