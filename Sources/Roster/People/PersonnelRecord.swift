package import Kernel
package import SQLStore

/// What is kept of a person beyond the directory: opening it is recorded and shown to them.
package struct PersonnelRecord: Sendable, Equatable {
  package let person: Person
  /// All appointments, the latest first; without standing where the viewer does not answer for
  /// that program.
  package let appointments: [AppointmentLine]
  package let deactivatedAt: Instant?

  /// What a read of the record is called.
  static let subject = "personnel record"

  /// Opens someone's record and keeps that it was opened; one's own opens without a trace.
  /// - Throws: ``Absent`` for whoever may not open it.
  package static func open(
    _ id: PersonID, viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> PersonnelRecord {
    let record = try read(id, viewer, writer)
    guard let reader = viewer.person, reader != id else { return record }
    if try !RecordRead.wasToday(id, by: reader, viewer, writer) {
      try RosterNotice(viewer: viewer, world: world, writer: writer).opened(recordOf: id)
    }
    try writer.execute(
      """
      INSERT INTO record_read (id, person_id, reader, what, at)
      VALUES (\(world.newID(ID<RecordRead>.self)), \(id), \(reader), \(subject), \(viewer.now))
      """)
    return record
  }

  /// The viewer's own record.
  /// - Throws: ``Absent`` for someone who is not signed in.
  package static func own(
    viewer: Viewer, reader: any SQLReader
  ) throws -> PersonnelRecord {
    guard let person = viewer.person else { throw Absent() }
    return try read(person, viewer, reader)
  }

  /// Whether the viewer may open the record.
  package static func mayOpen(
    _ id: PersonID, viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    viewer.mayOpenRecord(
      of: id, trainingAt: try AppointmentLine.all(of: id, in: reader).map(\.placement))
  }

  private static func read(
    _ id: PersonID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> PersonnelRecord {
    let appointments = try AppointmentLine.all(of: id, in: reader)
    guard viewer.mayOpenRecord(of: id, trainingAt: appointments.map(\.placement)) else {
      throw Absent()
    }
    let stored = try Person.find(id, in: reader)
    return PersonnelRecord(
      person: stored.person,
      appointments: appointments.map { line in
        let isWhole = viewer.person == id || viewer.answers(for: line.placement)
        return isWhole ? line : line.shown(.withoutStanding)
      },
      deactivatedAt: stored.deactivatedAt)
  }
}
