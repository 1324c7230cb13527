/// Bounds that both engines keep.
package enum SQLLimits {
  /// Statements with more values than this are prepared anew each time: they hold a list, so their
  /// text rarely comes back, and keeping each would fill the memory.
  package static let valuesOfKeptStatement = 32

  /// The refusal of a text that PostgreSQL could not keep, given by SQLite as well.
  package static func nulCharacter(in statement: String) -> SQLError {
    SQLError(
      kind: .other, message: "a text holds the character U+0000, which no database here keeps",
      statement: statement)
  }

  /// The refusal of a list of values that does not fit its statement.
  package static func wrongCount(
    _ count: Int, expected: Int, in statement: String
  ) -> SQLError {
    SQLError(
      kind: .other, message: "\(count) values for \(expected) placeholders", statement: statement)
  }
}
