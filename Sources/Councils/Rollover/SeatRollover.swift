package import Kernel
package import Roster
package import SQLStore

/// The seats' part in the turn of the academic year, and how it is put back.
package struct SeatRollover {
  private let rollover: Rollover
  private let writer: any SQLWriter

  /// The name under which it keeps what stood before.
  private static let part = "councils"

  package init(_ rollover: Rollover, _ writer: any SQLWriter) {
    self.rollover = rollover
    self.writer = writer
  }

  /// What settling can do to a row.
  private enum Change: String {
    /// A seat ended.
    case ended
    /// A seat was given to an alternate.
    case given
    /// A nomination became pointless.
    case lapsed
  }

  /// Settles all seats after the appointments have been turned, and keeps what that changed.
  package func carryOut(by viewer: Viewer, in world: World) throws {
    let (seatings, nominations) = (try openSeatings(), try awaiting())
    try SeatSettling(on: viewer.today, at: viewer.now, in: world, writer).settle()
    let after = try openSeatings()
    try keep(.ended, seatings.subtracting(after))
    try keep(.given, after.subtracting(seatings))
    try keep(.lapsed, nominations.subtracting(try awaiting()))
  }

  /// Opens again what ended, and takes back what was given.
  package func undo() throws {
    for (subject, before) in try rollover.images(of: Self.part, writer) {
      switch Change(rawValue: before) {
      case .ended:
        try writer.execute(
          "UPDATE seating SET ended_on = NULL, ended_as = NULL WHERE id = \(subject)")
      case .given: try writer.execute("DELETE FROM seating WHERE id = \(subject)")
      case .lapsed:
        try writer.execute(
          "UPDATE nomination SET state = 'awaiting', decided_at = NULL WHERE id = \(subject)")
      case nil: continue
      }
    }
  }

  /// Whoever has taken a seat since that had fallen vacant: as long as they hold it, it cannot go
  /// back.
  package static func dependents(
    on rollover: Rollover, reader: any SQLReader
  ) throws -> [String] {
    let images = try rollover.images(of: part, reader)
    let ended = images.filter { $0.before == Change.ended.rawValue }.map(\.subject)
    let given = Set(images.filter { $0.before == Change.given.rawValue }.map(\.subject))
    return try reader.rows(
      """
      SELECT next.id AS id, directory_entry.name AS name, organization.name AS organization_name
      FROM seating AS before JOIN seating AS next ON next.rule_id = before.rule_id
        AND next.unit = before.unit AND next.number = before.number
      JOIN directory_entry ON directory_entry.person_id = next.person_id
      JOIN organization ON organization.id = next.organization_id
      WHERE before.id IN (\(list: ended)) AND next.id <> before.id
        AND next.place = 'holder' AND before.place = 'holder' AND next.ended_on IS NULL
        AND next.starts_on <= before.term_ends_on
      ORDER BY directory_entry.sort_key, next.id
      """
    ).filter { !given.contains(try $0.text("id")) }.map { row in
      "\(try row.text("name")) has taken a seat in \(try row.text("organization_name")) since."
    }
  }

  private func keep(_ change: Change, _ subjects: Set<String>) throws {
    for subject in subjects.sorted() {
      try rollover.keep(change.rawValue, of: subject, for: Self.part, writer)
    }
  }

  private func openSeatings() throws -> Set<String> {
    Set(
      try writer.rows("SELECT id FROM seating WHERE ended_on IS NULL").map { try $0.text("id") })
  }

  private func awaiting() throws -> Set<String> {
    Set(
      try writer.rows("SELECT id FROM nomination WHERE state = 'awaiting'")
        .map { try $0.text("id") })
  }
}
