import Kernel
import SQLStore

/// A kind of place that has nothing but a name: sponsors, sites, departments.
protocol BlueprintPlace: Sendable {
  /// The key at the file's top.
  static var key: String { get }
  /// The heading in a plan.
  static var heading: String { get }
  static var kind: PlaceNames.Kind { get }
  /// Several of them, in a sentence.
  static var many: String { get }
  static var table: StaticString { get }

  /// Adds one.
  /// - Returns: its identifier.
  static func add(_ name: String, _ applying: Applying) throws -> String
  /// Gives one another name.
  static func rename(_ id: String, to name: String, _ applying: Applying) throws
}

/// A list of names, one for each place of a kind.
struct PlaceSection<Place: BlueprintPlace>: BlueprintSection {
  static var key: String { Place.key }

  private let entries: [Located<String>]

  init(_ found: Found?) {
    var lines: [Int: String] = [:]
    var seen: [String: Int] = [:]
    self.entries = (found?.items() ?? []).compactMap { item in
      guard let name = item.line() else { return nil }
      let key = FoldedText.key(name.value)
      if let line = seen[key] {
        item.complain("“\(lines[line] ?? name.value)” stands in line \(line) already. Keep one.")
        return nil
      }
      seen[key] = name.spot.line
      lines[name.spot.line] = name.value
      return name
    }
  }

  func plan(_ planning: Planning) throws {
    var named: Set<String> = []
    let kept = try Self.kept(planning)
    for place in kept { planning.names.note(place.name, id: place.id, as: Place.kind) }
    let before = Dictionary(kept.map { (FoldedText.key($0.name), $0) }) { first, _ in first }
    for entry in entries {
      let (name, key) = (entry.value, FoldedText.key(entry.value))
      named.insert(key)
      planning.names.note(name, as: Place.kind)
      if let known = before[key] {
        guard known.name != name else { continue }
        let facts = [PlanChange.Fact("name", from: known.name, to: name)]
        planning.add(change(.change, name, facts), at: entry.spot) { applying in
          try Place.rename(known.id, to: name, applying)
        }
      } else {
        planning.add(change(.add, name), at: entry.spot) { applying in
          applying.added(name, id: try Place.add(name, applying), as: Place.kind)
        }
      }
    }
    planning.leave(before.keys.count { !named.contains($0) }, Place.kind.words, Place.many)
  }

  static func export(from planning: Planning, to file: inout YAMLText) throws {
    let kept = try kept(planning)
    guard !kept.isEmpty else { return }
    file.section(key) { file in
      for place in kept { file.item(place.name) }
    }
  }

  private func change(
    _ act: PlanChange.Act, _ name: String, _ facts: [PlanChange.Fact] = []
  ) -> PlanChange {
    PlanChange(heading: Place.heading, act: act, name: name, facts: facts)
  }

  /// What the database holds, by name.
  private static func kept(_ planning: Planning) throws -> [(id: String, name: String)] {
    try planning.rows("SELECT id, name FROM \(literal: Place.table) ORDER BY name_key")
      .map { (try $0.text("id"), try $0.text("name")) }
  }
}
