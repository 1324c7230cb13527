import Foundation
import Synchronization

/// Work that keeps a processor busy or blocks its thread, away from the threads that serve: so many
/// at a time, so many waiting, and the rest refused at once.
///
/// Without the bound a few hundred password checks would take the machine's memory and time.
package final class BoundedWork: Sendable {
  private let queue: OperationQueue
  private let most: Int
  private let admitted = Mutex(0)

  /// - Parameters:
  ///   - atOnce: how many run at a time, at least 1.
  ///   - waiting: how many may wait for one of those to end.
  package init(atOnce: Int, waiting: Int) {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = max(atOnce, 1)
    self.queue = queue
    self.most = max(atOnce, 1) + max(waiting, 0)
  }

  /// Runs work on a thread of its own and waits for it without blocking the caller's.
  /// - Throws: ``Busy`` where too much waits already; what the work throws.
  package func run<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    let isAdmitted = admitted.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard isAdmitted else { throw Busy() }
    let result: Result<Answer, any Error> = await withCheckedContinuation { continuation in
      queue.addOperation { continuation.resume(returning: Result { try work() }) }
    }
    admitted.withLock { $0 -= 1 }
    return try result.get()
  }
}

/// More people ask for the same heavy work at this moment than can be served.
package struct Busy: Refusal, Equatable {
  package init() {}

  package var kind: RefusalKind { .tooMany }
  package var code: String { "busy" }
  package var sentence: String {
    "Many people are signing in at this moment. Wait a few seconds and try again."
  }
}
