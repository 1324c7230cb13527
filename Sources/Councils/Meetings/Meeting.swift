package import Foundation
package import Kernel
package import SQLStore

/// A meeting of an organization: a single one, or one of a series.
package struct Meeting: Sendable, Equatable {
  package let id: ID<Meeting>
  package let organization: OrganizationID
  /// The series to which it belongs.
  package let series: ID<MeetingSeries>?
  package let title: String
  package let beginsAt: Instant
  package let endsAt: Instant
  /// The zone in which its clock time was meant, as in `America/New_York`.
  package let zoneName: String
  package let place: String
  /// Where it is held online; empty where it is not.
  package let link: String
  /// Whether only trainees without any role find it.
  package let isTraineesOnly: Bool
  package let state: State
  /// How often what calendars show has changed, and when it did last.
  package let revision: Int
  package let changedAt: Instant
  /// What the quorum was at the end; nil before.
  package let quorum: Quorum?

  /// How far a meeting is.
  package enum State: String, Sendable, CaseIterable {
    case planned
    case inSession = "in_session"
    case over, canceled
  }

  /// The zone; UTC where the stored name is unknown on this machine.
  package var zone: TimeZone { TimeZone(identifier: zoneName) ?? .gmt }

  /// The day on which it begins.
  package var day: Day { beginsAt.day(in: zone) }

  /// Whether something can still be put on its agenda.
  package var isOpen: Bool { state == .planned || state == .inSession }
}

/// What meetings of a series share: only that they are of one.
package enum MeetingSeries {}

extension Meeting: SQLDecodable {
  static let columns: SQLQuery =
    """
    meeting.id AS id, meeting.organization_id AS organization_id, meeting.series_id AS series_id,
    meeting.title AS title, meeting.begins_at AS begins_at, meeting.ends_at AS ends_at,
    meeting.zone AS zone, meeting.place AS place, meeting.link AS link,
    meeting.trainees_only AS trainees_only, meeting.state AS state,
    meeting.revision AS revision, meeting.changed_at AS changed_at,
    meeting.quorum_present AS quorum_present, meeting.quorum_seats AS quorum_seats,
    meeting.quorum_needed AS quorum_needed
    """

  package init(row: SQLRow) throws {
    let present = try row.integerOrNil("quorum_present")
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      series: try row.idOrNil("series_id"), title: try row.text("title"),
      beginsAt: try row.instant("begins_at"), endsAt: try row.instant("ends_at"),
      zoneName: try row.text("zone"), place: try row.text("place"), link: try row.text("link"),
      isTraineesOnly: try row.boolean("trainees_only"), state: try row.word("state"),
      revision: try row.integer("revision"), changedAt: try row.instant("changed_at"),
      quorum: try present.map {
        Quorum(
          present: $0, seats: try row.integer("quorum_seats"),
          needed: try row.integer("quorum_needed"))
      })
  }
}
