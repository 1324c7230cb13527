package import Kernel
import Roster
package import SQLStore

/// The number of members that an audience reads: one that no single person changes.
///
/// It is renewed on the first day of a month, and only where at least as many people as the
/// internal threshold, all of them seen by nobody, came or went since it was renewed last. Whoever
/// joined and left in between did neither. Below its threshold an audience reads “fewer than”, and
/// so it does where there is no number yet. The record of this decision says why.
package enum PublishedCount: Sendable, Equatable {
  /// So many members on a day, those who are seen included.
  case number(Int, on: Day)
  /// Fewer than so many beside those who are seen.
  case fewer(than: Int)

  /// The number as the viewer may read it.
  package static func of(
    _ organization: Organization, viewer: Viewer, settings: Settings, reader: any SQLReader
  ) throws -> PublishedCount {
    let belonging = try Belonging.of(viewer, in: organization.id, reader: reader)
    let threshold = belonging.isOfficer ? settings.internalThreshold : settings.publicThreshold
    let row = try reader.first(
      """
      SELECT members, unlisted, released_on FROM published_count
      WHERE organization_id = \(organization.id)
      """)
    // Whoever sees the listed ones can subtract: what is left has to be many enough.
    let seen = try reader.number(
      """
      SELECT count(*)
      FROM membership JOIN directory_entry ON directory_entry.person_id = membership.person_id
      WHERE membership.organization_id = \(organization.id)
        AND \(Membership.seen(by: viewer, belonging))
      """)
    guard let row, try row.integer("unlisted") >= threshold,
      try row.integer("members") - seen >= threshold
    else { return .fewer(than: threshold) }
    return .number(try row.integer("members"), on: try row.day("released_on"))
  }
}

extension PublishedCount {
  /// Renews the numbers whose time has come.
  /// - Returns: how many organizations have a new number.
  @discardableResult
  package static func release(on today: Day, writer: any SQLWriter) throws -> Int {
    guard today.parts.day == 1 else { return 0 }
    let settings = try Settings(reader: writer)
    let standings = try writer.all(
      Standing.self,
      """
      SELECT membership.organization_id AS organization_id,
        count(*) FILTER (WHERE left_at IS NULL) AS members,
        count(*) FILTER (WHERE left_at IS NULL AND visible_to = 'nobody') AS unlisted,
        count(*) FILTER (WHERE left_at IS NULL AND visible_to = 'nobody' AND counted = \(false))
          AS came,
        count(*) FILTER (WHERE left_at IS NOT NULL AND visible_to = 'nobody' AND counted = \(true))
          AS went,
        coalesce(max(published_count.gone), 0) AS gone
      FROM membership
      LEFT JOIN published_count
        ON published_count.organization_id = membership.organization_id
      GROUP BY membership.organization_id ORDER BY membership.organization_id
      """)
    let due = standings.filter { $0.changed >= settings.internalThreshold }
    for standing in due { try standing.release(on: today, writer) }
    return due.count
  }

  /// What changed in an organization since its number was renewed.
  private struct Standing: SQLDecodable {
    let organization: OrganizationID
    let members: Int
    let unlisted: Int
    let came: Int
    let went: Int
    let gone: Int

    init(row: SQLRow) throws {
      organization = try row.id("organization_id")
      members = try row.integer("members")
      unlisted = try row.integer("unlisted")
      came = try row.integer("came")
      went = try row.integer("went")
      gone = try row.integer("gone")
    }

    /// How many different people at least are in another state than then.
    ///
    /// Some who are forgotten may be the same as some who came: those are not counted at all.
    var changed: Int { went + abs(came - gone) }

    func release(on today: Day, _ writer: any SQLWriter) throws {
      try writer.execute(
        """
        INSERT INTO published_count (organization_id, members, unlisted, released_on, gone)
        VALUES (\(organization), \(members), \(unlisted), \(today), 0)
        ON CONFLICT (organization_id) DO UPDATE SET members = excluded.members,
          unlisted = excluded.unlisted, released_on = excluded.released_on, gone = 0
        """)
      try writer.execute(
        """
        UPDATE membership SET counted = (left_at IS NULL) WHERE organization_id = \(organization)
        """)
    }
  }
}
