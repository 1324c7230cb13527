import Dispatch

/// Work that blocks its thread, kept away from the threads that serve requests.
enum BlockingWork {
  private static let queue = DispatchQueue(
    label: "housestaff.blocking", attributes: .concurrent)

  /// Runs work on a thread of its own and waits for it without blocking.
  static func run<Answer: Sendable>(
    _ work: @escaping @Sendable () -> Answer
  ) async -> Answer {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
