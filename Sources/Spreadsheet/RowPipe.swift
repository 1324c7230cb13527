import Foundation

/// Hands rows from the thread that parses to the one that reads.
///
/// The parser pushes and the reader pulls, so they need a thread each; one batch waits between
/// them at most, which bounds the memory. All state is touched under the condition's lock only.
final class RowPipe: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [SheetRow] = []
  private var outcome: Result<Void, SheetProblem>?
  private var isCancelled = false

  /// Waits until there is room and gives a batch, which must not be empty; answers false when
  /// the reader has gone.
  func give(_ rows: [SheetRow]) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !waiting.isEmpty, !isCancelled { condition.wait() }
    if isCancelled { return false }
    waiting = rows
    condition.broadcast()
    return true
  }

  /// Says that no more rows come, and why if that is a problem.
  func finish(_ outcome: Result<Void, SheetProblem>) {
    condition.lock()
    defer { condition.unlock() }
    self.outcome = outcome
    condition.broadcast()
  }

  /// Waits for the next batch; it is empty after the last. A problem comes after the rows
  /// before it.
  func take() throws(SheetProblem) -> [SheetRow] {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, outcome == nil { condition.wait() }
    if waiting.isEmpty { try outcome?.get() }
    defer {
      waiting = []
      condition.broadcast()
    }
    return waiting
  }

  /// Says that the reader has gone: the parser may stop.
  func cancel() {
    condition.lock()
    defer { condition.unlock() }
    isCancelled = true
    condition.broadcast()
  }
}
