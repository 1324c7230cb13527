import Kernel
import Synchronization

/// Lets codes be tried one after the other, right and wrong ones alike.
///
/// Nothing is counted by who asks: there is one line for everybody, so nothing can be joined with a
/// concern. With 150 random bits a code is not found by trying; the line keeps those who try from
/// taking the server's time.
final class CodeEntryPace: Sendable {
  /// The line of this process.
  static let shared = CodeEntryPace(between: .milliseconds(50), longest: .seconds(8))

  private let between: Duration
  private let longest: Duration
  private let next = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameters:
  ///   - between: how long each turn takes.
  ///   - longest: how long anybody waits; whoever would wait longer is asked to come back.
  init(between: Duration, longest: Duration) {
    self.between = between
    self.longest = longest
  }

  /// Waits for a turn.
  /// - Throws: ``TooManyAtOnce`` where the line is too long.
  func turn() async throws {
    let now = ContinuousClock.now
    let mine = try next.withLock { next in
      let mine = max(now, next ?? now)
      guard mine - now <= longest else { throw TooManyAtOnce() }
      next = mine + between
      return mine
    }
    if mine > now { try await Task.sleep(until: mine, clock: .continuous) }
  }
}

/// More people type codes or send files at this moment than can be served.
struct TooManyAtOnce: Refusal, Equatable {
  var kind: RefusalKind { .tooMany }
  var code: String { "too-many-at-once" }
  var sentence: String { "Many people are here at this moment. Wait a minute and try again." }
}
