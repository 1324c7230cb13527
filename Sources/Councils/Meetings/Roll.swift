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

  /// A seat with its holder.
  package struct Line: Sendable, Equatable {
    package let seatTitle: String
    package let unitName: String?
    package let votes: Bool
    /// Nil for someone who is not known here any more.
    package let holder: PersonID?
    package let name: String
    package let state: State
    /// Who sits in.
    package let standIn: String?
    /// Those who could sit in, as long as the meeting lasts.
    package let alternates: [Occupant]

    /// Whether the seat is represented.
    package enum State: String, Sendable, CaseIterable {
      case present, represented, absent
    }
  }

  /// The roll of a meeting: of one that is over as it was written down.
  package static func of(
    _ seen: SeenMeeting, viewer: Viewer, reader: any SQLReader
  ) throws -> Roll {
    guard seen.meeting.state == .over, let quorum = seen.meeting.quorum else {
      return try now(seen, viewer: viewer, reader: reader)
    }
    let lines = try reader.all(
      Line.self,
      """
      SELECT seat_title, unit_name, votes, holder_id, holder_name, state, stand_in
      FROM meeting_roll WHERE meeting_id = \(seen.meeting.id) ORDER BY number
      """)
    let others = try reader.number(
      "SELECT coalesce(others_present, 0) FROM meeting WHERE id = \(seen.meeting.id)")
    return Roll(lines: lines, quorum: quorum, others: others)
  }

  /// The roll as it stands at this moment.
  ///
  /// Where a meeting or a decision is for trainees alone, only the seats count whose holders may be there.
  static func now(
    _ seen: SeenMeeting, isTraineesOnly: Bool? = nil, viewer: Viewer, reader: any SQLReader
  ) throws -> Roll {
    let seats = try SeatList.of(seen.organization, viewer: viewer, reader: reader)
    let here = try here(seen.meeting.id, reader)
    var count = RollCount(here: here)
    for (rule, places) in seats.rules {
      count.add(seats.exOfficio[rule.id] ?? [], rule)
      for place in places { count.add(place, rule, viewer.today) }
    }
    if isTraineesOnly ?? seen.meeting.isTraineesOnly {
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
      votes: try row.boolean("votes"), holder: try row.idOrNil("holder_id"),
      name: try row.text("holder_name"), state: try row.word("state"),
      standIn: try row.textOrNil("stand_in"), alternates: [])
  }

  /// Writes the line down.
  func keep(as number: Int, of meeting: ID<Meeting>, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO meeting_roll (meeting_id, number, seat_title, unit_name, votes, holder_id,
        holder_name, state, stand_in)
      VALUES (\(meeting), \(number), \(seatTitle), \(unitName), \(votes), \(holder), \(name),
        \(state.rawValue), \(standIn))
      """)
  }
}
