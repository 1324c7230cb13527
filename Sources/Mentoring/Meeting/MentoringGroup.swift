package import Kernel
import Roster
package import SQLStore

/// The others of a group: in a cycle of groups the pairs of one mentor meet together.
package enum MentoringGroup {
  /// The names of the other mentees of a pair's mentor, for the two of the pair; empty where people
  /// do not meet in groups.
  package static func others(
    of id: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> [String] {
    let inside = try InsidePair(id, viewer, reader)
    let others = try inside.siblings(reader).map(\.mentee)
    let names = try Directory.names(of: others, reader: reader)
    return others.compactMap { names[$0] }.sorted {
      FoldedText.key($0) < FoldedText.key($1)
    }
  }
}

extension InsidePair {
  /// The other pairs of the same mentor that go on, where they meet as a group.
  func siblings(_ reader: any SQLReader) throws -> [MentoringPair] {
    guard cycle.plan.shape == .groups, pair.state == .active else { return [] }
    return try reader.all(
      MentoringPair.self,
      """
      SELECT \(MentoringPair.columns) FROM mentoring_pair
      WHERE cycle_id = \(cycle.id) AND mentor_id = \(pair.mentor) AND state = 'active'
        AND id <> \(pair.id) ORDER BY id
      """)
  }

  /// This pair and, where the mentor does something for the whole group, the others of it.
  func all(ofGroup isForGroup: Bool, _ reader: any SQLReader) throws -> [InsidePair] {
    guard isForGroup, side == .mentor else { return [self] }
    return try [self] + siblings(reader).map { try InsidePair(goingOn: $0.id, viewer, reader) }
  }
}
