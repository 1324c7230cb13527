package import Kernel
import Roster
package import SQLStore

/// Someone put forward for a seat.
package struct Nomination: Sendable, Equatable {
  package let id: ID<Nomination>
  package let organization: OrganizationID
  package let seat: Seat
  package let person: PersonID
  /// Why this person, in the words of whoever put them forward.
  package let statement: String
  /// The first day of the term that is asked for.
  package let startsOn: Day
  /// Whether the person waits as an alternate where the seat is taken.
  package let asAlternate: Bool
  package let putForwardBy: PersonID
  package let putForwardAt: Instant
  package let state: State
  package let decidedBy: PersonID?
  package let decidedAt: Instant?
  /// Why it was declined.
  package let reason: String
  /// How often the directors were reminded.
  package let reminders: Int

  /// How a nomination stands.
  package enum State: String, Sendable, CaseIterable {
    case awaiting, approved, declined, withdrawn
    /// It became pointless: the trainee left, or the seat was given up.
    case lapsed
  }
}

extension Nomination: SQLDecodable {
  static let columns: SQLQuery =
    """
    nomination.id AS id, nomination.organization_id AS organization_id,
    nomination.rule_id AS rule_id, nomination.unit AS unit, nomination.person_id AS person_id,
    nomination.statement AS statement, nomination.starts_on AS starts_on,
    nomination.as_alternate AS as_alternate, nomination.put_forward_by AS put_forward_by,
    nomination.put_forward_at AS put_forward_at, nomination.state AS state,
    nomination.decided_by AS decided_by, nomination.decided_at AS decided_at,
    nomination.reason AS reason, nomination.reminders AS reminders,
    (SELECT kind FROM seat_rule WHERE seat_rule.id = nomination.rule_id) AS rule_kind
    """

  package init(row: SQLRow) throws {
    let kind: SeatRule.Kind = try row.word("rule_kind")
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      seat: Seat(
        rule: try row.id("rule_id"), unit: kind.unit(try row.text("unit")) ?? .institution),
      person: try row.id("person_id"), statement: try row.text("statement"),
      startsOn: try row.day("starts_on"), asAlternate: try row.boolean("as_alternate"),
      putForwardBy: try row.id("put_forward_by"), putForwardAt: try row.instant("put_forward_at"),
      state: try row.word("state"), decidedBy: try row.idOrNil("decided_by"),
      decidedAt: try row.instantOrNil("decided_at"), reason: try row.text("reason"),
      reminders: try row.integer("reminders"))
  }

  /// Who sees that someone was put forward: the person, whoever did it, those who answer for where
  /// the person trains, and those who see all organizations. To everybody else a seat is vacant or
  /// awaits approval, without a name.
  static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    if viewer.maySeeAllOrganizations { return "1 = 1" }
    return """
      (nomination.person_id = \(person) OR nomination.put_forward_by = \(person)
        OR nomination.person_id IN (
          SELECT person_id FROM directory_entry WHERE program_id IN (\(list: viewer.ownPrograms))))
      """
  }

  /// A nomination that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<Nomination>, viewer: Viewer, reader: any SQLReader
  ) throws -> Nomination {
    let nomination = try reader.first(
      Nomination.self,
      "SELECT \(columns) FROM nomination WHERE nomination.id = \(id) AND \(visible(to: viewer))")
    guard let nomination else { throw Absent() }
    return nomination
  }

  /// Tells an act in the audit trail.
  func note(
    _ act: String, _ detail: String, by actor: PersonID?, at now: Instant, to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .person(person), detail: detail), by: actor, at: now, to: writer)
  }
}
