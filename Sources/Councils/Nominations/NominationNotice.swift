import Kernel
import Roster
import SQLStore

/// What people are told about a nomination.
struct NominationNotice {
  private let nomination: Nomination
  private let organization: Organization
  private let world: World
  private let writer: any SQLWriter

  init(
    _ nomination: Nomination, _ organization: Organization, _ world: World,
    _ writer: any SQLWriter
  ) {
    self.nomination = nomination
    self.organization = organization
    self.world = world
    self.writer = writer
  }

  /// Asks the director of a program, and the deputies, to decide.
  func asks(directorsOf program: ProgramID, on today: Day) throws {
    let nominee = try name(nomination.person)
    try ask(
      "\(nominee) is put forward for a seat in \(organization.name) and needs your release.",
      directorsOf: program, on: today)
  }

  /// Asks them once more.
  func reminds(directorsOf program: ProgramID, on today: Day) throws {
    let nominee = try name(nomination.person)
    try ask(
      "Still waiting for you: \(nominee), put forward for a seat in \(organization.name).",
      directorsOf: program, on: today)
  }

  /// Tells the trainee and whoever put them forward.
  func tellsApproved(_ seating: Seating, by viewer: Viewer) throws {
    let place =
      seating.place == .alternate
      ? "now an alternate in \(organization.name)"
      : "seated in \(organization.name) from \(seating.startsOn.words) to \(seating.endsOn.words)"
    try tell("You are \(place).", "\(try name(nomination.person)) is \(place).", by: viewer)
  }

  /// Tells them that the director said no; the reason stands on the page alone.
  func tellsDeclined(by viewer: Viewer) throws {
    let what = "not released for the seat in \(organization.name). The page says why."
    try tell("You were \(what)", "\(try name(nomination.person)) was \(what)", by: viewer)
  }

  private func ask(_ sentence: String, directorsOf program: ProgramID, on today: Day) throws {
    let directors = try RoleGrant.holders(
      of: .programDirector, in: [program], on: today, reader: writer)
    for director in Set(directors.map(\.person)).sorted() where director != nomination.person {
      try Notice.tell(
        director, Notice.News(.approval, sentence, path: nomination.path), in: world,
        writer: writer)
    }
  }

  private func tell(_ trainee: String, _ others: String, by viewer: Viewer) throws {
    if nomination.person != viewer.person {
      try Notice.tell(
        nomination.person, Notice.News(.council, trainee, path: nomination.path), in: world,
        writer: writer)
    }
    let other = nomination.putForwardBy
    guard other != nomination.person, other != viewer.person else { return }
    try Notice.tell(
      other, Notice.News(.council, others, path: nomination.path), in: world, writer: writer)
  }

  private func name(_ person: PersonID) throws -> String {
    try Seating.name(of: person, writer)
  }
}

extension Nomination {
  /// The page of the nomination, for notices.
  var path: String { "/nominations/\(id.text)" }
}

extension Organization {
  /// The page of the organization, for notices.
  var path: String { "/organizations/\(id.text)" }

  /// An organization whose name is told to those whom it concerns.
  static func named(_ id: OrganizationID, _ reader: any SQLReader) throws -> Organization {
    let organization = try reader.first(
      Organization.self, "SELECT \(columns) FROM organization WHERE id = \(id)")
    guard let organization else { throw Absent() }
    return organization
  }
}
