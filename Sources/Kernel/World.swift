/// What the program takes from outside: the clock, chance, and the place of elections' keys. Built
/// in one place, passed down.
package struct World: Sendable {
  /// The present moment; a request asks once.
  package var now: @Sendable () -> Instant
  /// So many bytes that nobody can predict.
  package var randomBytes: @Sendable (Int) -> [UInt8]
  /// Where the secret keys of open elections are.
  package var urnKeys: any UrnKeys

  package init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8],
    urnKeys: any UrnKeys = NoUrnKeys()
  ) {
    self.now = now
    self.randomBytes = randomBytes
    self.urnKeys = urnKeys
  }

  /// A new identifier that sorts after those of earlier milliseconds (UUID version 7).
  package func newID<Entity>(_ type: ID<Entity>.Type = ID<Entity>.self) -> ID<Entity> {
    var bytes = randomBytes(16)
    let milliseconds = now().milliseconds
    for index in 0..<6 {
      bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))
    }
    return ID(stored: Self.uuid(bytes, version: 7))
  }

  /// A new identifier that says nothing about its time (UUID version 4), for what must not be
  /// joined to a person.
  package func detachedID<Entity>(_ type: ID<Entity>.Type = ID<Entity>.self) -> ID<Entity> {
    ID(stored: Self.uuid(randomBytes(16), version: 4))
  }

  private static func uuid(_ random: [UInt8], version: UInt8) -> String {
    var bytes = random
    bytes[6] = bytes[6] & 0x0F | version << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var position = 0
      for index in bytes.indices {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          buffer[position] = UInt8(ascii: "-")
          position += 1
        }
        buffer[position] = digit(bytes[index] >> 4)
        buffer[position + 1] = digit(bytes[index] & 15)
        position += 2
      }
      return position
    }
  }

  /// A hexadecimal digit of a number below 16.
  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
  }
}
