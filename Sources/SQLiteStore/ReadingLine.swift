import Dispatch
import GRDB
import Synchronization

/// The line in which reads wait for one of a few connections.
///
/// A connection that is done takes the next read in line, with its thread, so that a busy server
/// changes both once a read at most. GRDB's own asynchronous reads change threads four times, and
/// look for a connection each time.
final class ReadingLine: Sendable {
  /// A read, given a connection or why there is none.
  private typealias Work = @Sendable (Result<Database, any Error>) -> Void

  private struct State {
    var waiting: [Work] = []
    /// Where the next one in line stands; those before it have gone.
    var next = 0
    var threads = 0

    mutating func takeNext() -> Work? {
      if next == waiting.count || next == 64 {
        waiting.removeFirst(next)
        next = 0
      }
      guard next < waiting.count else { return nil }
      defer { next += 1 }
      return waiting[next]
    }
  }

  private let queue = DispatchQueue(label: "housestaff.reading", attributes: .concurrent)
  private let pool: DatabasePool
  private let most: Int
  private let state = Mutex(State())

  /// - Parameter atOnce: how many run at a time, at least 1.
  init(_ pool: DatabasePool, atOnce: Int) {
    self.pool = pool
    self.most = max(atOnce, 1)
  }

  /// Runs work on one of the connections and waits for it without blocking the caller's thread.
  func run<Answer: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      let needsThread = state.withLock { state in
        state.waiting.append { database in
          continuation.resume(with: Result { try work(database.get()) })
        }
        guard state.threads < most else { return false }
        state.threads += 1
        return true
      }
      if needsThread { queue.async { self.carryOn() } }
    }
  }

  /// Does what waits, until nothing does.
  private func carryOn() {
    do {
      try pool.unsafeRead { database in
        while let work = next() { work(.success(database)) }
      }
    } catch {
      // There was no connection, so nothing has been done.
      while let work = next() { work(.failure(error)) }
    }
  }

  /// What is next in line; where nothing is, the thread leaves.
  private func next() -> Work? {
    state.withLock { state in
      let work = state.takeNext()
      if work == nil { state.threads -= 1 }
      return work
    }
  }
}
