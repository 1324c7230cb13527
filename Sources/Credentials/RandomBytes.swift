import CSodium
import Synchronization

/// A source of random octets that is passed in, so that tests and the demo can repeat themselves.
package struct RandomBytes: Sendable {
  /// Gives as many octets as asked for.
  package let fill: @Sendable (Int) -> [UInt8]

  /// Wraps a source.
  package init(fill: @escaping @Sendable (Int) -> [UInt8]) {
    self.fill = fill
  }

  /// The operating system's generator, through libsodium: the only one for real secrets.
  package static let system = RandomBytes { count in
    octets(count) { target in
      _ = Sodium.isStarted
      randombytes_buf(target, count)
    }
  }

  /// The same octets in the same order for the same seed: for tests and generated demo data only.
  package static func seeded(_ seed: UInt64) -> RandomBytes {
    let draws = DrawCounter()
    return RandomBytes { count in
      let draw = draws.next()
      var key = [seed, draw].flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
      }
      key += [UInt8](repeating: 0, count: Int(randombytes_SEEDBYTES) - key.count)
      return octets(count) { target in
        _ = Sodium.isStarted
        randombytes_buf_deterministic(target, count, key)
      }
    }
  }

  /// Makes an array of `count` octets and lets `write` set them; asks for nothing when it is empty.
  private static func octets(_ count: Int, write: (UnsafeMutableRawPointer) -> Void) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: count)
    octets.withUnsafeMutableBytes { buffer in
      if let target = buffer.baseAddress, count > 0 { write(target) }
    }
    return octets
  }
}

/// Counts the draws from a seeded source, on whatever thread they happen.
private final class DrawCounter: Sendable {
  private let count = Mutex<UInt64>(0)

  func next() -> UInt64 {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
