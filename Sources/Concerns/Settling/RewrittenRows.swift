import Kernel
import SQLStore

/// Rows of anonymous writing, taken out of their tables and put back as new ones.
struct RewrittenRows {
  private static let concernColumns = """
    id, group_id, category_id, manner, is_urgent, raised_on, state, public_key, code_digest, \
    writer_seal, acknowledge_by, answer_by, close_by, acknowledged_on, answered_on, resolved_on, \
    paused_on, assigned_to, merged_into, offered_group_id, follows_id, asked_days, reminded_for, \
    escalated_for, held_on
    """
  private static let summaryColumns =
    "concern_id, state, proposed_on, object_by, proposed_by, sealed"
  private static let entryColumns = "id, concern_id, number, kind, said_on, sealed"

  private let raised: [ID<Concern>]
  private let concerns: [[SQLValue]]
  private let keys: [[SQLValue]]
  private let acts: [[SQLValue]]
  private let entries: [[SQLValue]]
  private let summaries: [[SQLValue]]

  /// Concerns with all that hangs on them, and entries of other concerns from before a day.
  init(of raised: [ID<Concern>], before today: Day, _ reader: any SQLReader) throws {
    self.raised = raised
    func values(_ columns: String, _ rest: SQLQuery) throws -> [[SQLValue]] {
      try reader.rows(SQLQuery(trusted: "SELECT \(columns) ") + rest).map(\.values)
    }
    concerns = try values(
      Self.concernColumns, "FROM concern WHERE id IN (\(list: raised)) ORDER BY id")
    keys = try values(
      "concern_id, key_id, sealed",
      "FROM concern_key WHERE concern_id IN (\(list: raised)) ORDER BY concern_id, key_id")
    acts = try values(
      "concern_id, number, act, on_day, person_id",
      "FROM concern_act WHERE concern_id IN (\(list: raised)) ORDER BY concern_id, number")
    entries = try values(
      Self.entryColumns,
      """
      FROM concern_entry WHERE concern_id IN (\(list: raised))
        OR (NOT is_settled AND said_on < \(today)) ORDER BY id
      """)
    summaries = try values(
      Self.summaryColumns,
      """
      FROM concern_summary WHERE concern_id IN (\(list: raised)) OR NOT is_settled
      ORDER BY concern_id
      """)
  }

  func rewrite(_ writer: any SQLWriter) throws {
    let entryIDs = entries.compactMap(\.first).map(\.text)
    try writer.execute("DELETE FROM concern_entry WHERE id IN (\(list: entryIDs))")
    try writer.execute("DELETE FROM concern_summary WHERE NOT is_settled")
    try writer.execute("DELETE FROM concern WHERE id IN (\(list: raised))")
    try put("concern", Self.concernColumns, concerns, isMarked: true, writer)
    try put("concern_key", "concern_id, key_id, sealed", keys, isMarked: false, writer)
    try put(
      "concern_act", "concern_id, number, act, on_day, person_id", acts, isMarked: false, writer)
    try put("concern_entry", Self.entryColumns, entries, isMarked: true, writer)
    try put("concern_summary", Self.summaryColumns, summaries, isMarked: true, writer)
  }

  /// - Parameter isMarked: whether the table has a column that says that its row is settled.
  private func put(
    _ table: String, _ columns: String, _ rows: [[SQLValue]], isMarked: Bool,
    _ writer: any SQLWriter
  ) throws {
    guard let first = rows.first else { return }
    let places = (1...first.count).map { "$\($0)" }.joined(separator: ", ")
    let mark = isMarked ? (", is_settled", ", TRUE") : ("", "")
    try writer.executeMany(
      trusted: "INSERT INTO \(table) (\(columns)\(mark.0)) VALUES (\(places)\(mark.1))", rows)
  }
}

extension SQLValue {
  fileprivate var text: String {
    if case .text(let text) = self { text } else { "" }
  }
}
