package import Kernel
import Roster
package import SQLStore

/// Someone who has to do with a seat, as lists show them: seats are public offices.
package struct Occupant: Sendable, Equatable {
  package let seating: ID<Seating>
  package let rule: ID<SeatRule>
  /// The department, program or site of the seat; empty where it is for all together.
  package let unit: String
  package let person: PersonID
  package let name: String
  package let place: Seating.Place
  package let startsOn: Day
  package let endsOn: Day
  /// The election that seated them, in words; empty where there was none.
  package let evidence: String

  /// Whether the seat ends soon, seen from a day.
  package func endsSoon(on today: Day) -> Bool { endsOn < today.adding(days: Seating.soon) }
}

extension Occupant: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      seating: try row.id("id"), rule: try row.id("rule_id"), unit: try row.text("unit"),
      person: try row.id("person_id"), name: try row.text("name"), place: try row.word("place"),
      startsOn: try row.day("starts_on"), endsOn: try row.day("ends_on"),
      evidence: try row.text("evidence"))
  }

  /// Those of the viewer's directory who sit today or will, by some rules, in the order in which
  /// they came. Who has left is not named until their seat is settled.
  static func of(
    _ rules: [ID<SeatRule>], viewer: Viewer, reader: any SQLReader
  ) throws -> [Occupant] {
    try reader.all(
      Occupant.self,
      """
      SELECT seating.id AS id, seating.rule_id AS rule_id, seating.unit AS unit,
        seating.person_id AS person_id, directory_entry.name AS name, seating.place AS place,
        seating.starts_on AS starts_on, seating.ends_on AS ends_on, seating.evidence AS evidence
      FROM seating JOIN directory_entry ON directory_entry.person_id = seating.person_id
      WHERE seating.ended_on IS NULL AND seating.ends_on >= \(viewer.today)
        AND seating.rule_id IN (\(list: rules)) AND \(Directory.visible(to: viewer))
      ORDER BY seating.starts_on, seating.id
      """)
  }
}

/// How many are put forward for the seats of a place and await a decision: without names.
struct AwaitingCounts {
  private var counts: [String: Int] = [:]

  init(_ rules: [ID<SeatRule>], reader: any SQLReader) throws {
    try reader.forEach(
      """
      SELECT rule_id, unit, count(*) AS people FROM nomination
      WHERE state = 'awaiting' AND rule_id IN (\(list: rules)) GROUP BY rule_id, unit
      """
    ) { counts[try $0.text("rule_id") + (try $0.text("unit"))] = try $0.integer("people") }
  }

  func of(_ rule: ID<SeatRule>, _ unit: String) -> Int { counts[rule.text + unit] ?? 0 }
}
