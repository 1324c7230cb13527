import Foundation

/// What the thread that reads the file and the store's thread say to each other.
///
/// Two messages wait at most, which bounds the memory. All state is touched under the condition's
/// lock only.
final class RosterExchange: @unchecked Sendable {
  /// What the reading thread says.
  enum Message: Sendable {
    /// It will need to know these people.
    case question(ChunkLookup.Keys)
    /// Some rows are planned: what there is to write, and how far the file is read.
    case planned(RosterBatch?, RosterProgress)
    /// It is done, or failed.
    case end((any Error)?)
  }

  private let condition = NSCondition()
  private var messages: [Message] = []
  private var lookups: [ChunkLookup] = []
  private var isCancelled = false
  private var hasEnded = false

  /// Says something, when there is room.
  /// - Throws: `CancellationError` when nobody listens any more.
  func say(_ message: Message) throws {
    condition.lock()
    defer { condition.unlock() }
    while messages.count >= 1, !isCancelled { condition.wait() }
    if isCancelled { throw CancellationError() }
    messages.append(message)
    condition.broadcast()
  }

  /// Waits for the answer to the oldest question.
  func answer() throws -> ChunkLookup {
    condition.lock()
    defer { condition.unlock() }
    while lookups.isEmpty, !isCancelled { condition.wait() }
    if isCancelled { throw CancellationError() }
    return lookups.removeFirst()
  }

  /// Says that the reading thread does nothing any more.
  func end() {
    condition.lock()
    defer { condition.unlock() }
    hasEnded = true
    condition.broadcast()
  }

  /// Waits for what the reading thread says next.
  func listen() -> Message {
    condition.lock()
    defer { condition.unlock() }
    while messages.isEmpty { condition.wait() }
    defer { condition.broadcast() }
    return messages.removeFirst()
  }

  /// Answers a question.
  func answer(_ lookup: ChunkLookup) {
    condition.lock()
    defer { condition.unlock() }
    lookups.append(lookup)
    condition.broadcast()
  }

  /// Waits until the reading thread has stopped, which it does soon.
  func stop() {
    condition.lock()
    defer { condition.unlock() }
    isCancelled = true
    condition.broadcast()
    while !hasEnded { condition.wait() }
  }
}
