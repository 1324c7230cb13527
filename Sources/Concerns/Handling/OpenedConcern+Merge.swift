package import Kernel
package import SQLStore

extension OpenedConcern {
  /// The field that says with which concern it is handled together.
  package static let targetField = "target"

  /// Those of the viewer's open concerns with which it can be handled together: of the same group,
  /// and read by the same people, so that nobody learns of one concern from another.
  package func partners(
    viewer: Viewer, reader: any SQLReader, most: Int = 50
  ) throws -> [Concern] {
    try reader.all(
      Concern.self,
      """
      \(Concern.selection) WHERE \(Concern.readable(by: viewer)) AND \(Concern.openOnes)
        AND concern.group_id = \(concern.group) AND concern.id <> \(concern.id)
        AND NOT EXISTS (\(Self.keys(of: "concern.id", without: "\(concern.id)")))
        AND NOT EXISTS (\(Self.keys(of: "\(concern.id)", without: "concern.id")))
      ORDER BY concern.raised_on DESC, concern.id LIMIT \(most)
      """)
  }

  /// The keys of people that open one concern and not another one.
  private static func keys(of one: SQLQuery, without other: SQLQuery) -> SQLQuery {
    """
    SELECT 1 FROM concern_key AS mine JOIN reading_key ON reading_key.id = mine.key_id
    WHERE mine.concern_id = \(one) AND reading_key.person_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM concern_key AS theirs
        WHERE theirs.concern_id = \(other) AND theirs.key_id = mine.key_id)
    """
  }

  /// Handles it together with another one from now on: what is answered there is answered here too,
  /// and its clocks count no more. Its writer goes on writing behind their own code.
  package func merge(_ typed: String, by viewer: Viewer, writer: any SQLWriter) throws {
    guard concern.state != .resolved, concern.mergedInto == nil else {
      throw ConcernRefusal.wrongState
    }
    let target = try partners(viewer: viewer, reader: writer).first { $0.id.text == typed }
    guard let target else {
      throw Problems(
        field: Self.targetField,
        "Choose an open concern of the same group that the same people read.")
    }
    try writer.execute(
      """
      UPDATE concern SET merged_into = \(target.id)
      WHERE id = \(concern.id) OR merged_into = \(concern.id)
      """)
    for id in [concern.id, target.id] {
      try ConcernAct.note(.merged, on: id, by: viewer, writer)
    }
  }

  /// Handles it apart again.
  package func separate(by viewer: Viewer, writer: any SQLWriter) throws {
    guard let target = concern.mergedInto else { throw ConcernRefusal.wrongState }
    try writer.execute("UPDATE concern SET merged_into = NULL WHERE id = \(concern.id)")
    for id in [concern.id, target] {
      try ConcernAct.note(.separated, on: id, by: viewer, writer)
    }
  }

  /// Those of the viewer's concerns that are handled together with one.
  static func merged(
    into id: ID<Concern>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Concern] {
    try reader.all(
      Concern.self,
      """
      \(Concern.selection) WHERE concern.merged_into = \(id) AND \(Concern.readable(by: viewer))
      ORDER BY concern.raised_on, concern.id
      """)
  }
}
