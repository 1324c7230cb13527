import Kernel
import Synchronization

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  /// 1 July 2026, ten in the morning in New York.
  static let start = Instant(milliseconds: 1_782_914_400_000)

  private let instant = Mutex(TestClock.start)

  var now: Instant { instant.withLock { $0 } }

  func advance(seconds: Int) {
    instant.withLock { $0 = $0.adding(seconds: seconds) }
  }
}

extension World {
  /// A world with a test's clock and the machine's chance.
  static func test(_ clock: TestClock) -> World {
    World(
      now: { clock.now },
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
  }
}
