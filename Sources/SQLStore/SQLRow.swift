/// One row of an answer: values by the name of their column.
package struct SQLRow: Sendable {
  /// The names of the columns, shared by all rows of an answer.
  package let columns: SQLColumns
  /// The values, in the order of the columns.
  package var values: [SQLValue]

  package init(columns: SQLColumns, values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column.
  /// - Throws: ``SQLError`` when the statement has no such column.
  package func value(_ column: String) throws(SQLError) -> SQLValue {
    if let place = columns.place(of: column) { return values[place] }
    throw SQLError(kind: .decoding, message: "no column \(column) in \(columns.names)")
  }

  /// Text, or nil where the column is NULL.
  package func textOrNil(_ column: String) throws(SQLError) -> String? {
    switch try value(column) {
    case .text(let text): text
    case .null: nil
    case let other: throw Self.mismatch(column, other, "text")
    }
  }

  /// Text of a column that is never NULL.
  package func text(_ column: String) throws(SQLError) -> String {
    guard let text = try textOrNil(column) else { throw Self.mismatch(column, .null, "text") }
    return text
  }

  /// Text of the column at a place of the statement, from 0, that is never NULL: for answers of
  /// hundreds of rows, in which no name is looked for.
  package func text(at place: Int) throws(SQLError) -> String {
    guard case .text(let text) = values[place] else {
      throw Self.mismatch(columns.names[place], values[place], "text")
    }
    return text
  }

  /// A whole number, or nil where the column is NULL.
  package func integerOrNil(_ column: String) throws(SQLError) -> Int? {
    switch try value(column) {
    case .integer(let number): Int(number)
    case .null: nil
    case let other: throw Self.mismatch(column, other, "integer")
    }
  }

  /// A whole number of a column that is never NULL.
  package func integer(_ column: String) throws(SQLError) -> Int {
    guard let number = try integerOrNil(column) else {
      throw Self.mismatch(column, .null, "integer")
    }
    return number
  }

  /// A truth value; SQLite keeps it as 0 or 1.
  package func boolean(_ column: String) throws(SQLError) -> Bool {
    switch try value(column) {
    case .boolean(let truth): truth
    case .integer(let number): number != 0
    case let other: throw Self.mismatch(column, other, "boolean")
    }
  }

  /// Bytes of a column that is never NULL.
  package func bytes(_ column: String) throws(SQLError) -> [UInt8] {
    switch try value(column) {
    case .bytes(let bytes): bytes
    case let other: throw Self.mismatch(column, other, "bytes")
    }
  }

  private static func mismatch(
    _ column: String, _ value: SQLValue, _ wanted: String
  ) -> SQLError {
    // The value itself may be personal: only its type is said.
    let found = "\(value)".prefix { $0 != "(" }
    return SQLError(kind: .decoding, message: "column \(column) is \(found), not \(wanted)")
  }
}

/// A value that is made from one row.
package protocol SQLDecodable {
  /// Reads the value's columns.
  init(row: SQLRow) throws
}
