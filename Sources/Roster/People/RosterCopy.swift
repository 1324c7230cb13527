package import Kernel
package import SQLStore

/// What the roster keeps of a person, as tables for their own copy of their data.
package struct RosterCopy: Sendable, Equatable {
  package let kind: Kind
  package let columns: [String]
  package let rows: [[String]]

  /// What a table is about; the word is also the name of its file.
  package enum Kind: String, Sendable {
    case person, appointments, roles
    case reads = "who-opened-my-record"
  }

  /// Everything that is kept of the viewer.
  package static func tables(
    ofMine viewer: Viewer, in words: Words, reader: any SQLReader
  ) throws -> [RosterCopy] {
    guard let person = viewer.person else { throw Absent() }
    return [
      try facts(of: person, words, reader), try appointments(of: person, words, reader),
      try roles(viewer, person, words, reader), try reads(of: person, reader),
    ]
  }

  private static func facts(
    of person: PersonID, _ words: Words, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let kept = try Person.find(person, in: reader).person
    return RosterCopy(
      kind: .person, columns: ["Fact", "Value"],
      rows: [
        ["Given name", kept.name.given], ["Family name", kept.name.family],
        ["Preferred given name", kept.name.preferred ?? ""], ["Degrees", kept.degrees ?? ""],
        ["Mail address", kept.address ?? ""], ["Here as", kept.capacity.label(in: words)],
        ["Personnel number", kept.personnelNumber ?? ""],
      ])
  }

  private static func appointments(
    of person: PersonID, _ words: Words, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let lines = try AppointmentLine.all(of: person, in: reader)
    return RosterCopy(
      kind: .appointments,
      columns: [
        words("{Program}"), words("{Department}"), words("{Site}"), "Level", "Standing",
        "First day", "Last day",
      ],
      rows: lines.map { line in
        [
          line.programName, line.departmentName, line.siteName ?? "", "PGY-\(line.level)",
          standing(line), line.startsOn.text, line.appointment.endsOn.text,
        ]
      })
  }

  private static func standing(_ line: AppointmentLine) -> String {
    let standing = line.appointment.standing.label
    return line.appointment.endsAs.map { "\(standing), then \($0.label.lowercased())" } ?? standing
  }

  private static func roles(
    _ viewer: Viewer, _ person: PersonID, _ words: Words, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let lines = try RoleLine.held(by: person, withPast: true, viewer: viewer, reader: reader)
    return RosterCopy(
      kind: .roles, columns: ["Role", "Where", "First day", "Last day", "State"],
      rows: lines.map { line in
        let role =
          line.grant.role.label(in: words) + (line.principal.map { ", deputy of \($0.name)" } ?? "")
        return [
          role, line.scopeName ?? "the whole institution", line.grant.startsOn.text,
          line.grant.endsOn?.text ?? "", line.state.label,
        ]
      })
  }

  private static func reads(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> RosterCopy {
    let rows = try reader.rows(
      """
      SELECT record_read.at AS at, record_read.what AS what,
        coalesce(directory_entry.name, 'Someone who has been removed') AS reader
      FROM record_read
      LEFT JOIN directory_entry ON directory_entry.person_id = record_read.reader
      WHERE record_read.person_id = \(person) ORDER BY record_read.id DESC
      """)
    return RosterCopy(
      kind: .reads, columns: ["Who", "What", "When"],
      rows: try rows.map { row in
        [try row.text("reader"), "Your \(try row.text("what"))", try row.text("at")]
      })
  }
}
