import SQLStore
import Synchronization

/// A bounded number of sessions, lent to one transaction at a time, first come first served.
final class PostgresPool: Sendable {
  private struct Waiter {
    let number: Int
    let turn: CheckedContinuation<PostgresSession, any Error>
  }

  private struct State {
    var idle: [PostgresSession]
    var waiting: [Waiter] = []
    var lastNumber = 0
    var isClosing = false
    var lent = 0
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let sessions: [PostgresSession]
  private let patience: Duration

  /// - Parameter patience: how long a transaction waits for its turn.
  init(sessions: [PostgresSession], patience: Duration) {
    self.sessions = sessions
    self.patience = patience
    state = Mutex(State(idle: sessions.reversed()))
  }

  /// Lends a session for as long as the work takes.
  func withSession<Answer>(
    _ work: (PostgresSession) async throws -> Answer
  ) async throws -> Answer {
    let session = try await borrow()
    defer { giveBack(session) }
    return try await work(session)
  }

  /// Waits until all work that has begun or waits is done, then ends the connections.
  func close() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.isClosing = true
        if state.lent > 0 { state.closers.append(continuation) }
        return state.lent == 0
      }
      if isIdle { continuation.resume() }
    }
    for session in sessions { await session.close() }
  }

  private func borrow() async throws -> PostgresSession {
    try Task.checkCancellation()
    if let session = try state.withLock({ try Self.take(&$0) }) { return session }
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [patience] in
        try await Task.sleep(for: patience)
        self.refuse(
          number, SQLError(kind: .unavailable, message: "no connection was free for \(patience)"))
      }
      defer { group.cancelAll() }
      return try await self.waitForTurn(number)
    }
  }

  private func waitForTurn(_ number: Int) async throws -> PostgresSession {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let outcome: Result<PostgresSession, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          do {
            if let session = try Self.take(&state) { return .success(session) }
          } catch {
            return .failure(error)
          }
          state.waiting.append(Waiter(number: number, turn: continuation))
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      refuse(number, CancellationError())
    }
  }

  private static func take(_ state: inout State) throws -> PostgresSession? {
    guard !state.isClosing else {
      throw SQLError(kind: .unavailable, message: "the store is closed")
    }
    guard let session = state.idle.popLast() else { return nil }
    state.lent += 1
    return session
  }

  private func refuse(_ number: Int, _ error: any Error) {
    let waiter = state.withLock { state in
      state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
    }
    waiter?.turn.resume(throwing: error)
  }

  private func giveBack(_ session: PostgresSession) {
    let (next, closers) = state.withLock { state in
      if !state.waiting.isEmpty {
        return (Optional(state.waiting.removeFirst()), [CheckedContinuation<Void, Never>]())
      }
      state.idle.append(session)
      state.lent -= 1
      defer { if state.lent == 0 { state.closers = [] } }
      return (nil, state.lent == 0 ? state.closers : [])
    }
    next?.turn.resume(returning: session)
    for closer in closers { closer.resume() }
  }
}
