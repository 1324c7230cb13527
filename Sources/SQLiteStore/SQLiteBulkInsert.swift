import Foundation

/// An `INSERT` of one row, as the statement that takes all rows of ``SQLiteRowFeed``.
struct SQLiteBulkInsert {
  /// The statement; its only value is where they are.
  let text: String
  /// How many values a row has.
  let width: Int

  /// Below so many rows nothing is gained: SQLite keeps a copy of each page that such a statement
  /// touches, until the statement is done.
  static let worthwhile = 2000

  /// Rewrites `INSERT INTO … VALUES ($1, $2, … $n)` with whatever follows.
  /// - Returns: nil for any other statement.
  init?(_ statement: String) {
    guard statement.hasPrefix("INSERT INTO "),
      let values = statement.range(of: " VALUES (") ?? statement.range(of: "\nVALUES ("),
      let end = statement[values.upperBound...].firstIndex(of: ")")
    else { return nil }
    let names = statement[values.upperBound..<end].split(separator: ",").map { name in
      name.drop { $0 == " " }
    }
    let tail = statement[statement.index(after: end)...]
    guard !names.isEmpty, names.count <= SQLiteRowFeed.width, !tail.contains("$"),
      names.enumerated().allSatisfy({ $1 == "$\($0 + 1)" })
    else { return nil }
    let columns = names.indices.map { "c\($0)" }.joined(separator: ", ")
    width = names.count
    // Without a condition SQLite would take the ON of ON CONFLICT for one of a join.
    text =
      "\(statement[..<values.lowerBound]) SELECT \(columns) FROM \(SQLiteRowFeed.name)($1) "
      + "WHERE true \(tail)"
  }
}
