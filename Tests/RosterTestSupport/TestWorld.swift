package import Kernel
import Synchronization

/// A clock that stands, and chance that counts: every test sees the same world.
package enum TestWorld {
  /// Monday, November 2, 2026, at ten in New York.
  package static let now = Instant(text: "2026-11-02T15:00:00.000Z") ?? Instant(milliseconds: 0)
  package static let today = day("2026-11-02")

  /// A world in which no two draws are alike.
  package static func make(at moment: Instant = now) -> World {
    let drawn = Mutex<UInt64>(0)
    return World(
      now: { moment },
      randomBytes: { count in
        drawn.withLock { number in
          number += 1
          // The low bits stand last, where a UUID keeps them all.
          return (0..<count).map { index in
            UInt8(truncatingIfNeeded: number >> UInt64(8 * min(7, count - 1 - index)))
          }
        }
      })
  }
}

/// A day of the calendar, written out.
package func day(_ text: String) -> Day {
  Day(text: text) ?? Day(number: 0)
}
