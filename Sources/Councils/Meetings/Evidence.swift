package import Kernel
import Roster
package import SQLStore

/// What an organization can show of an academic year: who sat there, whom their peers chose, its
/// meetings with quorum and seats, and on which days trainees met among themselves.
package struct Evidence: Sendable, Equatable {
  package let organization: Organization
  package let year: AcademicYear
  /// Those who sat there in the year, peer-selected ones left out.
  package let seated: [Seated]
  /// Those who were elected by their peers and sat in the year, with what shows it: here, and of an
  /// organization of seats also on the committees.
  package let elected: [Seated]
  /// The open meetings that were held, the first first.
  package let meetings: [Held]
  /// The days of sessions for trainees alone: nothing else of them is told.
  package let forums: [Day]

  /// Someone in a seat, with the days that they had it.
  package struct Seated: Sendable, Equatable {
    package let seating: ID<Seating>
    package let name: String
    package let organizationName: String
    package let seatTitle: String
    /// The department, program or site of the seat; nil where it is for all together.
    package let unitName: String?
    package let votes: Bool
    package let startsOn: Day
    package let lastDay: Day
    /// The election, in words; empty where there was none.
    package let evidence: String
  }

  /// A meeting that was held.
  package struct Held: Sendable, Equatable {
    package let meeting: Meeting
    /// Seats whose holder was there or represented.
    package let seatsPresent: Int
    package let seats: Int
    /// How many of them were given by an election among peers, and how many there were.
    package let peersPresent: Int
    package let peerSeats: Int
    /// How many were there without a seat.
    package let others: Int
    package let decisions: Int
    /// Whether its minutes were approved.
    package let hasApprovedMinutes: Bool
  }

  /// The evidence of a year, for those who read the organization's open meetings.
  ///
  /// The days of forums come from the audit trail, so that no statement here reads what is for
  /// trainees alone.
  /// - Throws: ``Absent`` for anybody else.
  package static func of(
    _ id: OrganizationID, year: AcademicYear, settings: Settings, viewer: Viewer,
    reader: any SQLReader
  ) throws -> Evidence {
    let organization = try MeetingAccess.find(id, viewer: viewer, reader: reader).organization
    let span = (
      first: year.firstDay.instant(hour: 0, in: settings.timeZone),
      last: year.next.firstDay.instant(hour: 0, in: settings.timeZone)
    )
    return Evidence(
      organization: organization, year: year,
      seated: try Seated.all(of: organization, year, byPeers: false, viewer, reader),
      elected: try Seated.all(of: organization, year, byPeers: true, viewer, reader),
      meetings: try Held.all(of: id, span, viewer, reader),
      forums: try reader.rows(
        """
        SELECT at FROM audit_entry WHERE act = 'forum.held' AND subject_kind = 'organization'
          AND subject = \(id.text) AND at >= \(span.first) AND at < \(span.last) ORDER BY number
        """
      ).map { try $0.instant("at").day(in: settings.timeZone) })
  }
}
