package import Kernel
import Roster
package import SQLStore

extension Officer {
  /// Asks someone to be an officer. It counts once they accept, and nobody else reads of it before.
  ///
  /// Officers ask members whom they see, and people in a seat; the office asks anyone. To an
  /// officer everybody else gets the same answer, member or not.
  @discardableResult
  package static func ask(
    _ draft: OfficerDraft, in id: OrganizationID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<Officer> {
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    guard try Officership.runs(id, viewer, reader: writer) else { throw CouncilRefusal.notAllowed }
    try organization.refuseClosed(on: viewer.today)
    try refuseUnseen(draft.person, id, viewer, writer)
    try refuseDouble(draft, id, writer)
    let officer: ID<Officer> = world.newID()
    try writer.execute(
      """
      INSERT INTO officer (id, organization_id, person_id, title, starts_on, ends_on, named_by,
        named_at)
      VALUES (\(officer), \(id), \(draft.person), \(draft.title), \(draft.startsOn),
        \(draft.endsOn), \(viewer.person), \(viewer.now))
      """)
    // The name comes into the trail when the person accepts, and not before.
    try organization.note("officer.asked", draft.title, by: viewer, to: writer)
    if draft.person != viewer.person {
      try Notice.tell(
        draft.person,
        Notice.News(
          .council, "You are asked to be an officer of an organization. Please answer.",
          path: Officership.ownPath), in: world, writer: writer)
    }
    return officer
  }

  /// Takes the office that one was asked to take. From now on it is public.
  package static func accept(
    _ id: ID<Officer>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let officer = try own(id, viewer, writer)
    guard officer.acceptedAt == nil, officer.endedAt == nil else {
      throw BelongingRefusal.offerIsOver
    }
    let organization = try Organization.named(officer.organization, writer)
    try organization.refuseClosed(on: viewer.today)
    try writer.execute("UPDATE officer SET accepted_at = \(viewer.now) WHERE id = \(id)")
    try organization.note(
      "officer.accepted", "\(officer.title): \(officer.name)", by: viewer, to: writer)
  }

  /// Does not take it. Nothing of it is kept.
  package static func decline(
    _ id: ID<Officer>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let officer = try own(id, viewer, writer)
    guard officer.acceptedAt == nil else { throw BelongingRefusal.offerIsOver }
    try writer.execute("DELETE FROM officer WHERE id = \(id)")
  }

  /// Ends an office today: one steps down, or those who run the organization end it. An offer that
  /// was not answered is taken back.
  package static func end(
    _ id: ID<Officer>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let officer = try writer.first(Officer.self, "\(selection) WHERE officer.id = \(id)")
    guard let officer else { throw Absent() }
    let isOwn = officer.person == viewer.person && officer.acceptedAt != nil
    let runs = try Officership.runs(officer.organization, viewer, reader: writer)
    guard isOwn || runs else { throw Absent() }
    guard officer.endedAt == nil else { return }
    guard officer.acceptedAt != nil else {
      try writer.execute("DELETE FROM officer WHERE id = \(id)")
      return
    }
    try writer.execute("UPDATE officer SET ended_at = \(viewer.now) WHERE id = \(id)")
    let organization = try Organization.named(officer.organization, writer)
    try organization.note(
      "officer.ended", "\(officer.title): \(officer.name)", by: viewer, to: writer)
  }

  private static func own(
    _ id: ID<Officer>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Officer {
    guard let person = viewer.person else { throw Absent() }
    let officer = try reader.first(
      Officer.self, "\(selection) WHERE officer.id = \(id) AND officer.person_id = \(person)")
    guard let officer else { throw Absent() }
    return officer
  }

  private static func refuseUnseen(
    _ person: PersonID, _ organization: OrganizationID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    if viewer.mayKeepOrganizations { return }
    let seated = try reader.first(
      """
      SELECT id FROM seating WHERE organization_id = \(organization) AND person_id = \(person)
        AND \(Seating.holds(on: viewer.today))
      """)
    if seated != nil { return }
    let isSeen = try Membership.isSeen(person, in: organization, by: viewer, reader: reader)
    guard isSeen else { throw BelongingRefusal.notSeenAsMember }
  }

  private static func refuseDouble(
    _ draft: OfficerDraft, _ organization: OrganizationID, _ reader: any SQLReader
  ) throws {
    let same = try reader.first(
      """
      SELECT id FROM officer WHERE organization_id = \(organization)
        AND person_id = \(draft.person) AND title = \(draft.title) AND ended_at IS NULL
        AND (ends_on IS NULL OR ends_on >= \(draft.startsOn))
      """)
    guard same != nil else { return }
    throw BelongingRefusal.alreadyOfficer(name: try Seating.name(of: draft.person, reader))
  }
}
