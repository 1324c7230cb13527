import Crypto
import SQLStore

extension CatalogTable {
  private static let chunk = 1 << 16

  /// Reads all rows in their canonical order, counts them and sums up their lines.
  ///
  /// - Parameter sink: takes the lines, many at a time.
  func sum(
    _ reader: any SQLReader, progress: (String, Int) -> Void = { _, _ in },
    sink: ([UInt8]) throws -> Void = { _ in }
  ) throws -> TransferredTable {
    var lines = RowWriter(table: self)
    var digest = SHA256()
    var rows = 0
    func flush() throws {
      digest.update(data: lines.bytes)
      try sink(lines.bytes)
      lines.clear()
    }
    try reader.forEach(query) { row in
      try lines.append(row)
      rows += 1
      if lines.bytes.count >= Self.chunk { try flush() }
      if rows % Transfer.progressStep == 0 { progress(name, rows) }
    }
    try flush()
    progress(name, rows)
    return TransferredTable(table: name, rows: rows, sha256: digest.finalize().hexadecimal)
  }

  /// All rows, in an order that both engines share.
  private var query: SQLQuery {
    // Without a key the rows are told apart by all columns, and the engines place NULL differently.
    let order =
      key.isEmpty
      ? columns.map { Self.quoted($0.name) + " NULLS FIRST" } : key.map { Self.quoted($0) }
    return SQLQuery(
      trusted: """
        SELECT \(columnList) FROM \(Self.quoted(name)) ORDER BY \(order.joined(separator: ", "))
        """)
  }

  /// A statement that adds a row.
  var insertion: String {
    let placeholders = (1...max(1, columns.count)).map { "$\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(Self.quoted(name)) (\(columnList)) VALUES (\(placeholders))"
  }

  private var columnList: String {
    columns.map { Self.quoted($0.name) }.joined(separator: ", ")
  }

  /// A name as both engines take it, also where it is a word of SQL.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
