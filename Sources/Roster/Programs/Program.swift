package import Kernel
package import SQLStore

/// A training program, with exactly one sponsor of record.
package struct Program: Sendable, Equatable {
  package let id: ProgramID
  package var name: String
  /// The accreditor's number, unique where there is one.
  package var accreditationNumber: String?
  package var department: DepartmentID
  /// The institution that answers for the program; changed by ``changeSponsor(of:to:by:writer:)``
  /// alone, so that a second one cannot come about.
  package let sponsor: SponsorID
  /// The director's address as the record system gives it.
  package var directorAddress: String?
  /// The post-graduate year after which people graduate, where somebody said so.
  package var finalLevel: Int?
  /// The last day of a program that was closed.
  package let closedOn: Day?

  /// Whether the program takes people on a day.
  package func isOpen(on today: Day) -> Bool { closedOn.map { $0 >= today } ?? true }
}

extension Program: SQLDecodable {
  static let columns: SQLQuery =
    """
    program.id AS id, program.name AS name, accreditation_number, department_id, sponsor_id,
    director_address, final_level, closed_on
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), name: try row.text("name"),
      accreditationNumber: try row.textOrNil("accreditation_number"),
      department: try row.id("department_id"), sponsor: try row.id("sponsor_id"),
      directorAddress: try row.textOrNil("director_address"),
      finalLevel: try row.integerOrNil("final_level"),
      closedOn: try row.dayOrNil("closed_on"))
  }

  /// A program that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ProgramID, viewer: Viewer, reader: any SQLReader
  ) throws -> Program {
    guard viewer.isSignedIn else { throw Absent() }
    return try find(id, in: reader)
  }

  static func find(_ id: ProgramID, in reader: any SQLReader) throws -> Program {
    let program = try reader.first(
      Program.self, "SELECT \(columns) FROM program WHERE id = \(id)")
    guard let program else { throw Absent() }
    return program
  }

  func note(
    _ act: String, _ detail: String, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    let subject = Audit.Subject(kind: "program", id: id.text)
    try Audit.append(
      Audit.Act(act, of: subject, detail: detail), by: viewer.person, at: viewer.now, to: writer)
  }
}
