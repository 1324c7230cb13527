package import SQLStore

/// Why a database cannot be brought to this program's shape, in words for its operator.
package enum MigrationProblem: Error, Equatable, CustomStringConvertible {
  /// The database has steps that this program does not know.
  case newer(String)
  /// A file was edited after it had been applied.
  case changed(String)
  /// The database has later steps, but not this one.
  case skipped(String)
  /// A step failed; nothing of it was kept.
  case failed(String, SQLError)

  package var description: String {
    switch self {
    case .newer(let name):
      """
      This database was made by a newer Housestaff: it has the migration \(name). \
      Start that version or a later one; nothing was changed.
      """
    case .changed(let name):
      """
      The migration \(name) of this program differs from the one that made this database. \
      Start the version that belongs to it; nothing was changed.
      """
    case .skipped(let name):
      """
      This database lacks the migration \(name), although later ones were applied. \
      Start the version that belongs to it; nothing was changed.
      """
    case .failed(let name, let error):
      """
      The migration \(name) failed, and nothing of it was kept: the data is as before. \
      The database said: \(error)
      """
    }
  }
}
