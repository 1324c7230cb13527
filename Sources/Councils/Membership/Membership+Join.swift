package import Kernel
import Roster
package import SQLStore

extension Membership {
  /// Makes the viewer a member, seen by nobody; who is one already stays as they are.
  ///
  /// As what someone joins is what the roster says that they are here: nothing is asked.
  @discardableResult
  package static func join(
    _ id: OrganizationID, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> Membership {
    guard let person = viewer.person else { throw Absent() }
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    if let own = try own(in: id, viewer: viewer, reader: writer) { return own }
    try organization.refuseClosed(on: viewer.today)
    let capacity = try organization.capacity(of: person, writer)
    let membership = Membership(
      id: world.newID(), organization: id, person: person, capacity: capacity,
      visibility: .nobody, joinedAt: viewer.now)
    try membership.insert(wasCounted: takeBack(person, from: id, writer), to: writer)
    return membership
  }

  /// Whether the viewer could join.
  package static func mayJoin(
    _ organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    guard let person = viewer.person, organization.isOpen(on: viewer.today),
      try own(in: organization.id, viewer: viewer, reader: reader) == nil
    else { return false }
    do {
      _ = try organization.capacity(of: person, reader)
      return true
    } catch is BelongingRefusal {
      return false
    }
  }

  /// Ends the viewer's membership. From this moment on nobody sees it; it is forgotten on the day
  /// that the organization had set.
  package static func leave(
    _ id: OrganizationID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard let person = viewer.person else { throw Absent() }
    try end("person_id = \(person) AND organization_id = \(id)", viewer.now, viewer.today, writer)
  }

  /// Ends the memberships of people who are not here any more.
  /// - Returns: how many.
  @discardableResult
  static func endOfFormerPeople(
    on today: Day, at now: Instant, writer: any SQLWriter
  ) throws -> Int {
    try end(
      "person_id IN (SELECT person_id FROM directory_entry WHERE presence = 'former')", now, today,
      writer)
  }

  /// Keeps who sees the viewer in the roster.
  package static func show(
    _ id: OrganizationID, to visibility: Visibility, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard try own(in: id, viewer: viewer, reader: writer) != nil else { throw Absent() }
    try writer.execute(
      """
      UPDATE membership SET visible_to = \(visibility.rawValue)
      WHERE organization_id = \(id) AND person_id = \(viewer.person) AND left_at IS NULL
      """)
  }

  /// Reads what was chosen.
  package static func visibility(
    typed: @escaping (String) -> String
  ) throws(Problems) -> Visibility {
    var fields = TypedFields(typed)
    let chosen = fields.word(visibilityField, Visibility.self, "Choose who may see you.")
    try fields.problems.throwIfAny()
    return chosen ?? .nobody
  }

  @discardableResult
  private static func end(
    _ whose: SQLQuery, _ now: Instant, _ today: Day, _ writer: any SQLWriter
  ) throws -> Int {
    var count = 0
    let days = try writer.rows(
      """
      SELECT DISTINCT organization.id AS id, organization.forget_days AS forget_days
      FROM organization JOIN membership ON membership.organization_id = organization.id
      WHERE left_at IS NULL AND \(whose)
      """)
    for row in days {
      let organization: OrganizationID = try row.id("id")
      let forgotten = today.adding(days: try row.integer("forget_days"))
      count += try writer.execute(
        """
        UPDATE membership SET left_at = \(now), forget_on = \(forgotten)
        WHERE left_at IS NULL AND organization_id = \(organization) AND \(whose)
        """)
    }
    return count
  }

  /// Whoever left lately and comes back has changed nothing since the last count.
  /// - Returns: whether the count that is shown has them.
  private static func takeBack(
    _ person: PersonID, from organization: OrganizationID, _ writer: any SQLWriter
  ) throws -> Bool {
    try writer.execute(
      """
      UPDATE membership SET counted = \(false)
      WHERE organization_id = \(organization) AND person_id = \(person) AND counted = \(true)
      """) > 0
  }

  private func insert(wasCounted: Bool, to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO membership (id, organization_id, person_id, capacity, visible_to, joined_at,
        counted)
      VALUES (\(id), \(organization), \(person), \(capacity.rawValue), \(visibility.rawValue),
        \(joinedAt), \(wasCounted))
      """)
  }
}

extension Organization {
  /// As what someone joins.
  fileprivate func capacity(of person: PersonID, _ reader: any SQLReader) throws -> Capacity {
    guard joining == .open else { throw BelongingRefusal.seatsOnly }
    let row = try reader.first(
      """
      SELECT capacity FROM directory_entry WHERE person_id = \(person) AND presence = 'current'
      """)
    guard let row else { throw BelongingRefusal.notHere }
    let capacity: Capacity = try row.word("capacity")
    guard capacities.contains(capacity) else { throw BelongingRefusal.notForCapacity(capacities) }
    return capacity
  }
}
