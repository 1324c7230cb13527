package import Kernel
import Roster
package import SQLStore

extension Seating {
  /// Keeps someone in a seat.
  func insert(
    nomination: ID<Nomination>? = nil, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO seating (id, organization_id, rule_id, unit, number, person_id, program_id,
        place, starts_on, ends_on, term_ends_on, nomination_id, evidence, seated_by, seated_at)
      VALUES (\(id), \(organization), \(seat.rule), \(seat.unitID), \(number), \(person),
        \(program), \(place.rawValue), \(startsOn), \(endsOn), \(termEndsOn), \(nomination),
        \(evidence), \(viewer.person), \(viewer.now))
      """)
  }

  /// Appoints someone to a seat that the office fills.
  @discardableResult
  package static func appoint(
    _ person: PersonID, to rule: ID<SeatRule>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<Seating> {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let (rule, organization) = try SeatRule.find(rule, viewer: viewer, reader: writer)
    try refusePlacing(in: rule)
    let placing = Placing(person: person, rule: rule, organization: organization, evidence: "")
    let seating = try placing.place(by: viewer, in: world, writer)
    try organization.note(
      "seat.appointed", "\(rule.title): \(try name(of: person, writer))", by: viewer, to: writer)
    return seating
  }

  /// Seats someone whom the trainees elected. No page leads here: an election does.
  @discardableResult
  package static func seat(
    _ elected: Elected, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<Seating> {
    let (rule, organization) = try SeatRule.find(elected.rule, viewer: viewer, reader: writer)
    guard rule.kind == .peerSelected else { throw CouncilRefusal.noSuchSeat }
    let placing = Placing(
      person: elected.person, rule: rule, organization: organization, evidence: elected.evidence)
    let seating = try placing.place(by: viewer, in: world, writer)
    try organization.note(
      "seat.elected", "\(rule.title): \(try name(of: elected.person, writer))", by: viewer,
      to: writer)
    return seating
  }

  /// Refuses to place someone where others decide.
  package static func refusePlacing(in rule: SeatRule) throws(CouncilRefusal) {
    switch rule.kind {
    case .appointed: return
    case .peerSelected: throw .peersSelect
    case .exOfficio: throw .comesWithRole
    case .eachDepartment, .eachProgram, .eachSite, .atLarge: throw .directorsRelease
    }
  }

  /// Keeps on record that someone tried to place a person where others decide.
  package static func noteAttempt(
    in rule: SeatRule, of organization: Organization, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try organization.note("seat.placing_refused", rule.title, by: viewer, to: writer)
  }

  static func name(of person: PersonID, _ reader: any SQLReader) throws -> String {
    try Directory.names(of: [person], reader: reader)[person] ?? "Someone"
  }
}

/// Someone whom the trainees elected to a seat.
package struct Elected: Sendable {
  package let person: PersonID
  package let rule: ID<SeatRule>
  /// The election in words, as in “Election of May 2026”.
  package let evidence: String

  package init(_ person: PersonID, to rule: ID<SeatRule>, evidence: String) {
    self.person = person
    self.rule = rule
    self.evidence = evidence
  }
}

/// Someone to be placed in a seat of all together.
private struct Placing {
  let person: PersonID
  let rule: SeatRule
  let organization: Organization
  let evidence: String

  func place(by viewer: Viewer, in world: World, _ writer: any SQLWriter) throws -> ID<Seating> {
    try organization.refuseClosed(on: viewer.today)
    let training = try training(on: viewer.today, writer)
    let settings = try Settings(reader: writer)
    let term = SeatTerm(from: viewer.today, years: rule.years, start: settings.yearStart)
    let free = try free(for: term, training.name, writer)
    let lastDay = training.capacity == .trainee ? training.endsOn : nil
    let seating = Seating(
      id: world.newID(), organization: organization.id,
      seat: Seat(rule: rule.id, unit: .institution), number: free.number, person: person,
      program: training.placement?.program, place: .holder, startsOn: term.startsOn,
      endsOn: min(free.lastDay, lastDay ?? free.lastDay), termEndsOn: free.lastDay, ending: nil,
      evidence: evidence)
    try seating.insert(by: viewer, to: writer)
    return seating.id
  }

  private func training(on today: Day, _ reader: any SQLReader) throws -> Training {
    guard let training = try Training.of([person], on: today, reader: reader)[person],
      training.presence == .current
    else { throw Absent() }
    if rule.kind.isForTrainees, training.capacity != .trainee {
      throw CouncilRefusal.notTrainee(name: training.name)
    }
    return training
  }

  private func free(
    for term: SeatTerm, _ name: String, _ reader: any SQLReader
  ) throws -> SeatVacancy.Free {
    let vacancy = try SeatVacancy.find(rule, .institution, in: reader)
    if vacancy.open.contains(where: { $0.person == person && $0.place == .holder }) {
      throw CouncilRefusal.alreadySeated(name: name)
    }
    guard let free = vacancy.free(from: term.startsOn, to: term.endsOn) else {
      throw CouncilRefusal.seatTaken(try SeatTaken(vacancy, on: term.startsOn, reader))
    }
    return free
  }
}
