import Foundation
import Kernel

extension World {
  /// The machine's own clock and chance: the only place that asks for either.
  static let live = World(
    now: {
      Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    },
    randomBytes: { count in
      var generator = SystemRandomNumberGenerator()
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count + 8)
      while bytes.count < count {
        withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
      }
      return Array(bytes.prefix(count))
    })

  /// The same with a clock that shows the morning of a day now and goes on from there.
  static func live(from day: Day, in zone: TimeZone) -> World {
    let ahead = day.instant(hour: 9, in: zone).milliseconds - live.now().milliseconds
    var world = live
    world.now = { Instant(milliseconds: live.now().milliseconds + ahead) }
    return world
  }
}
