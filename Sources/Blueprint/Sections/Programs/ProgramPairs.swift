import Kernel

/// Finds the program of the database that an entry of the file means.
///
/// A name is enough where one program and one entry have it, so that a program can move to another
/// department; of several, the department decides.
struct ProgramPairs {
  private var byKey: [String: [KeptProgram]]
  /// How many entries have a name.
  private let entries: [String: Int]

  init(_ kept: [KeptProgram], for entries: [ProgramEntry]) {
    byKey = Dictionary(grouping: kept, by: \.key)
    self.entries = Dictionary(entries.map { ($0.key, 1) }, uniquingKeysWith: +)
  }

  /// The programs that no entry meant.
  var left: [KeptProgram] { byKey.values.flatMap { $0 } }

  /// The program that an entry means, which no other entry can mean then.
  mutating func take(_ entry: ProgramEntry) -> KeptProgram? {
    let candidates = byKey[entry.key, default: []]
    let isOnly = candidates.count == 1 && entries[entry.key] == 1
    let found =
      isOnly ? candidates.first : candidates.first { $0.placeKey == entry.placeKey }
    byKey[entry.key] = candidates.filter { $0.id != found?.id }
    return found
  }
}
