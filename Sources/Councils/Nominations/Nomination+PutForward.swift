package import Kernel
import Roster
package import SQLStore

extension Nomination {
  /// Puts someone forward for a seat.
  ///
  /// A trainee stands for themselves, or those who answer for the trainee's program put them
  /// forward, or the office. Where the director does, the director's decision is in it.
  @discardableResult
  package static func putForward(
    _ draft: NominationDraft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> Nomination {
    let (rule, organization) = try SeatRule.find(
      draft.seat.rule, viewer: viewer, reader: writer)
    try refuse(rule, organization, on: viewer.today)
    let settings = try Settings(reader: writer)
    let term = try term(draft, rule, settings, on: viewer.today)
    let candidacy = try candidacy(draft, rule, term, viewer, writer)
    try refuseTwice(draft, rule, candidacy.training.name, writer)
    let vacancy = try SeatVacancy.find(rule, draft.seat.unit, in: writer)
    try refuseTaken(vacancy, draft, term, writer)
    let nomination = Nomination(
      id: world.newID(), organization: organization.id, seat: draft.seat, person: draft.person,
      statement: draft.statement, startsOn: term.startsOn, asAlternate: draft.asAlternate,
      putForwardBy: try viewer.signedInPerson, putForwardAt: viewer.now, state: .awaiting,
      decidedBy: nil, decidedAt: nil, reason: "", reminders: 0)
    try nomination.insert(to: writer)
    try nomination.note(
      "nomination.made", organization.name, by: viewer.person, at: viewer.now, to: writer)
    if viewer.directedPrograms.contains(candidacy.program), viewer.person != draft.person {
      return try approve(nomination.id, by: viewer, in: world, writer: writer).nomination
    }
    try NominationNotice(nomination, organization, world, writer)
      .asks(directorsOf: candidacy.program, on: viewer.today)
    return nomination
  }

  /// Refuses seats that nobody is put forward for.
  private static func refuse(
    _ rule: SeatRule, _ organization: Organization, on today: Day
  ) throws(CouncilRefusal) {
    try organization.refuseClosed(on: today)
    if let closedOn = rule.closedOn, closedOn < today { throw .noSuchSeat }
    switch rule.kind {
    case .eachDepartment, .eachProgram, .eachSite, .atLarge: return
    case .peerSelected: throw .peersSelect
    case .exOfficio: throw .comesWithRole
    case .appointed: throw .officeAppoints
    }
  }

  private static func term(
    _ draft: NominationDraft, _ rule: SeatRule, _ settings: Settings, on today: Day
  ) throws -> SeatTerm {
    let year = AcademicYear(containing: today, start: settings.yearStart)
    let first = max(draft.startsOn ?? today, today)
    guard first <= year.next.firstDay else {
      throw Problems(
        field: NominationDraft.Field.startsOn,
        "A term begins now or with the coming academic year, on \(year.next.firstDay.words).")
    }
    return SeatTerm(from: first, years: rule.years, start: settings.yearStart)
  }

  private static func candidacy(
    _ draft: NominationDraft, _ rule: SeatRule, _ term: SeatTerm, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> Candidacy {
    let candidacy: Candidacy
    do {
      candidacy = try Candidacy(
        of: draft.person, for: rule, draft.seat.unit, term, on: viewer.today, reader: reader)
    } catch let refusal as CouncilRefusal {
      // Why someone cannot stand is told to those alone who may put them forward.
      guard try mayPutForward(draft.person, viewer, reader) else {
        throw CouncilRefusal.notYoursToPutForward
      }
      throw refusal
    }
    guard try mayPutForward(draft.person, viewer, reader) else {
      throw CouncilRefusal.notYoursToPutForward
    }
    return candidacy
  }

  private static func mayPutForward(
    _ person: PersonID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Bool {
    if viewer.person == person || viewer.mayKeepOrganizations { return true }
    let program = try Training.of([person], on: viewer.today, reader: reader)[person]?
      .placement?.program
    return program.map(viewer.ownPrograms.contains) ?? false
  }

  private static func refuseTwice(
    _ draft: NominationDraft, _ rule: SeatRule, _ name: String, _ reader: any SQLReader
  ) throws {
    let awaiting = try reader.number(
      """
      SELECT count(*) FROM nomination WHERE rule_id = \(rule.id)
        AND person_id = \(draft.person) AND state = 'awaiting'
      """)
    if awaiting > 0 { throw CouncilRefusal.alreadyPutForward(name: name) }
    let seated = try reader.number(
      """
      SELECT count(*) FROM seating WHERE rule_id = \(rule.id) AND person_id = \(draft.person)
        AND ended_on IS NULL AND place <> 'deputy'
        AND ends_on >= \(draft.startsOn?.text ?? "")
      """)
    if seated > 0 { throw CouncilRefusal.alreadySeated(name: name) }
  }

  private static func refuseTaken(
    _ vacancy: SeatVacancy, _ draft: NominationDraft, _ term: SeatTerm, _ reader: any SQLReader
  ) throws {
    guard vacancy.free(from: term.startsOn, to: term.endsOn) == nil else { return }
    let taken = try SeatTaken(vacancy, on: term.startsOn, reader)
    guard draft.asAlternate else { throw CouncilRefusal.seatTaken(taken) }
    let waiting = try reader.number(
      """
      SELECT count(*) FROM nomination WHERE rule_id = \(draft.seat.rule)
        AND unit = \(draft.seat.unitID) AND state = 'awaiting' AND as_alternate
      """)
    if vacancy.alternates.count + waiting >= vacancy.rule.alternates {
      throw CouncilRefusal.alternatesFull(taken)
    }
  }

  private func insert(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO nomination (id, organization_id, rule_id, unit, person_id, statement, starts_on,
        as_alternate, put_forward_by, put_forward_at, state, reason, reminders)
      VALUES (\(id), \(organization), \(seat.rule), \(seat.unitID), \(person), \(statement),
        \(startsOn), \(asAlternate), \(putForwardBy), \(putForwardAt), \(state.rawValue), '', 0)
      """)
  }
}

extension Viewer {
  /// The person who looks, where someone has to be there.
  var signedInPerson: PersonID {
    get throws {
      guard let person else { throw Absent() }
      return person
    }
  }
}

/// Who holds a seat, and how long.
package struct SeatTaken: Sendable, Equatable {
  package let name: String
  package let until: Day
  /// Whether someone may still wait as an alternate.
  package let takesAlternates: Bool

  init(_ vacancy: SeatVacancy, on day: Day, _ reader: any SQLReader) throws {
    guard let holder = vacancy.holder(on: day) else { throw CouncilRefusal.noSuchSeat }
    name = try Directory.names(of: [holder.person], reader: reader)[holder.person] ?? "Someone"
    until = holder.endsOn
    takesAlternates = vacancy.alternates.count < vacancy.rule.alternates
  }
}
