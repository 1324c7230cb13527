import GRDB
import GRDBSQLite
import SQLStore

/// Runs work and turns GRDB's errors into ours, without the statement's values.
func translatingErrors<Answer>(
  statement: String? = nil, _ work: () throws -> Answer
) throws(SQLError) -> Answer {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw SQLError(error, statement: statement)
  } catch let error as SQLError {
    throw error
  } catch {
    throw SQLError(kind: .other, message: "\(type(of: error))", statement: statement)
  }
}

extension SQLError {
  /// GRDB's error in our words.
  init(_ error: DatabaseError, statement: String? = nil) {
    self.init(
      sqliteCode: error.resultCode.rawValue, message: error.message ?? "\(error.resultCode)",
      statement: statement)
  }

  /// SQLite's own error; `sqliteCode` may be an extended one.
  init(sqliteCode: Int32, message: String, statement: String? = nil) {
    let kind: Kind =
      switch sqliteCode & 0xFF {
      case SQLITE_CONSTRAINT: .constraint
      case SQLITE_BUSY, SQLITE_LOCKED: .conflict
      case SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY: .unavailable
      default: .other
      }
    // The full-text search quotes what was searched for.
    let words = message.hasPrefix("fts5:") ? "fts5: the search cannot be read" : message
    self.init(kind: kind, message: words, statement: statement)
  }
}
