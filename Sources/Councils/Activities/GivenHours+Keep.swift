package import Kernel
import Roster
package import SQLStore

extension GivenHours {
  /// Writes the viewer's own hours down, or changes them while no officer has confirmed them.
  package static func note(
    of id: ID<Activity>, typed: @escaping (String) -> String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let (activity, organization, belonging) = try Activity.find(
      id, viewer: viewer, reader: writer)
    guard belonging.mayWrite else { throw BelongingRefusal.guestsRead }
    try organization.refuseClosed(on: viewer.today)
    if activity.canceledAt != nil { throw BelongingRefusal.activityIsCanceled }
    if activity.day > viewer.today { throw BelongingRefusal.activityIsToCome }
    let given = try given(activity, typed)
    if try own(of: id, viewer: viewer, reader: writer)?.confirmedAt != nil {
      throw BelongingRefusal.hoursAreConfirmed
    }
    try writer.execute(
      """
      INSERT INTO activity_hours (id, activity_id, person_id, quarters, on_recruitment_team,
        noted_at)
      VALUES (\(world.newID(ID<GivenHours>.self)), \(id), \(viewer.person), \(given.hours.count),
        \(given.team), \(viewer.now))
      ON CONFLICT (activity_id, person_id) DO UPDATE SET quarters = excluded.quarters,
        on_recruitment_team = excluded.on_recruitment_team, noted_at = excluded.noted_at
      """)
  }

  /// Takes the viewer's own hours back while no officer has confirmed them.
  package static func takeBack(
    of id: ID<Activity>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    _ = try Activity.find(id, viewer: viewer, reader: writer)
    guard let own = try own(of: id, viewer: viewer, reader: writer) else { return }
    if own.confirmedAt != nil { throw BelongingRefusal.hoursAreConfirmed }
    try writer.execute("DELETE FROM activity_hours WHERE id = \(own.id)")
  }

  /// Confirms someone's hours, or takes that back. Nobody confirms their own.
  /// - Returns: the activity.
  @discardableResult
  package static func confirm(
    _ id: ID<GivenHours>, _ isConfirmed: Bool = true, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<Activity> {
    let row = try writer.first("SELECT activity_id, person_id FROM activity_hours WHERE id = \(id)")
    guard let row else { throw Absent() }
    let (activity, _, belonging) = try Activity.find(
      try row.id("activity_id"), viewer: viewer, reader: writer)
    guard belonging.isOfficer else { throw Absent() }
    if try row.textOrNil("person_id") == viewer.person?.text {
      throw BelongingRefusal.ownHours
    }
    let by = isConfirmed ? viewer.person : nil
    let moment: Instant? = isConfirmed ? viewer.now : nil
    try writer.execute(
      """
      UPDATE activity_hours SET confirmed_by = \(by), confirmed_at = \(moment) WHERE id = \(id)
      """)
    return activity.id
  }

  private static func given(
    _ activity: Activity, _ typed: @escaping (String) -> String
  ) throws(Problems) -> (hours: Quarters, team: Bool?) {
    var fields = TypedFields(typed)
    let hours = Quarters.read(Field.hours, &fields)
    var team: Bool?
    if activity.kind == .recruitment {
      switch typed(Field.team) {
      case OrganizationDraft.Field.yes: team = true
      case Field.no: team = false
      default:
        fields.add(Field.team, "Say whether you are part of the recruitment team.")
      }
    }
    try fields.problems.throwIfAny()
    guard let hours else { throw Problems(field: Field.hours, "Write the hours, as in 1.5.") }
    return (hours, team)
  }
}
