package import Kernel
import Roster
package import SQLStore

extension SeatRule {
  /// Gives an organization seats.
  @discardableResult
  package static func add(
    _ draft: SeatRuleDraft, to id: OrganizationID, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<SeatRule> {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    try organization.refuseClosed(on: viewer.today)
    let rule = world.newID(ID<SeatRule>.self)
    try refuseTaken(draft.title, by: rule, in: id, viewer.today, writer)
    let position = try writer.number(
      "SELECT count(*) FROM seat_rule WHERE organization_id = \(id)")
    try writer.execute(
      """
      INSERT INTO seat_rule (id, organization_id, title, kind, seats, years, alternates, role,
        category, votes, position)
      VALUES (\(rule), \(id), \(draft.title), \(draft.kind.rawValue), \(draft.seats),
        \(draft.years), \(draft.alternates), \(draft.role?.rawValue), \(draft.category.rawValue),
        \(draft.votes), \(position))
      """)
    try organization.note("seats.added", draft.title, by: viewer, to: writer)
    return rule
  }

  /// Changes a rule. How its seats are filled stays: whoever sits there came by it.
  package static func edit(
    _ id: ID<SeatRule>, _ draft: SeatRuleDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let (rule, organization) = try find(id, viewer: viewer, reader: writer)
    guard SeatRuleDraft(rule) != draft else { return }
    guard draft.kind == rule.kind else { throw CouncilRefusal.kindStays }
    try refuseTaken(draft.title, by: id, in: rule.organization, viewer.today, writer)
    let highest = try writer.number(
      """
      SELECT coalesce(max(number), 0) FROM seating WHERE rule_id = \(id) AND ended_on IS NULL
        AND place = 'holder'
      """)
    if draft.seats < highest { throw CouncilRefusal.seatsHeld(highest) }
    try writer.execute(
      """
      UPDATE seat_rule SET title = \(draft.title), seats = \(draft.seats), years = \(draft.years),
        alternates = \(draft.alternates), role = \(draft.role?.rawValue),
        category = \(draft.category.rawValue), votes = \(draft.votes)
      WHERE id = \(id)
      """)
    try organization.note("seats.edited", draft.title, by: viewer, to: writer)
  }

  /// Gives a rule up after today. Whoever still sits there has to leave first.
  package static func close(
    _ id: ID<SeatRule>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let (rule, organization) = try find(id, viewer: viewer, reader: writer)
    let held = try writer.number(
      "SELECT count(*) FROM seating WHERE rule_id = \(id) AND ended_on IS NULL")
    if held > 0 { throw CouncilRefusal.seatsHeld(held) }
    try writer.execute(
      "UPDATE seat_rule SET closed_on = \(viewer.today.adding(days: -1)) WHERE id = \(id)")
    try writer.execute(
      "UPDATE nomination SET state = 'lapsed' WHERE rule_id = \(id) AND state = 'awaiting'")
    try organization.note("seats.removed", rule.title, by: viewer, to: writer)
  }

  private static func refuseTaken(
    _ title: String, by id: ID<SeatRule>, in organization: OrganizationID, _ today: Day,
    _ reader: any SQLReader
  ) throws {
    let taken = try reader.number(
      """
      SELECT count(*) FROM seat_rule WHERE organization_id = \(organization)
        AND title = \(title) AND id <> \(id) AND \(stands(on: today))
      """)
    guard taken > 0 else { return }
    throw Problems(
      field: SeatRuleDraft.Field.title,
      "The organization has seats of this name already. Choose another name.")
  }
}
