package import Kernel
package import SQLStore

/// What a certificate of service says, on paper and on the page that anyone may open.
///
/// All of it is kept as it was when it was issued: an institution that changes its name, and a
/// person who leaves, change nothing.
package struct CertificateContent: Sendable, Equatable {
  package let code: CertificateCode
  package let name: String
  /// The name of the mentoring program.
  package let program: String
  /// The title of the cycle.
  package let cycle: String
  /// The first and the last day of mentoring.
  package let begins, ends: Day
  /// How long they met with mentees, in half hours; 0 where too few meetings were noted to tell.
  package let halfHours: Int
  package let mentees: Int
  /// The institution that issued it.
  package let institution: String
  /// What its office is called, in the institution's words.
  package let office: String
  package let issuedOn: Day
}

extension CertificateContent: SQLDecodable {
  static let columns: SQLQuery =
    """
    code, name, program_name, cycle_title, begins_on, ends_on, half_hours, mentees, institution,
    office_name, issued_on
    """

  package init(row: SQLRow) throws {
    self.init(
      code: CertificateCode(stored: try row.text("code")), name: try row.text("name"),
      program: try row.text("program_name"), cycle: try row.text("cycle_title"),
      begins: try row.day("begins_on"), ends: try row.day("ends_on"),
      halfHours: try row.integer("half_hours"), mentees: try row.integer("mentees"),
      institution: try row.text("institution"), office: try row.text("office_name"),
      issuedOn: try row.day("issued_on"))
  }
}

/// A certificate as anyone finds it who has its code: what it says, and whether it still holds.
package struct FoundCertificate: Sendable, Equatable {
  package let content: CertificateContent
  /// Since when it does not hold any more; nil while it does. Why is between the person and the
  /// office.
  package let revokedOn: Day?

  /// The certificate of a code. It needs no viewer: having the code is the right to read it.
  /// - Throws: ``Absent`` where there is none.
  package static func with(
    _ code: CertificateCode, reader: any SQLReader
  ) throws -> FoundCertificate {
    let row = try reader.first(
      """
      SELECT \(CertificateContent.columns), revoked_on FROM mentor_certificate
      WHERE code = \(code.text)
      """)
    guard let row else { throw Absent() }
    return FoundCertificate(
      content: try CertificateContent(row: row), revokedOn: try row.dayOrNil("revoked_on"))
  }
}
