import Accounts
package import Kernel
package import SQLStore

/// A role that the demonstration lets anyone try: "sign in as".
package enum DemonstrationRole: String, Sendable, CaseIterable {
  case resident, fellow
  case chiefResident = "chief_resident"
  case programDirector = "program_director"
  case programCoordinator = "program_coordinator"
  case office = "gme_office"
  case dio
  case mentor = "faculty_mentor"
  case steward = "demographic_steward"
  case adviser = "international_adviser"
  case administrator

  /// The role's title, with words of the institution in braces.
  package var title: String {
    switch self {
    case .resident: "Resident"
    case .fellow: "Fellow"
    case .chiefResident: "Chief resident"
    case .programDirector: "{Program} director"
    case .programCoordinator: "{Program} coordinator"
    case .office: "{Office}"
    case .dio: "Designated institutional official"
    case .mentor: "Faculty mentor"
    case .steward: "Demographic steward"
    case .adviser: "International-office adviser"
    case .administrator: "Administrator"
    }
  }

  /// What this person comes for, with words of the institution in braces.
  package var sentence: String {
    switch self {
    case .resident: "Sees what is due, finds colleagues, and reads who opened the own record."
    case .fellow: "Came from this hospital's own residency and brings that history along."
    case .chiefResident: "Looks after the residents of a large {program}, mostly from a phone."
    case .programDirector: "Knows every {trainee} of the {program}, and decides in two clicks."
    case .programCoordinator: "Keeps several {programs} on time, day by day."
    case .office: "Imports the roster, names directors, and sees every deadline."
    case .dio: "Answers for all {programs} and wants one page that says how they are."
    case .mentor: "Holds no office: finds people, and gives time to those who ask."
    case .steward: "Collects voluntary self-identification; never selects anyone."
    case .adviser: "Follows international {trainees} and the dates that bind them."
    case .administrator: "Runs the system: settings, roles, jobs, mail and the audit trail."
    }
  }

  /// The name of the setting that keeps the person of the role; `Accounts` reads it.
  var setting: String { "demo_role_" + rawValue }
}

extension DemonstrationRole {
  /// What the page "sign in as" offers.
  package struct Offer: Sendable, Equatable {
    package let role: DemonstrationRole
    package let person: PersonID
    /// The person's name as pages show it.
    package let name: String
  }

  /// The offers of a store that holds a demonstration, in the order of the roles; else none.
  package static func offers(reader: any SQLReader) throws -> [Offer] {
    let people = try DemonstrationPerson.all(reader: reader)
    return allCases.compactMap { role in
      people.first { $0.role == role.rawValue }.map {
        Offer(role: role, person: $0.person, name: $0.name)
      }
    }
  }
}
