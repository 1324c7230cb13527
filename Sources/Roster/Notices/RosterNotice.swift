import Kernel
import SQLStore

/// What people are told when others change what they may do, or look at what is kept of them.
///
/// Nobody is told what they did themselves.
struct RosterNotice {
  let viewer: Viewer
  let world: World
  let writer: any SQLWriter

  /// Tells someone of a role that was granted to them.
  func granted(_ grant: RoleGrant, in place: ScopeName) throws {
    try tell(
      grant.person, .role,
      "\(try actor()) gave you a role: \(role(grant, place))\(start(of: grant)).",
      Self.roles(of: grant.person))
  }

  /// Tells someone that a role of theirs ended, or will.
  func ended(_ grant: RoleGrant, in place: ScopeName, on day: Day?) throws {
    let role = role(grant, place)
    try tell(
      grant.person, .role,
      day.map { "\(try actor()) set \($0.words) as the last day of your role: \(role)." }
        ?? "\(try actor()) ended your role: \(role).",
      Self.roles(of: grant.person))
  }

  /// Tells the deputy, and the person whose role it is.
  func named(_ deputy: RoleGrant, for principal: RoleGrant, in place: ScopeName) throws {
    let role = role(principal, place)
    let holder = try name(of: principal.person)
    try tell(
      deputy.person, .role, "You are now deputy of \(holder): \(role)\(start(of: deputy)).",
      Self.roles(of: deputy.person))
    try tell(
      principal.person, .role,
      "\(try name(of: deputy.person)) is now your deputy: \(role)\(start(of: deputy)).",
      Self.roles(of: principal.person))
  }

  /// Tells someone that their record was opened, once a day for each reader.
  func opened(recordOf person: PersonID) throws {
    try tell(
      person, .account, "\(try actor()) opened your personnel record.",
      "/who-opened-my-record")
  }

  private static func roles(of person: PersonID) -> String { "/people/\(person.text)/roles" }

  /// The role and where it holds, with words in braces.
  private func role(_ grant: RoleGrant, _ place: ScopeName) -> String {
    "\(grant.role.title), \(place.name)"
  }

  private func start(of grant: RoleGrant) -> String {
    grant.startsOn > viewer.today ? ", from \(grant.startsOn.words)" : ""
  }

  private func actor() throws -> String {
    try viewer.person.map { try name(of: $0) } ?? "Housestaff"
  }

  private func name(of person: PersonID) throws -> String {
    try writer.first("SELECT name FROM directory_entry WHERE person_id = \(person)")?
      .text("name") ?? "Someone"
  }

  private func tell(
    _ person: PersonID, _ kind: Notice.Kind, _ sentence: String, _ path: String
  ) throws {
    guard person != viewer.person else { return }
    try Notice.tell(
      person, Notice.News(kind, sentence, path: path), in: world, writer: writer)
  }
}
