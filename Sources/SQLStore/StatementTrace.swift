import Synchronization

/// Keeps the text of each statement that a store runs, for tests that hold pages to a budget.
package final class StatementTrace: Sendable {
  private let kept = Mutex<[String]>([])

  package init() {}

  /// Called by the stores, with the statement's text and never its values.
  package func record(_ statement: String) {
    kept.withLock { $0.append(statement) }
  }

  /// Gives the statements since the last call, and forgets them.
  package func take() -> [String] {
    kept.withLock { statements in
      defer { statements = [] }
      return statements
    }
  }
}
