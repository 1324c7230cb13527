import Kernel
import SQLStore

/// Someone who was not deactivated: only they can take on a role or an appointment.
enum ActivePerson {
  /// The person's name as pages show it.
  /// - Throws: ``Absent`` where there is no such person, ``RosterRefusal/deactivated(name:)``.
  static func name(of id: PersonID, in reader: any SQLReader) throws -> String {
    let person = try Person.find(id, in: reader)
    if person.deactivatedAt != nil {
      throw RosterRefusal.deactivated(name: person.person.name.display)
    }
    return person.person.name.display
  }
}
