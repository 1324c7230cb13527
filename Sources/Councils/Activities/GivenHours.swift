package import Kernel
import Roster
package import SQLStore

/// Hours that someone gave to an activity, by their own word, and confirmed by an officer or not.
package struct GivenHours: Sendable, Equatable {
  package let id: ID<GivenHours>
  package let activity: ID<Activity>
  /// Nil for someone who does not belong to it any more.
  package let name: String?
  package let hours: Quarters
  /// Whether they are part of the recruitment team; nil where it is not asked.
  package let isOnRecruitmentTeam: Bool?
  package let confirmedAt: Instant?

  /// The names of the fields.
  package enum Field {
    /// The hours.
    package static let hours = "hours"
    /// Whether the person is part of the recruitment team.
    package static let team = "recruitment_team"
    /// What the other choice sends.
    package static let no = "no"
  }
}

extension GivenHours: SQLDecodable {
  private static let columns: SQLQuery =
    """
    activity_hours.id AS id, activity_hours.activity_id AS activity_id,
    activity_hours.quarters AS quarters, activity_hours.confirmed_at AS confirmed_at,
    CASE WHEN on_recruitment_team IS NULL THEN '' WHEN on_recruitment_team = \(true) THEN 'yes'
      ELSE 'no' END AS team
    """

  package init(row: SQLRow) throws {
    let team = try row.text("team")
    self.init(
      id: try row.id("id"), activity: try row.id("activity_id"), name: try row.textOrNil("name"),
      hours: Quarters(count: try row.integer("quarters")),
      isOnRecruitmentTeam: team.isEmpty ? nil : team == OrganizationDraft.Field.yes,
      confirmedAt: try row.instantOrNil("confirmed_at"))
  }

  /// The viewer's own hours of an activity.
  package static func own(
    of activity: ID<Activity>, viewer: Viewer, reader: any SQLReader
  ) throws -> GivenHours? {
    guard let person = viewer.person else { return nil }
    return try reader.first(
      GivenHours.self,
      """
      SELECT \(columns), 'You' AS name FROM activity_hours
      WHERE activity_id = \(activity) AND person_id = \(person)
      """)
  }

  /// All hours of an activity, for the officers.
  /// - Throws: ``Absent`` for anybody else.
  package static func all(
    of id: ID<Activity>, viewer: Viewer, reader: any SQLReader
  ) throws -> [GivenHours] {
    let (activity, _, belonging) = try Activity.find(id, viewer: viewer, reader: reader)
    guard belonging.isOfficer else { throw Absent() }
    let stays = Belonging.stays(
      "activity_hours.person_id", in: activity.organization, on: viewer.today)
    return try reader.all(
      GivenHours.self,
      """
      SELECT \(columns), CASE WHEN \(stays) THEN directory_entry.name END AS name
      FROM activity_hours
      LEFT JOIN directory_entry ON directory_entry.person_id = activity_hours.person_id
      WHERE activity_hours.activity_id = \(id)
      ORDER BY directory_entry.sort_key NULLS LAST, activity_hours.id
      """)
  }

  /// The rows of someone's own data, the latest first.
  package static func ownRows(viewer: Viewer, reader: any SQLReader) throws -> [[String]] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.rows(
      """
      SELECT organization.name AS name, activity.title AS title, activity.held_on AS held_on,
        activity_hours.quarters AS quarters, activity_hours.confirmed_at AS confirmed_at
      FROM activity_hours JOIN activity ON activity.id = activity_hours.activity_id
      JOIN organization ON organization.id = activity.organization_id
      WHERE activity_hours.person_id = \(person) ORDER BY activity.held_on DESC, activity.id
      """
    ).map { row in
      [
        try row.text("name"), try row.text("title"), try row.text("held_on"),
        Quarters(count: try row.integer("quarters")).text,
        try row.textOrNil("confirmed_at") ?? "",
      ]
    }
  }
}
