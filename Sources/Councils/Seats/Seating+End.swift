package import Kernel
import Roster
package import SQLStore

extension Seating {
  /// Leaves a seat before its end: the person by their own wish, or the office ends it.
  package static func leave(
    _ id: ID<Seating>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let seating = try find(id, viewer: viewer, reader: writer)
    let isOwn = seating.person == viewer.person
    guard isOwn || viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    guard seating.ending == nil else { throw CouncilRefusal.seatIsOver }
    let cause: Cause = isOwn ? .resignation : .removal
    try seating.end(Ending(day: viewer.today, cause: cause), writer)
    let organization = try Organization.find(
      seating.organization, viewer: viewer, reader: writer)
    try organization.note(
      isOwn ? "seat.resigned" : "seat.ended", try name(of: seating.person, writer), by: viewer,
      to: writer)
    try SeatSettling(on: viewer.today, at: viewer.now, in: world, writer).settle(left: [seating])
  }

  /// Names someone who sits in when the holder cannot.
  @discardableResult
  package static func nameDeputy(
    _ person: PersonID, of id: ID<Seating>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<Seating> {
    let holder = try find(id, viewer: viewer, reader: writer)
    guard holder.person == viewer.person || viewer.mayKeepOrganizations else {
      throw CouncilRefusal.notAllowed
    }
    guard holder.ending == nil, holder.place == .holder else { throw CouncilRefusal.seatIsOver }
    let (rule, organization) = try SeatRule.find(
      holder.seat.rule, viewer: viewer, reader: writer)
    let deputy = try holder.deputy(person, rule, viewer, world, writer)
    try deputy.insert(by: viewer, to: writer)
    try organization.note(
      "seat.deputy_named", try name(of: person, writer), by: viewer, to: writer)
    return deputy.id
  }

  private func deputy(
    _ person: PersonID, _ rule: SeatRule, _ viewer: Viewer, _ world: World,
    _ reader: any SQLReader
  ) throws -> Seating {
    guard let training = try Training.of([person], on: viewer.today, reader: reader)[person],
      training.presence == .current
    else { throw Absent() }
    if rule.kind.isForTrainees {
      let term = SeatTerm(from: viewer.today, years: 1, start: .july1)
      _ = try Candidacy(
        of: person, for: rule, seat.unit, term, on: viewer.today, reader: reader)
    }
    let vacancy = try SeatVacancy.find(rule, seat.unit, in: reader)
    if vacancy.open.contains(where: { $0.person == person }) {
      throw CouncilRefusal.alreadySeated(name: training.name)
    }
    return Seating(
      id: world.newID(), organization: organization, seat: seat, number: number, person: person,
      program: training.placement?.program, place: .deputy, startsOn: viewer.today,
      endsOn: endsOn, termEndsOn: termEndsOn, ending: nil, evidence: "")
  }

  /// Writes down that it is over.
  func end(_ ending: Ending, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE seating SET ended_on = \(ending.day), ended_as = \(ending.cause.rawValue)
      WHERE id = \(id)
      """)
  }
}
