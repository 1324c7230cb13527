package import Kernel
package import SQLStore

/// What the page of a program shows.
package struct ProgramProfile: Sendable, Equatable {
  package let program: Program
  package let departmentName: String
  package let sponsorName: String
  /// The contributing sites, past ones too.
  package let sites: [ProgramSite]
  /// How many trainees are there today by year of training.
  package let levels: [LevelCount]
  /// Director, coordinators and their deputies.
  package let roles: [RoleLine]
  /// The first trainees, by year and name.
  package let trainees: Listed<DirectoryEntry>
  /// What is still to be done about the director; only the office is told.
  package let directorHint: DirectorHint?

  /// The trainees of a year.
  package struct LevelCount: Sendable, Equatable {
    package let level: Int
    package let people: Int
  }

  /// What the record system says of the director, and Housestaff does not know yet.
  package enum DirectorHint: Sendable, Equatable {
    /// Nobody here has the address.
    case unknown(address: String)
    /// Someone has the address and not the role.
    case notGranted(person: PersonID, name: String)
  }
}

extension Program {
  /// What the page of a program shows, in the same number of queries for any program.
  /// - Throws: ``Absent`` for someone who is not signed in, or where there is no such program.
  package static func profile(
    _ id: ProgramID, viewer: Viewer, reader: any SQLReader
  ) throws -> ProgramProfile {
    let program = try find(id, viewer: viewer, reader: reader)
    let roles = try RoleLine.held(in: .program(id), viewer: viewer, reader: reader)
    let trainees = DirectoryQuery(program: id, capacity: .trainee, sort: .level)
    let levels = try Directory.counts(by: .level, trainees, viewer: viewer, reader: reader)
    return ProgramProfile(
      program: program,
      departmentName: try NamedTable.departments.name(of: program.department.text, reader),
      sponsorName: try NamedTable.sponsors.name(of: program.sponsor.text, reader),
      sites: try ProgramSite.all(of: id, in: reader),
      levels: levels.compactMap { choice in
        Int(choice.value).map { ProgramProfile.LevelCount(level: $0, people: choice.people) }
      },
      roles: roles,
      trainees: try Directory.page(trainees, viewer: viewer, reader: reader),
      directorHint: try program.directorHint(roles, viewer, reader))
  }

  private func directorHint(
    _ roles: [RoleLine], _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> ProgramProfile.DirectorHint? {
    guard viewer.mayKeepRoster, let directorAddress else { return nil }
    let row = try reader.first(
      """
      SELECT directory_entry.person_id AS person_id, directory_entry.name AS name FROM person
      JOIN directory_entry ON directory_entry.person_id = person.id
      WHERE person.address_key = \(Person.addressKey(directorAddress))
      """)
    guard let row else { return .unknown(address: directorAddress) }
    let person: PersonID = try row.id("person_id")
    let directs = roles.contains { line in
      line.grant.role == .programDirector && line.grant.person == person
        && line.grant.deputyOf == nil
    }
    return directs ? nil : .notGranted(person: person, name: try row.text("name"))
  }
}
