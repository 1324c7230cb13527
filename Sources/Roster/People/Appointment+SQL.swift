package import Kernel
package import SQLStore

extension Appointment {
  /// The appointment of an identifier.
  /// - Throws: ``Absent`` where there is none.
  static func find(_ id: ID<Appointment>, in reader: any SQLReader) throws -> Appointment {
    let found = try reader.first(
      Appointment.self, "SELECT \(columns) FROM appointment WHERE id = \(id)")
    guard let found else { throw Absent() }
    return found
  }

  /// The appointment for the forms that change it.
  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package static func toEdit(
    _ id: ID<Appointment>, viewer: Viewer, reader: any SQLReader
  ) throws -> Appointment {
    guard viewer.mayKeepRoster else { throw Absent() }
    return try find(id, in: reader)
  }

  /// Keeps a new appointment.
  func insert(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO appointment (id, person_id, program_id, site_id, training_level, standing,
        starts_on, ends_on, ends_as, level_since)
      VALUES (\(id), \(person), \(program), \(site), \(level), \(standing.rawValue),
        \(startsOn), \(endsOn), \(endsAs?.rawValue), \(levelSince))
      """)
  }

  /// Keeps what was changed.
  func update(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE appointment SET program_id = \(program), site_id = \(site),
        training_level = \(level), standing = \(standing.rawValue), starts_on = \(startsOn),
        ends_on = \(endsOn), ends_as = \(endsAs?.rawValue), level_since = \(levelSince)
      WHERE id = \(id)
      """)
  }

  /// Refuses what the roster's other facts do not allow.
  func check(in reader: any SQLReader) throws {
    if endsOn < startsOn { throw RosterRefusal.endsBeforeStart }
    let program = try ScopeName.find(.program(program), in: reader)
    if let closedOn = program.closedOn, endsOn > closedOn {
      throw RosterRefusal.programClosed(name: program.name)
    }
    if let site { _ = try ScopeName.find(.site(site), in: reader) }
    let overlapping = try reader.all(
      Appointment.self,
      """
      SELECT \(Appointment.columns) FROM appointment
      WHERE person_id = \(person) AND program_id = \(self.program) AND id <> \(id)
        AND starts_on <= \(endsOn) AND ends_on >= \(startsOn)
      """)
    if overlapping.contains(where: { !$0.standing.isEnded }), !standing.isEnded {
      throw RosterRefusal.appointmentsOverlap
    }
  }
}
