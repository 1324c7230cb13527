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

/// Puts people who are here into the seats for which they came.
struct RollCount {
  private let here: Set<PersonID>
  private(set) var lines: [Roll.Line] = []
  private var seated: Set<PersonID> = []
  private var vacant = 0

  init(here: Set<PersonID>) {
    self.here = here
  }

  /// Those who sit by a role: nobody sits in for them.
  mutating func add(_ holders: [RoleGrant.Holder], _ rule: SeatRule) {
    for holder in holders {
      let isHere = here.contains(holder.person)
      if isHere { seated.insert(holder.person) }
      lines.append(
        Roll.Line(
          seatTitle: rule.title, unitName: nil, votes: rule.votes, holder: holder.person,
          name: holder.name, state: isHere ? .present : .absent, standIn: nil, alternates: []))
    }
  }

  /// The seats of a place. Deputies sit in before alternates, each for one seat.
  mutating func add(_ place: SeatPlace, _ rule: SeatRule, _ today: Day) {
    guard rule.kind != .exOfficio else { return }
    let holders = place.holders(on: today)
    if rule.votes { vacant += max(0, place.seats - holders.count) }
    let others = place.occupants.filter { $0.place != .holder && $0.startsOn <= today }
    let standIns = others.filter { $0.place == .deputy } + others.filter { $0.place == .alternate }
    for holder in holders {
      let isHere = here.contains(holder.person)
      let standIn =
        isHere
        ? nil : standIns.first { here.contains($0.person) && !seated.contains($0.person) }
      if isHere { seated.insert(holder.person) }
      if let standIn { seated.insert(standIn.person) }
      lines.append(
        Roll.Line(
          seatTitle: rule.title, unitName: place.name, votes: rule.votes, holder: holder.person,
          name: holder.name, state: isHere ? .present : standIn == nil ? .absent : .represented,
          standIn: standIn?.name, alternates: standIns))
    }
  }

  /// Leaves the seats out that do not count.
  mutating func keep(_ isKept: (Roll.Line) -> Bool) {
    lines = lines.filter(isKept)
  }

  /// The roll with its quorum. A person counts for each seat that they hold.
  func roll(_ rule: QuorumRule) -> Roll {
    let voting = lines.filter(\.votes)
    let seats = rule.of == .filled ? voting.count : voting.count + vacant
    let present = voting.filter { $0.state != .absent }.count
    return Roll(
      lines: lines,
      quorum: Quorum(present: present, seats: seats, needed: rule.needed(of: seats)),
      others: here.count - seated.count)
  }
}
