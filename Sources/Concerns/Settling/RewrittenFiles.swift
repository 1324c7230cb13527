import Kernel
import SQLStore

/// Files of anonymous writers, taken out of their table and put back as new rows.
///
/// One after the other: a day's files together would not fit into memory.
enum RewrittenFiles {
  private static let columns = "id, concern_id, number, said_on, label, sealed"

  /// Writes those of before a day anew, in the order of their random identifiers.
  static func rewrite(before today: Day, _ writer: any SQLWriter) throws {
    let files = try writer.rows(
      "SELECT id FROM concern_file WHERE NOT is_settled AND said_on < \(today) ORDER BY id"
    ).map { try $0.id("id", ID<ConcernFile>.self) }
    for file in files {
      let kept = try writer.first(
        SQLQuery(trusted: "SELECT \(columns) FROM concern_file ") + "WHERE id = \(file)")
      guard let kept else { continue }
      try writer.execute("DELETE FROM concern_file WHERE id = \(file)")
      try writer.executeMany(
        trusted: """
          INSERT INTO concern_file (\(columns), is_settled) VALUES ($1, $2, $3, $4, $5, $6, TRUE)
          """, [kept.values])
    }
  }
}
