package import Kernel
import Roster
package import SQLStore

extension Activity {
  /// Adds an activity.
  @discardableResult
  package static func add(
    _ draft: ActivityDraft, in id: OrganizationID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<Activity> {
    let (organization, belonging) = try Belonging.inside(id, viewer: viewer, reader: writer)
    guard belonging.isOfficer else { throw BelongingRefusal.onlyOfficers }
    try organization.refuseClosed(on: viewer.today)
    let activity: ID<Activity> = world.newID()
    try writer.execute(
      """
      INSERT INTO activity (id, organization_id, kind, title, details, partners, held_on,
        planned_quarters, kept_by, kept_at)
      VALUES (\(activity), \(id), \(draft.kind.rawValue), \(draft.title), \(draft.details),
        \(draft.partners), \(draft.day), \(draft.planned.count), \(viewer.person), \(viewer.now))
      """)
    try organization.note("activity.added", draft.title, by: viewer, to: writer)
    return activity
  }

  /// Changes an activity. What sort it is stays once hours were written down.
  package static func edit(
    _ id: ID<Activity>, _ draft: ActivityDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let (before, organization) = try kept(id, viewer, writer)
    guard ActivityDraft(before) != draft else { return }
    let hasHours = try writer.number(
      "SELECT count(*) FROM activity_hours WHERE activity_id = \(id)")
    if draft.kind != before.kind, hasHours > 0 {
      throw Problems(
        field: ActivityDraft.Field.kind, "Hours are written down already. Add another one instead.")
    }
    try writer.execute(
      """
      UPDATE activity SET kind = \(draft.kind.rawValue), title = \(draft.title),
        details = \(draft.details), partners = \(draft.partners), held_on = \(draft.day),
        planned_quarters = \(draft.planned.count), kept_by = \(viewer.person),
        kept_at = \(viewer.now)
      WHERE id = \(id)
      """)
    try organization.note("activity.edited", draft.title, by: viewer, to: writer)
  }

  /// Cancels an activity, or takes that back.
  package static func cancel(
    _ id: ID<Activity>, _ isCanceled: Bool, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let (activity, organization) = try kept(id, viewer, writer)
    guard (activity.canceledAt != nil) != isCanceled else { return }
    let moment: Instant? = isCanceled ? viewer.now : nil
    try writer.execute("UPDATE activity SET canceled_at = \(moment) WHERE id = \(id)")
    try organization.note(
      isCanceled ? "activity.canceled" : "activity.planned", activity.title, by: viewer,
      to: writer)
  }

  private static func kept(
    _ id: ID<Activity>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (Activity, Organization) {
    let (activity, organization, belonging) = try find(id, viewer: viewer, reader: reader)
    guard belonging.isOfficer else { throw BelongingRefusal.onlyOfficers }
    try organization.refuseClosed(on: viewer.today)
    return (activity, organization)
  }
}
