package import Kernel
import Roster
package import SQLStore

/// Who is here and who is not, seat by seat. Seats are public offices; of others who came only the
/// number is told.
package struct Roll: Sendable, Equatable {
  package let lines: [Line]
  package let quorum: Quorum
  /// How many are here without a seat.
  package let others: Int

  /// Whether those who are here can act for all: with a quorum, or somebody where no seat votes.
  package var isAble: Bool { quorum.seats > 0 ? quorum.isMet : others > 0 }

  /// A seat with its holder.
  package struct Line: Sendable, Equatable {
    package let seatTitle: String
    package let unitName: String?
    package let votes: Bool
    /// Whether the seat was given by an election among peers.
    package let isPeerSelected: Bool
    /// Nil for someone who is not known here any more.
    package let holder: PersonID?
    package let name: String
    package let state: State
    /// Who sits in.
    package let standIn: StandIn?
    /// Those who could sit in, as long as the meeting lasts.
    package let alternates: [Occupant]

    /// Someone who sits in for the holder.
    package struct StandIn: Sendable, Equatable {
      /// Nil for someone who is not known here any more.
      package let person: PersonID?
      package let name: String
    }

    /// Whether the seat is represented.
    package enum State: String, Sendable, CaseIterable {
      case present, represented, absent
    }
  }

  /// What stands for someone whom the viewer does not find in the directory any more.
  package static let goneName = "Someone who is not here any more"

  /// The roll of a meeting: of one that is over as it was written down. Who has left since is named
  /// to those alone who find them in the directory.
  package static func of(
    _ seen: SeenMeeting, viewer: Viewer, reader: any SQLReader
  ) throws -> Roll {
    guard seen.meeting.state == .over, let quorum = seen.meeting.quorum else {
      return try now(seen, viewer: viewer, reader: reader)
    }
    let lines = try reader.all(
      Line.self,
      """
      SELECT seat_title, unit_name, votes, coalesce(peer_selected, \(false)) AS peer_selected,
        holder_id, state, stand_in_id,
        CASE WHEN \(names("meeting_roll.holder_id", to: viewer)) THEN holder_name END
          AS holder_name,
        CASE WHEN \(names("meeting_roll.stand_in_id", to: viewer)) THEN stand_in
          WHEN stand_in IS NOT NULL THEN \(goneName) END AS stand_in
      FROM meeting_roll WHERE meeting_id = \(seen.meeting.id) ORDER BY number
      """)
    let others = try reader.number(
      "SELECT coalesce(others_present, 0) FROM meeting WHERE id = \(seen.meeting.id)")
    return Roll(lines: lines, quorum: quorum, others: others)
  }

  /// Whether the viewer finds someone of a row by name.
  private static func names(_ person: SQLQuery, to viewer: Viewer) -> SQLQuery {
    if viewer.maySeeFormerPeople { return "1 = 1" }
    return """
      EXISTS (SELECT directory_entry.person_id FROM directory_entry
        WHERE directory_entry.person_id = \(person) AND \(Directory.visible(to: viewer)))
      """
  }

  /// The roll as it stands at this moment.
  ///
  /// Where a meeting or a decision is for trainees alone, only they count: seats whose holders may
  /// be there, and of those who came without a seat the ones who still may.
  static func now(
    _ seen: SeenMeeting, isTraineesOnly: Bool? = nil, viewer: Viewer, reader: any SQLReader
  ) throws -> Roll {
    let seats = try SeatList.of(seen.organization, viewer: viewer, reader: reader)
    let isTraineesOnly = isTraineesOnly ?? seen.meeting.isTraineesOnly
    var here = try here(seen.meeting.id, reader)
    if isTraineesOnly {
      here = try TraineesOnly.among(Array(here), on: viewer.today, reader: reader)
    }
    var count = RollCount(here: here)
    for (rule, places) in seats.rules {
      count.add(seats.exOfficio[rule.id] ?? [], rule)
      for place in places { count.add(place, rule, viewer.today) }
    }
    if isTraineesOnly {
      let holders = count.lines.compactMap(\.holder)
      let admitted = try TraineesOnly.among(holders, on: viewer.today, reader: reader)
      count.keep { line in line.holder.map(admitted.contains) ?? false }
    }
    let rule = try QuorumRule.of(seen.organization.id, reader: reader)
    return count.roll(rule)
  }

  private static func here(
    _ id: ID<Meeting>, _ reader: any SQLReader
  ) throws -> Set<PersonID> {
    Set(
      try reader.rows("SELECT person_id FROM meeting_attendance WHERE meeting_id = \(id)")
        .map { try $0.id("person_id") })
  }
}

extension Roll.Line: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"),
      votes: try row.boolean("votes"),
      isPeerSelected: try row.boolean("peer_selected"),
      holder: try row.idOrNil("holder_id"),
      name: try row.textOrNil("holder_name") ?? Roll.goneName, state: try row.word("state"),
      standIn: try row.textOrNil("stand_in").map {
        StandIn(person: try row.idOrNil("stand_in_id"), name: $0)
      }, alternates: [])
  }

  /// Writes the line down.
  func keep(as number: Int, of meeting: ID<Meeting>, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO meeting_roll (meeting_id, number, seat_title, unit_name, votes, holder_id,
        holder_name, state, stand_in, stand_in_id, peer_selected)
      VALUES (\(meeting), \(number), \(seatTitle), \(unitName), \(votes), \(holder), \(name),
        \(state.rawValue), \(standIn?.name), \(standIn?.person), \(isPeerSelected))
      """)
  }
}
