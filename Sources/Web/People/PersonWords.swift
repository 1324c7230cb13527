import Kernel
import Roster

/// How pages say what someone is here.
enum PersonWords {
  static func presence(_ presence: Presence) -> String {
    switch presence {
    case .current: "Here today"
    case .upcoming: "Still to come"
    case .former: "Has left"
    }
  }

  /// `PGY-2` for a trainee, else what the person is here.
  static func level(_ entry: DirectoryEntry, _ words: Words) -> String {
    entry.level.map { "PGY-" + String($0) } ?? entry.capacity.label(in: words)
  }

  /// One line about someone, for below their name.
  static func line(_ entry: DirectoryEntry, _ words: Words) -> String {
    let facts = [
      level(entry, words), entry.programName,
      entry.presence == .current ? nil : presence(entry.presence),
    ]
    return facts.compactMap(\.self).joined(separator: ", ")
  }

  /// Where a role holds.
  static func place(_ line: RoleLine) -> String { line.scopeName ?? "the whole institution" }

  /// From when to when.
  static func term(_ startsOn: Day, _ endsOn: Day?) -> String {
    endsOn.map { "\(When.day(startsOn)) to \(When.day($0))" } ?? "since \(When.day(startsOn))"
  }
}
