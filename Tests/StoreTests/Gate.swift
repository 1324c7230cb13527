import Foundation
import Synchronization

/// Something that one thread waits for and another opens.
final class Gate: Sendable {
  private let state = Mutex(false)

  func open() { state.withLock { $0 = true } }

  /// Waits without a thread.
  func wait() async {
    while !state.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(5)) }
  }

  /// Blocks the thread that it is called on.
  func pass() {
    while !state.withLock({ $0 }) { usleep(5_000) }
  }
}

/// A value that closures on several threads read and change.
final class Shared<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  init(_ value: Value) { state = Mutex(value) }

  var value: Value { state.withLock { $0 } }

  func update<Answer: Sendable>(_ change: @Sendable (inout Value) -> Answer) -> Answer {
    state.withLock { change(&$0) }
  }
}
