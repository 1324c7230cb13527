package import Kernel
import Roster
package import SQLStore

extension Nomination {
  /// What came of an approval.
  package struct Approved: Sendable, Equatable {
    package let nomination: Nomination
    package let seating: Seating
  }

  /// Releases a trainee for a seat, and seats them; where the seat was taken meanwhile, whoever
  /// asked for it waits as an alternate.
  ///
  /// Only the director of the program in which the trainee trains today does that, or a deputy
  /// whom the director named; and nobody for themselves.
  /// - Throws: ``CouncilRefusal/seatTaken(_:)`` where somebody else was first. Nothing is changed
  ///   then, and the nomination still awaits its decision.
  @discardableResult
  package static func approve(
    _ id: ID<Nomination>, asAlternate: Bool = false, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> Approved {
    let nomination = try find(id, viewer: viewer, reader: writer)
    try nomination.refuseDecided(writer)
    let (rule, organization) = try SeatRule.find(
      nomination.seat.rule, viewer: viewer, reader: writer)
    try organization.refuseClosed(on: viewer.today)
    let settings = try Settings(reader: writer)
    let term = SeatTerm(
      from: max(nomination.startsOn, viewer.today), years: rule.years, start: settings.yearStart)
    let candidacy = try nomination.decided(for: rule, term, viewer, writer)
    let seating = try nomination.seating(
      candidacy, asAlternate: asAlternate || nomination.asAlternate, world, writer)
    try seating.insert(nomination: id, by: viewer, to: writer)
    let approved = try nomination.become(.approved, by: viewer, writer: writer)
    try nomination.note(
      "nomination.approved",
      organization.name + (seating.place == .alternate ? ", as an alternate" : ""),
      by: viewer.person, at: viewer.now, to: writer)
    try NominationNotice(nomination, organization, world, writer)
      .tellsApproved(seating, by: viewer)
    return Approved(nomination: approved, seating: seating)
  }

  /// Does not release a trainee, and says why.
  package static func decline(
    _ id: ID<Nomination>, because reason: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let nomination = try find(id, viewer: viewer, reader: writer)
    try nomination.refuseDecided(writer)
    try nomination.refuseForeign(viewer, writer)
    var fields = TypedFields { _ in reason }
    let reason = fields.requiredLines(
      Self.reasonField, most: 1000, "Write why, in a sentence. The {trainee} reads it.")
    try fields.problems.throwIfAny()
    try nomination.become(.declined, reason: reason ?? "", by: viewer, writer: writer)
    let organization = try Organization.named(nomination.organization, writer)
    try nomination.note(
      "nomination.declined", organization.name, by: viewer.person, at: viewer.now, to: writer)
    try NominationNotice(nomination, organization, world, writer).tellsDeclined(by: viewer)
  }

  /// The field in which a director says why.
  package static let reasonField = "reason"

  /// Takes a nomination back: the trainee, or whoever put them forward.
  package static func withdraw(
    _ id: ID<Nomination>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let nomination = try find(id, viewer: viewer, reader: writer)
    try nomination.refuseDecided(writer)
    guard
      [nomination.person, nomination.putForwardBy].contains(viewer.person)
        || viewer.mayKeepOrganizations
    else { throw CouncilRefusal.notAllowed }
    try nomination.become(.withdrawn, by: viewer, writer: writer)
    let organization = try Organization.named(nomination.organization, writer)
    try nomination.note(
      "nomination.withdrawn", organization.name, by: viewer.person, at: viewer.now, to: writer)
  }

  /// Whether the viewer decides about it today.
  package func mayDecide(_ viewer: Viewer, reader: any SQLReader) throws -> Bool {
    guard state == .awaiting, viewer.person != person else { return false }
    let program = try Training.of([person], on: viewer.today, reader: reader)[person]?
      .placement?.program
    return program.map(viewer.directedPrograms.contains) ?? false
  }

  private func decided(
    for rule: SeatRule, _ term: SeatTerm, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Candidacy {
    try refuseForeign(viewer, reader)
    return try Candidacy(
      of: person, for: rule, seat.unit, term, on: viewer.today, reader: reader)
  }

  private func refuseForeign(_ viewer: Viewer, _ reader: any SQLReader) throws {
    if viewer.person == person { throw CouncilRefusal.ownNomination }
    guard try mayDecide(viewer, reader: reader) else { throw CouncilRefusal.notTheirDirector }
  }

  private func refuseDecided(_ reader: any SQLReader) throws {
    guard state != .awaiting else { return }
    let names = try Directory.names(of: [decidedBy].compactMap(\.self), reader: reader)
    throw CouncilRefusal.alreadyDecided(state, by: decidedBy.flatMap { names[$0] })
  }

  private func seating(
    _ candidacy: Candidacy, asAlternate: Bool, _ world: World, _ reader: any SQLReader
  ) throws -> Seating {
    let vacancy = try SeatVacancy.find(candidacy.rule, seat.unit, in: reader)
    let term = candidacy.term
    let free = vacancy.free(from: term.startsOn, to: term.endsOn)
    if free == nil {
      let taken = try SeatTaken(vacancy, on: term.startsOn, reader)
      guard asAlternate else { throw CouncilRefusal.seatTaken(taken) }
      guard taken.takesAlternates else { throw CouncilRefusal.alternatesFull(taken) }
    }
    return Seating(
      id: world.newID(), organization: organization, seat: seat, number: free?.number ?? 0,
      person: person, program: candidacy.program, place: free == nil ? .alternate : .holder,
      startsOn: term.startsOn, endsOn: candidacy.lastDay(within: free?.lastDay ?? term.endsOn),
      termEndsOn: free?.lastDay ?? term.endsOn, ending: nil, evidence: "")
  }

  @discardableResult
  private func become(
    _ state: State, reason: String = "", by viewer: Viewer, writer: any SQLWriter
  ) throws -> Nomination {
    try writer.execute(
      """
      UPDATE nomination SET state = \(state.rawValue), decided_by = \(viewer.person),
        decided_at = \(viewer.now), reason = \(reason)
      WHERE id = \(id)
      """)
    return try Self.find(id, viewer: viewer, reader: writer)
  }
}
