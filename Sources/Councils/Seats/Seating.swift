package import Kernel
package import SQLStore

/// Someone in a seat from day to day. It stays when it is over.
package struct Seating: Sendable, Equatable {
  package let id: ID<Seating>
  package let organization: OrganizationID
  package let seat: Seat
  /// Which of the rule's seats there, from 1; of an alternate 0.
  package let number: Int
  package let person: PersonID
  /// The program in which the person trained when they were seated.
  package let program: ProgramID?
  package let place: Place
  package let startsOn: Day
  /// The last day of the term, or of the person's training where that comes first.
  package let endsOn: Day
  package let termEndsOn: Day
  package let ending: Ending?
  /// What seated a peer-selected person: the election, in words.
  package let evidence: String

  /// How someone belongs to a seat.
  package enum Place: String, Sendable, CaseIterable {
    case holder
    /// Waits until the seat is vacant.
    case alternate
    /// Sits in when the holder cannot.
    case deputy
  }

  /// How it ended.
  package struct Ending: Sendable, Equatable {
    /// The last day.
    package let day: Day
    package let cause: Cause
  }

  /// Why someone left a seat.
  package enum Cause: String, Sendable, CaseIterable {
    case term, transfer, graduation, withdrawal, resignation, removal
    /// An alternate became the holder.
    case promotion
  }

  /// Days before its end from which a seat counts as ending soon.
  package static let soon = 60

  /// Whether the seat ends soon, seen from a day.
  package func endsSoon(on today: Day) -> Bool { endsOn < today.adding(days: Self.soon) }
}

extension Seating: SQLDecodable {
  static let columns: SQLQuery =
    """
    seating.id AS id, seating.organization_id AS organization_id, seating.rule_id AS rule_id,
    seating.unit AS unit, seating.number AS number, seating.person_id AS person_id,
    seating.program_id AS program_id, seating.place AS place, seating.starts_on AS starts_on,
    seating.ends_on AS ends_on, seating.term_ends_on AS term_ends_on,
    seating.ended_on AS ended_on, seating.ended_as AS ended_as, seating.evidence AS evidence,
    (SELECT kind FROM seat_rule WHERE seat_rule.id = seating.rule_id) AS rule_kind
    """

  package init(row: SQLRow) throws {
    let kind: SeatRule.Kind = try row.word("rule_kind")
    let endedOn = try row.dayOrNil("ended_on")
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      seat: Seat(
        rule: try row.id("rule_id"), unit: kind.unit(try row.text("unit")) ?? .institution),
      number: try row.integer("number"), person: try row.id("person_id"),
      program: try row.idOrNil("program_id"), place: try row.word("place"),
      startsOn: try row.day("starts_on"), endsOn: try row.day("ends_on"),
      termEndsOn: try row.day("term_ends_on"),
      ending: try endedOn.map { Ending(day: $0, cause: try row.word("ended_as")) },
      evidence: try row.text("evidence"))
  }

  /// The rows of `seating` that hold on a day.
  static func holds(on today: Day) -> SQLQuery {
    """
    seating.ended_on IS NULL AND seating.starts_on <= \(today) AND seating.ends_on >= \(today)
    """
  }

  /// A seat with all its facts, also why it ended: for whoever sits there and for the office.
  /// - Throws: ``Absent`` where there is none, or it is not the viewer's to see.
  package static func find(
    _ id: ID<Seating>, viewer: Viewer, reader: any SQLReader
  ) throws -> Seating {
    let seen: SQLQuery =
      viewer.mayKeepOrganizations ? "1 = 1" : viewer.person.map { "person_id = \($0)" } ?? "1 = 0"
    let seating = try reader.first(
      Seating.self, "SELECT \(columns) FROM seating WHERE id = \(id) AND \(seen)")
    guard let seating else { throw Absent() }
    _ = try Organization.find(seating.organization, viewer: viewer, reader: reader)
    return seating
  }
}
