package import Kernel
package import SQLStore

/// What the roster keeps of a person, as tables for their own copy of their data.
package struct RosterCopy: Sendable, Equatable {
  package let name: String
  package let columns: [String]
  package let rows: [[String]]

  /// Everything that is kept of a person; whoever asks has made sure that it is their own.
  package static func tables(
    of person: PersonID, reader: any SQLReader
  ) throws -> [RosterCopy] {
    let kept = try Person.find(person, in: reader).person
    return [
      RosterCopy(
        name: "person", columns: ["fact", "value"],
        rows: PersonDraft(kept).fields.map { [$0.name, $0.value] }),
      try appointments(of: person, reader),
      try roles(of: person, reader),
      try reads(of: person, reader),
    ]
  }

  private static func appointments(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let lines = try AppointmentLine.all(of: person, in: reader)
    return RosterCopy(
      name: "appointments",
      columns: [
        "program", "department", "site", "level", "standing", "starts_on", "ends_on",
      ],
      rows: lines.map { line in
        [
          line.programName, line.departmentName, line.siteName ?? "", String(line.level),
          line.appointment.standing.rawValue, line.startsOn.text,
          line.appointment.endsOn.text,
        ]
      })
  }

  private static func roles(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let rows = try reader.rows(
      """
      SELECT role, scope_kind, coalesce(scope_id, '') AS scope_id, starts_on,
        coalesce(ends_on, '') AS ends_on, coalesce(revoked_at, '') AS revoked_at
      FROM role_grant WHERE person_id = \(person) ORDER BY id
      """)
    let columns = ["role", "scope_kind", "scope_id", "starts_on", "ends_on", "revoked_at"]
    return RosterCopy(
      name: "roles", columns: columns,
      rows: try rows.map { row in try columns.map { try row.text($0) } })
  }

  private static func reads(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let rows = try reader.rows(
      """
      SELECT record_read.at AS at, record_read.what AS what,
        coalesce(directory_entry.name, '') AS reader
      FROM record_read
      LEFT JOIN directory_entry ON directory_entry.person_id = record_read.reader
      WHERE record_read.person_id = \(person) ORDER BY record_read.id
      """)
    let columns = ["at", "what", "reader"]
    return RosterCopy(
      name: "who-opened-my-record", columns: columns,
      rows: try rows.map { row in try columns.map { try row.text($0) } })
  }
}
