import Kernel
import SQLStore

/// Counts the lines of a plan as they are read, and makes their digest.
struct RolloverTally {
  /// What stands for the final year of a program.
  struct Guess {
    /// The highest level that anyone had there.
    let level: Int
    /// How many graduate because of it.
    var people = 0
  }

  /// Guesses by the program's identifier.
  private(set) var guesses: [String: Guess] = [:]
  private var sizes: [RolloverGroup: Size] = [:]
  private var changes: RolloverDigest

  private struct Size {
    var all = 0
    var taken = 0
    var inUnknown = 0
  }

  init(_ rollover: Rollover, with more: [String]) {
    changes = RolloverDigest(rollover, with: more)
  }

  /// Adds a line; they come sorted by the appointments' identifiers.
  mutating func add(_ row: SQLRow) throws {
    let group = try row.word("kind", RolloverGroup.self)
    let act = try row.boolean("taken") ? group.act : nil
    let isGuessed = try row.boolean("guessed")
    sizes[group, default: Size()].all += 1
    if act != nil { sizes[group]?.taken += 1 }
    if isGuessed {
      sizes[group]?.inUnknown += 1
      try guess(row, group)
    }
    if let act { try changes.add(row, id: "id", act) }
  }

  private mutating func guess(_ row: SQLRow, _ group: RolloverGroup) throws {
    // How these end is said, whatever the final year is.
    guard group != .decided, group != .ended else { return }
    let program = try row.text("program_id")
    let level = try row.integer("top")
    guesses[program, default: Guess(level: level)].people += group.act == .graduate ? 1 : 0
  }

  /// The sizes of all groups that are not empty, in the groups' order.
  var counts: [RolloverPlan.Count] {
    RolloverGroup.allCases.compactMap { group in
      sizes[group].map { size in
        RolloverPlan.Count(
          group: group, all: size.all, taken: size.taken, inUnknown: size.inUnknown)
      }
    }
  }

  /// One number for all changes that were added.
  mutating func digest() -> String { changes.finish() }
}
