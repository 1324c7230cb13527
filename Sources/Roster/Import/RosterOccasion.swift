package import Kernel
package import SQLStore
import Synchronization

/// Who imports, when, and into what.
package struct RosterOccasion: Sendable {
  package let store: any Store
  package let world: World
  /// The institution's calendar day.
  package let today: Day
  /// Who does it; nil for the system's operator at a terminal, who may do everything.
  package let viewer: Viewer?
  /// How far the work is: called at most twenty times a second, on a thread of the store.
  package var progress: @Sendable (RosterProgress) -> Void = { _ in }

  /// An occasion of someone who is signed in; every verb asks whether they may.
  package init(store: any Store, world: World, viewer: Viewer) {
    self.store = store
    self.world = world
    self.today = viewer.today
    self.viewer = viewer
  }

  /// An occasion of the system's operator.
  package init(store: any Store, world: World, today: Day) {
    self.store = store
    self.world = world
    self.today = today
    self.viewer = nil
  }

  /// Who acts, as the audit trail names them.
  var actor: PersonID? { viewer?.person }

  /// Refuses whoever may not import.
  func checkRight() throws {
    if let viewer, !viewer.mayImportRoster { throw RosterRefusal.notAllowed }
  }

  /// Reads; stops between chunks of rows when the task is cancelled.
  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLReader, RosterWatch) throws -> Answer
  ) async throws -> Answer {
    try await watching { watch in try await store.read { try body($0, watch) } }
  }

  /// Changes in one transaction; a cancelled task leaves nothing.
  func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter, RosterWatch) throws -> Answer
  ) async throws -> Answer {
    try await watching { watch in try await store.write { try body($0, watch) } }
  }

  private func watching<Answer>(
    _ work: (RosterWatch) async throws -> Answer
  ) async throws -> Answer {
    let watch = RosterWatch(now: world.now, tell: progress)
    return try await withTaskCancellationHandler {
      try await work(watch)
    } onCancel: {
      watch.cancel()
    }
  }
}

/// How far an import is.
package struct RosterProgress: Sendable, Equatable {
  /// Rows that are done.
  package let done: Int
  /// All rows; an estimate from the file's size until its end is reached, nil where none can be
  /// made.
  package let total: Int?

  package init(done: Int, total: Int?) {
    self.done = done
    self.total = total
  }
}

/// Tells how far an import is, not too often, and whether it should stop.
final class RosterWatch: Sendable {
  private struct State {
    var isCancelled = false
    var toldAt: Instant?
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Instant
  private let tell: @Sendable (RosterProgress) -> Void

  init(
    now: @escaping @Sendable () -> Instant, tell: @escaping @Sendable (RosterProgress) -> Void
  ) {
    self.now = now
    self.tell = tell
  }

  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Tells of progress, unless it did so within the last twentieth of a second.
  /// - Throws: `CancellationError` when the work should stop.
  func reached(_ progress: RosterProgress, isLast: Bool = false) throws {
    let now = now()
    let (isCancelled, isDue) = state.withLock { state in
      let isDue = isLast || state.toldAt.map { now.milliseconds - $0.milliseconds >= 50 } ?? true
      if isDue { state.toldAt = now }
      return (state.isCancelled, isDue)
    }
    if isCancelled { throw CancellationError() }
    if isDue { tell(progress) }
  }
}
