import GRDB
import GRDBSQLite
import SQLStore

extension Database {
  /// Does reads that all see the database as it stands when the first of them begins.
  ///
  /// GRDB's own transactions prepare their statements anew and look for observers, of which reading
  /// connections have none.
  func inSnapshot<Answer>(_ read: () throws -> Answer) throws -> Answer {
    try carryOut("BEGIN DEFERRED TRANSACTION")
    do {
      let answer = try read()
      try carryOut("COMMIT TRANSACTION")
      return answer
    } catch {
      // An error may have ended the transaction already.
      if sqlite3_get_autocommit(sqliteConnection) == 0 { try carryOut("ROLLBACK TRANSACTION") }
      throw error
    }
  }

  private func carryOut(_ text: String) throws {
    let statement = try translatingErrors(statement: text) { try cachedStatement(sql: text) }
    defer { sqlite3_reset(statement.sqliteStatement) }
    let code = sqlite3_step(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw SQLError(
        sqliteCode: code, message: lastErrorMessage ?? "error \(code)", statement: text)
    }
  }
}
