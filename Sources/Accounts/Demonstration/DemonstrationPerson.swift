package import Kernel
package import SQLStore

/// Someone of the demonstration whom any visitor may be.
///
/// The demonstration's data name them in settings, `demo_role_resident` and so on; the program of a
/// real institution never asks for this list.
package struct DemonstrationPerson: Sendable, Equatable {
  /// The role's word behind `demo_role_`.
  package let role: String
  package let person: PersonID
  /// The person's name as pages show it.
  package let name: String

  private static let prefix = "demo_role_"

  /// All of them, by the word of their role.
  package static func all(reader: any SQLReader) throws -> [DemonstrationPerson] {
    var people: [DemonstrationPerson] = []
    try reader.forEach(
      """
      SELECT setting.name AS setting, person.id AS person_id, directory_entry.name AS name
      FROM setting JOIN person ON person.id = setting.content
      JOIN directory_entry ON directory_entry.person_id = person.id
      WHERE setting.name > \(prefix) AND setting.name < \(prefix + "~")
        AND person.deactivated_at IS NULL
      """
    ) { row in
      people.append(
        DemonstrationPerson(
          role: String(try row.text("setting").dropFirst(prefix.count)),
          person: try row.id("person_id"), name: try row.text("name")))
    }
    return people.sorted { $0.role < $1.role }
  }

  /// Opens a session as one of them, without password and second factor.
  ///
  /// - Precondition: the site is a demonstration; `Web` has this route in no other.
  /// - Throws: ``Absent`` for someone who is not on the list.
  package static func signIn(
    as person: PersonID, browser: Browser, in world: World, writer: any SQLWriter
  ) throws -> NewSession {
    guard try all(reader: writer).contains(where: { $0.person == person }),
      let account = try Account.find(person, reader: writer)
    else { throw Absent() }
    return try SignIn.begin(account, .demonstration, browser, world, writer)
  }
}
