/// Why a database was not backed up or restored, in words for its operator.
package enum BackupProblem: Error, Equatable, CustomStringConvertible {
  /// There is no database at the place.
  case noDatabase(String)
  /// The file is neither a database of ours nor an export.
  case notOurs(String)
  /// The backup is damaged.
  case damaged(String, reason: String)
  /// There is a database already, and nobody said that it may go.
  case wouldReplace(String)
  /// A running program has the database open.
  case inUse(String)
  /// A copy of SQLite's file cannot go into PostgreSQL.
  case otherEngine(String)

  package var description: String {
    switch self {
    case .noDatabase(let place):
      "There is no database at \(place)."
    case .notOurs(let path):
      "\(path) is neither a Housestaff database nor an export of one. Nothing was changed."
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)). Nothing was changed; take another backup."
    case .wouldReplace(let place):
      "There is a database at \(place) already. Say --replace to replace it, or name another place."
    case .inUse(let place):
      "\(place) is in use. Stop Housestaff first; nothing was changed."
    case .otherEngine(let path):
      """
      \(path) is a copy of an SQLite database. To move it to PostgreSQL, export it with \
      `housestaff export` and read that file with `housestaff import`.
      """
    }
  }
}
