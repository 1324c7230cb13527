import Foundation
import Synchronization

/// Holds a thread until a test lets it go.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let reached = Mutex(false)

  var isReached: Bool { reached.withLock { $0 } }

  func wait() {
    reached.withLock { $0 = true }
    semaphore.wait()
  }

  func open() { semaphore.signal() }
}
