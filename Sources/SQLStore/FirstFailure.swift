/// Remembers the first statement of a transaction that failed.
///
/// PostgreSQL refuses every statement after a failed one; SQLite would go on. Both engines ask here
/// before a statement and before they commit, so that a closure means the same on both.
package final class FirstFailure {
  private var error: SQLError?

  package init() {}

  /// The error that dooms the transaction, if any.
  package var known: SQLError? { error }

  /// - Throws: the error that dooms the transaction, if any.
  package func check() throws(SQLError) {
    if let error { throw error }
  }

  /// Keeps the first failure and gives back the one to throw.
  package func record(_ failure: SQLError) -> SQLError {
    if error == nil { error = failure }
    return failure
  }

  /// Dooms the transaction for an error of any kind, and gives it back.
  package func doom(_ error: any Error) -> any Error {
    _ = record(
      error as? SQLError ?? SQLError(kind: .other, message: "given up: \(type(of: error))"))
    return error
  }
}
