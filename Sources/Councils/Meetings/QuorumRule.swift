package import Kernel
package import SQLStore

/// How many voting seats an organization asks for: more than half of the filled ones, unless it
/// decides otherwise.
package struct QuorumRule: Sendable, Equatable {
  /// More than so many of a hundred.
  package let moreThan: Int
  package let of: Seats

  /// Which seats count.
  package enum Seats: String, Sendable, CaseIterable {
    case filled, all
  }

  package init(moreThan: Int = 50, of seats: Seats = .filled) {
    self.moreThan = moreThan
    self.of = seats
  }

  /// The shares to choose from.
  package static let shares = [25, 33, 50, 66, 75]

  /// How many of so many seats are needed.
  package func needed(of seats: Int) -> Int { seats == 0 ? 0 : seats * moreThan / 100 + 1 }

  /// The rule of an organization.
  package static func of(
    _ organization: OrganizationID, reader: any SQLReader
  ) throws -> QuorumRule {
    let row = try reader.first(
      """
      SELECT more_than, of_seats FROM quorum_rule WHERE organization_id = \(organization)
      """)
    guard let row else { return QuorumRule() }
    return QuorumRule(moreThan: try row.integer("more_than"), of: try row.word("of_seats"))
  }

  /// Keeps the rule of an organization. Decisions that were made stay as they are.
  package func keep(
    for id: OrganizationID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let access = try MeetingAccess.find(id, viewer: viewer, reader: writer)
    guard access.runs else { throw MeetingRefusal.onlyThoseWhoRun }
    guard Self.shares.contains(moreThan) else {
      throw Problems(field: "more_than", "Choose one from the list.")
    }
    try writer.execute(
      """
      INSERT INTO quorum_rule (organization_id, more_than, of_seats)
      VALUES (\(id), \(moreThan), \(of.rawValue))
      ON CONFLICT (organization_id) DO UPDATE SET more_than = excluded.more_than,
        of_seats = excluded.of_seats
      """)
    try access.organization.note(
      "quorum.kept", "more than \(moreThan)% of \(of.rawValue) seats", by: viewer, to: writer)
  }
}
