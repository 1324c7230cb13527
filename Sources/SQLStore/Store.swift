/// The two engines.
package enum Engine: String, Sendable, CaseIterable {
  case sqlite
  case postgres
}

/// A database: the one place where state is kept.
///
/// Both engines give the same promise: inside `write` a closure may reason as if it were alone, and
/// what it returned has been kept. A closure may run more than once, so it has no other effects: no
/// mail, no HTTP. Retries are bounded; the last failure is thrown.
package protocol Store: Sendable {
  /// The engine behind the store.
  var engine: Engine { get }

  /// Reads in one consistent, read-only transaction, on a thread of the store's own.
  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLReader) throws -> Answer
  ) async throws -> Answer

  /// Changes in one transaction that is kept whole or, when `body` throws, not at all.
  @discardableResult
  func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer

  /// Closes all connections; the store is not used afterwards.
  func close() async throws
}
