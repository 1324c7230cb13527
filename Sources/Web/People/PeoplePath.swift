import HTML
import Kernel
import Roster

/// The addresses of people.
enum PeoplePath {
  static let people = SitePath<NoArgument>("people")
  static let filter = SitePath<NoArgument>("people", "filter")
  static let export = SitePath<NoArgument>("people", "export")
  static let add = SitePath<NoArgument>("people", "add")
  static let person = SitePath<PersonID>("people", argument: PersonID.self)
  static let edit = SitePath<PersonID>("people", argument: PersonID.self, then: "edit")
  static let deactivate = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "deactivate")
  static let reactivate = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "reactivate")
  static let record = SitePath<PersonID>("people", argument: PersonID.self, then: "record")
  static let reads = SitePath<NoArgument>("who-opened-my-record")
}

/// The addresses of appointments.
enum AppointmentPath {
  static let add = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "appointments", "add")
  static let edit = SitePath<ID<Appointment>>(
    "appointments", argument: ID<Appointment>.self, then: "edit")
  static let end = SitePath<ID<Appointment>>(
    "appointments", argument: ID<Appointment>.self, then: "end")
  static let transfer = SitePath<ID<Appointment>>(
    "appointments", argument: ID<Appointment>.self, then: "transfer")
}

/// The addresses of roles.
enum RolePath {
  static let roles = SitePath<NoArgument>("roles")
  static let ofPerson = SitePath<PersonID>("people", argument: PersonID.self, then: "roles")
  static let grant = SitePath<PersonID>(
    "people", argument: PersonID.self, then: "roles", "grant")
  static let grantInProgram = SitePath<ProgramID>(
    "programs", argument: ProgramID.self, then: "roles", "grant")
  static let end = SitePath<ID<RoleGrant>>("roles", argument: ID<RoleGrant>.self, then: "end")
  static let revoke = SitePath<ID<RoleGrant>>(
    "roles", argument: ID<RoleGrant>.self, then: "revoke")
  static let deputy = SitePath<ID<RoleGrant>>(
    "roles", argument: ID<RoleGrant>.self, then: "deputy")
}
