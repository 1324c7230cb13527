package import Kernel
package import SQLStore

extension Rollover {
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
