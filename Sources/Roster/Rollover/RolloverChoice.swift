package import Kernel
package import SQLStore

/// What the office chooses against the usual in one group of a year's rollover.
///
/// Choices stay with the draft, so a reload or a colleague finds them.
package struct RolloverChoice: Sendable, Equatable {
  package let group: RolloverGroup
  package let year: AcademicYear

  /// - Throws: ``Absent`` for a group in which nothing can be chosen.
  package init(in group: RolloverGroup, to year: AcademicYear) throws {
    guard group.act != nil else { throw Absent() }
    self.group = group
    self.year = year
  }

  /// Keeps whom the office ticked and whom it left out, of some that it saw together.
  package func take(
    _ taken: Set<ID<Appointment>>, among shown: [ID<Appointment>], by viewer: Viewer,
    in world: World, writer: any SQLWriter
  ) throws {
    let draft = try Rollover.draft(to: year, by: viewer, in: world, writer: writer)
    let usual = draft.takes(group)
    try writer.execute(
      """
      DELETE FROM rollover_choice
      WHERE rollover_id = \(draft.id) AND appointment_id IN (\(list: shown))
      """)
    let others = shown.filter { taken.contains($0) != usual }
    // An appointment that was removed meanwhile has nothing to choose.
    try writer.execute(
      """
      INSERT INTO rollover_choice (rollover_id, appointment_id, kind, taken)
      SELECT \(draft.id), id, \(group.rawValue), \(!usual) FROM appointment
      WHERE id IN (\(list: others))
      """)
  }

  /// Takes or leaves the whole group; what was chosen one by one in it before is forgotten.
  package func takeAll(
    _ isTaken: Bool, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let draft = try Rollover.draft(to: year, by: viewer, in: world, writer: writer)
    var turned = draft.turnedGroups
    if isTaken == group.isUsuallyTaken { turned.remove(group) } else { turned.insert(group) }
    try writer.execute(
      """
      DELETE FROM rollover_choice
      WHERE rollover_id = \(draft.id) AND kind = \(group.rawValue)
      """)
    let kept = turned.map(\.rawValue).sorted().joined(separator: " ")
    try writer.execute("UPDATE rollover SET turned_groups = \(kept) WHERE id = \(draft.id)")
  }
}
