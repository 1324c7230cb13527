import Dispatch
import Synchronization

/// The line in which reads wait for one of a few threads.
///
/// A thread that is done takes the next one in line, so that a busy server changes threads once a
/// read. GRDB's own asynchronous reads change them four times.
final class ReadingLine: Sendable {
  private struct State {
    var waiting: [@Sendable () -> Void] = []
    /// Where the next one in line stands; those before it have gone.
    var next = 0
    var threads = 0

    mutating func takeNext() -> (@Sendable () -> Void)? {
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
  private let most: Int
  private let state = Mutex(State())

  /// - Parameter atOnce: how many run at a time, at least 1.
  init(atOnce: Int) {
    self.most = max(atOnce, 1)
  }

  /// Runs work on one of the threads and waits for it without blocking the caller's.
  func run<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      let needsThread = state.withLock { state in
        state.waiting.append { continuation.resume(with: Result { try work() }) }
        guard state.threads < most else { return false }
        state.threads += 1
        return true
      }
      if needsThread { queue.async { self.carryOn() } }
    }
  }

  /// Does what waits, until nothing does.
  private func carryOn() {
    while let work = state.withLock({ state in
      let work = state.takeNext()
      if work == nil { state.threads -= 1 }
      return work
    }) {
      work()
    }
  }
}
