/// Something wrong with a row, in the file's own words.
package struct RowProblem: Sendable, Equatable, Codable {
  /// The line, as a spreadsheet program numbers it.
  package let line: Int
  /// The title of the column as the file has it, or `(row)`.
  package let column: String
  /// What is wrong, such as `not a date`.
  package let reason: String

  package init(line: Int, column: String, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }
}
