import Kernel
import RosterTestSupport
import Synchronization

/// A clock that stands until a test moves it; it begins where the cast is.
final class MovingClock: Sendable {
  private let instant = Mutex(TestWorld.now)

  var now: Instant { instant.withLock { $0 } }

  func advance(seconds: Int) {
    instant.withLock { $0 = $0.adding(seconds: seconds) }
  }
}
