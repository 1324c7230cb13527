import Dispatch
import SQLStore

/// A connection with a thread of its own, on which all of its SQL runs.
///
/// The connection is opened when it is first needed and replaced when it broke. Unchecked, because
/// `link` is touched on `queue` alone.
final class PostgresSession: @unchecked Sendable {
  private let address: PostgresAddress
  private let queue: DispatchQueue
  private var link: PostgresLink?

  init(address: PostgresAddress, number: Int) {
    self.address = address
    queue = DispatchQueue(label: "housestaff.postgres.\(number)")
  }

  /// Runs a transaction once.
  /// - Throws: ``PostgresFault`` when the same closure may be run again.
  func transaction<Answer: Sendable>(
    _ mode: PostgresMode, statementTimeout: Duration?, trace: StatementTrace?,
    _ body: @escaping @Sendable (PostgresTransaction) throws -> Answer
  ) async throws -> Answer {
    try await onQueue { session in
      let link: PostgresLink
      do throws(SQLError) {
        link = try session.soundLink()
      } catch {
        throw PostgresFault.lost(error)
      }
      do {
        return try link.transaction(
          mode, statementTimeout: statementTimeout, trace: trace, body)
      } catch let error as SQLError {
        if !link.isConnected, !link.hasSentCommit { throw PostgresFault.lost(error) }
        if error.kind == .conflict { throw PostgresFault.conflict(error, seed: link.number) }
        if error.isDuplicate { throw PostgresFault.duplicate(error) }
        throw error
      }
    }
  }

  /// Ends the connection.
  func close() async {
    try? await onQueue { $0.link = nil }
  }

  private func soundLink() throws(SQLError) -> PostgresLink {
    if let link, link.isSound { return link }
    link = nil
    let opened = try PostgresLink(address: address)
    link = opened
    return opened
  }

  private func onQueue<Answer: Sendable>(
    _ work: @escaping @Sendable (PostgresSession) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work(self) }) }
    }
  }
}
