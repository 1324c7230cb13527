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
  ///
  /// Identifiers of one millisecond sort in the order in which they were made, so that a test can
  /// ask for the newest of something.
  static func test(_ clock: TestClock) -> World {
    let drawn = Mutex<UInt64>(0)
    return World(
      now: { clock.now },
      randomBytes: { count in
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
        guard count == 16 else { return bytes }
        let number = drawn.withLock { number in
          number += 1
          return number
        }
        return (0..<16).map { place in
          place < 8 ? 0 : UInt8(truncatingIfNeeded: number >> (8 * (15 - UInt64(place))))
        }
      })
  }
}
