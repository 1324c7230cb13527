/// A keyed hash that nobody can foretell without the key: SipHash-2-4 (Aumasson and Bernstein
/// 2012).
struct SipHash: Sendable {
  private let key: (UInt64, UInt64)

  init(key: (UInt64, UInt64)) {
    self.key = key
  }

  /// The hash of bytes.
  func digest(of bytes: [UInt8]) -> UInt64 {
    var state: SIMD4<UInt64> = [
      key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d,
      key.0 ^ 0x6c79_6765_6e65_7261, key.1 ^ 0x7465_6462_7974_6573,
    ]
    for start in stride(from: 0, through: bytes.count, by: 8) {
      let end = min(start + 8, bytes.count)
      var word = bytes[start..<end].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if end - start < 8 { word |= UInt64(truncatingIfNeeded: bytes.count) << 56 }
      state[3] ^= word
      Self.mix(&state, rounds: 2)
      state[0] ^= word
    }
    state[2] ^= 0xFF
    Self.mix(&state, rounds: 4)
    return state[0] ^ state[1] ^ state[2] ^ state[3]
  }

  private static func mix(_ state: inout SIMD4<UInt64>, rounds: Int) {
    func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
    for _ in 0..<rounds {
      state[0] &+= state[1]
      state[2] &+= state[3]
      state[1] = turned(state[1], 13) ^ state[0]
      state[3] = turned(state[3], 16) ^ state[2]
      state[0] = turned(state[0], 32)
      state[2] &+= state[1]
      state[0] &+= state[3]
      state[1] = turned(state[1], 17) ^ state[2]
      state[3] = turned(state[3], 21) ^ state[0]
      state[2] = turned(state[2], 32)
    }
  }
}
