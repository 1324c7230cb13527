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
}
