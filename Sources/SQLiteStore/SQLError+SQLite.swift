import GRDB
import SQLStore

/// Runs work and turns GRDB's errors into ours, without the statement's values.
func translatingErrors<Answer>(
  statement: String? = nil, _ work: () throws -> Answer
) throws -> Answer {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw SQLError(error, statement: statement)
  }
}

extension SQLError {
  init(_ error: DatabaseError, statement: String? = nil) {
    let kind: Kind =
      switch error.resultCode.primaryResultCode {
      case .SQLITE_CONSTRAINT: .constraint
      case .SQLITE_BUSY, .SQLITE_LOCKED: .conflict
      case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY: .unavailable
      default: .other
      }
    self.init(kind: kind, message: error.message ?? "\(error.resultCode)", statement: statement)
  }
}
