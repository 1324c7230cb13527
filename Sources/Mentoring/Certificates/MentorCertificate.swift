package import Kernel
package import SQLStore

/// A certificate of service that a mentor was given for a cycle.
package struct MentorCertificate: Sendable, Equatable {
  package let id: ID<MentorCertificate>
  /// Whose it is; nil once the person was removed.
  package let person: PersonID?
  package let cycle: ID<MentoringCycle>
  package let content: CertificateContent
  package let revokedOn: Day?
  /// Why it was revoked; empty otherwise.
  package let reason: String
}

extension MentorCertificate: SQLDecodable {
  private static let columns: SQLQuery =
    "id, person_id, cycle_id, \(CertificateContent.columns), revoked_on, reason"

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), person: try row.idOrNil("person_id"), cycle: try row.id("cycle_id"),
      content: try CertificateContent(row: row), revokedOn: try row.dayOrNil("revoked_on"),
      reason: try row.text("reason"))
  }

  /// The viewer's own, the latest first.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [MentorCertificate] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      MentorCertificate.self,
      """
      SELECT \(columns) FROM mentor_certificate WHERE person_id = \(person)
      ORDER BY issued_on DESC, id DESC
      """)
  }

  /// Those of a cycle, the latest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentorCertificate] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentorCertificate.self,
      """
      SELECT \(columns) FROM mentor_certificate WHERE cycle_id = \(cycle)
      ORDER BY issued_on DESC, id DESC
      """)
  }

  /// One certificate, for the person and for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<MentorCertificate>, viewer: Viewer, reader: any SQLReader
  ) throws -> MentorCertificate {
    let found = try reader.first(
      MentorCertificate.self,
      """
      SELECT \(columns) FROM mentor_certificate WHERE id = \(id) AND \(visible(to: viewer))
      """)
    guard let found else { throw Absent() }
    return found
  }

  private static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    return viewer.mayRunMentoring ? "1 = 1" : "person_id = \(person)"
  }
}
