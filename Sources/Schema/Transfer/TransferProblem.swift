/// Why a database cannot be written to a file or read from one, in words for its operator.
package enum TransferProblem: Error, Equatable, CustomStringConvertible {
  /// There is a file of this name already.
  case exists(path: String)
  /// The file cannot be opened, read or written.
  case file(path: String, reason: String)
  /// The file is not one of ours, or not whole.
  case damaged(line: Int, reason: String)
  /// The file is of a newer program.
  case newer(String)
  /// The file is of an older program, and the database has newer steps already.
  case older(String)
  /// The database holds data already.
  case notEmpty(table: String)
  /// A column's type exists in one engine only.
  case unknownType(table: String, column: String, type: String)
  /// A value does not have its column's type.
  case unfit(table: String, column: String)
  /// What the database gave back is not what the file holds.
  case differs(table: String)

  package var description: String {
    switch self {
    case .exists(let path):
      "There is a file \(path) already. Choose another name, or move that file away."
    case .file(let path, let reason):
      "The file \(path) cannot be used: \(reason)."
    case .damaged(let line, let reason):
      "The file is damaged or not an export of Housestaff (line \(line)): \(reason)."
    case .newer(let name):
      "The file was written by a newer Housestaff: it has the migration \(name)."
    case .older(let name):
      """
      The file was written before the migration \(name), which this database has. \
      Give a database that does not exist yet: it is brought up to date after the file was read.
      """
    case .notEmpty(let table):
      "The database holds data already (in \(table)); nothing was changed."
    case .unknownType(let table, let column, let type):
      "The column \(column) of \(table) has the type \(type), which only one engine knows."
    case .unfit(let table, let column):
      "A value in the column \(column) of \(table) does not have the column's type."
    case .differs(let table):
      "The rows of \(table) do not come back from the database as the file has them."
    }
  }
}
