import SQLStore

/// Why a transaction left no trace, so that its closure may run again.
enum PostgresFault: Error {
  /// Another transaction stood in its way. The seed differs among the sessions of a server.
  case conflict(SQLError, seed: Int32)
  /// A unique index refused a row. Where another transaction put the other row there meanwhile, a
  /// second look finds it, and the verb says so in words.
  case duplicate(SQLError)
  /// The connection was not there, or broke before COMMIT was sent.
  case lost(SQLError)

  /// What callers of the store see when it is not tried again.
  var error: SQLError {
    switch self {
    case .conflict(let error, _), .duplicate(let error), .lost(let error): error
    }
  }
}

/// How often and after which pauses a transaction is tried again.
struct PostgresRetries {
  private let limits: PostgresLimits
  private var conflicts = 0
  private var duplicates = 0
  private var firstLoss: ContinuousClock.Instant?

  init(limits: PostgresLimits) { self.limits = limits }

  /// The pause before the next attempt, or nil when there have been enough.
  mutating func pause(after fault: PostgresFault) -> Duration? {
    switch fault {
    case .conflict(_, let seed):
      conflicts += 1
      guard conflicts < limits.attempts else { return nil }
      return Self.pause(conflicts, seed: seed)
    case .duplicate:
      duplicates += 1
      return duplicates <= 2 ? .zero : nil
    case .lost:
      guard let firstLoss else {
        // A connection may have broken long ago, unnoticed: a new one is tried at once.
        firstLoss = .now
        return .zero
      }
      return firstLoss.duration(to: .now) < limits.reconnecting ? .milliseconds(100) : nil
    }
  }

  /// Doubles from two milliseconds to a tenth of a second, spread from half to one and a half.
  ///
  /// The spread needs no chance: the server numbers its sessions, and multiplying by the golden
  /// ratio puts neighbors far apart.
  private static func pause(_ attempt: Int, seed: Int32) -> Duration {
    let full = min(2_000 << min(attempt - 1, 6), 100_000)
    let mixed = (UInt32(bitPattern: seed) &+ UInt32(attempt)) &* 2_654_435_769
    let spread = Int(mixed >> 16) * full / 65_536
    return .microseconds(full / 2 + spread)
  }
}
