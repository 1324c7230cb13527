package import Kernel
package import SQLStore

extension Rollover {
  /// Keeps whom the office ticked and whom it left out, of some that it saw together.
  ///
  /// Choices stay with the draft, so a reload or a colleague finds them.
  package static func choose(
    _ taken: Set<ID<Appointment>>, among shown: [ID<Appointment>], in group: RolloverGroup,
    to year: AcademicYear, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard group.act != nil else { throw Absent() }
    let draft = try draft(to: year, by: viewer, in: world, writer: writer)
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

  /// Takes or leaves a whole group; what was chosen one by one in it before is forgotten.
  package static func chooseAll(
    _ isTaken: Bool, of group: RolloverGroup, to year: AcademicYear, by viewer: Viewer,
    in world: World, writer: any SQLWriter
  ) throws {
    guard group.act != nil else { throw Absent() }
    let draft = try draft(to: year, by: viewer, in: world, writer: writer)
    var turned = draft.turnedGroups
    if isTaken == group.isUsuallyTaken { turned.remove(group) } else { turned.insert(group) }
    try writer.execute(
      """
      DELETE FROM rollover_choice
      WHERE rollover_id = \(draft.id) AND kind = \(group.rawValue)
      """)
    try writer.execute(
      """
      UPDATE rollover SET turned_groups = \(turned.map(\.rawValue).sorted().joined(separator: " "))
      WHERE id = \(draft.id)
      """)
  }

  /// The draft of a year, made where there is none yet.
  /// - Throws: ``RolloverRefusal/alreadyDone(year:by:)`` where the year is turned.
  package static func draft(
    to year: AcademicYear, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> Rollover {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    if let standing = try standing(year.firstDay, in: writer) {
      try standing.refuseDone(writer)
      return standing
    }
    let id = world.newID(ID<Rollover>.self)
    try writer.execute(
      """
      INSERT INTO rollover (id, first_day, state, turned_groups, plan_digest, report, created_by,
        created_at)
      VALUES (\(id), \(year.firstDay), \(State.draft.rawValue), \(""), \(""), \(""),
        \(viewer.person), \(viewer.now))
      """)
    return try find(id, in: writer)
  }

  /// Keeps what the one who confirms has seen, for the work that follows.
  /// - Throws: ``RolloverRefusal`` before the first day, and where it is done.
  package static func confirm(
    _ digest: String, to year: AcademicYear, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> Rollover {
    let draft = try draft(to: year, by: viewer, in: world, writer: writer)
    guard draft.mayBegin(on: viewer.today) else {
      throw RolloverRefusal.tooEarly(firstDay: draft.firstDay)
    }
    try writer.execute(
      "UPDATE rollover SET plan_digest = \(digest) WHERE id = \(draft.id)")
    return draft
  }

  /// Throws where the year is turned, naming who did it.
  func refuseDone(_ reader: any SQLReader) throws {
    guard state != .draft else { return }
    let name = try doneBy.flatMap { try Directory.names(of: [$0], reader: reader)[$0] }
    throw RolloverRefusal.alreadyDone(year: newYear.name, by: name)
  }
}
