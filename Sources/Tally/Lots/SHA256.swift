/// SHA-256 (FIPS 180-4), so that anyone can repeat a lot with `sha256sum`.
enum SHA256 {
  /// The digest of the bytes in lower-case hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    return digest(bytes).reduce(into: "") { text, byte in
      text.unicodeScalars.append(digits[Int(byte >> 4)])
      text.unicodeScalars.append(digits[Int(byte & 15)])
    }
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var state = initial
    let padded = padding(bytes)
    for block in stride(from: 0, to: padded.count, by: 64) {
      compress(padded[block..<block + 64], into: &state)
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  /// The message with a one, zeros, and its length in bits, in whole blocks.
  private static func padding(_ bytes: [UInt8]) -> [UInt8] {
    let zeros = (119 - bytes.count % 64) % 64
    let bits = UInt64(bytes.count) * 8
    let length = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    return bytes + [0x80] + [UInt8](repeating: 0, count: zeros) + length
  }

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
      block[at..<at + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for at in 16..<64 {
      let (two, fifteen) = (words[at - 2], words[at - 15])
      let low = turn(fifteen, 7) ^ turn(fifteen, 18) ^ fifteen >> 3
      let high = turn(two, 17) ^ turn(two, 19) ^ two >> 10
      words.append(words[at - 16] &+ low &+ words[at - 7] &+ high)
    }
    var v = state
    for at in 0..<64 {
      let high = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let one = v[7] &+ high &+ choice &+ constants[at] &+ words[at]
      let low = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)
      let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
      v = [one &+ low &+ majority, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
    }
    for at in 0..<8 { state[at] &+= v[at] }
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  /// The first 64 primes, from which the standard takes its constants.
  private static let primes = (2...311).filter { number in
    !(2..<number).contains { number % $0 == 0 }
  }

  private static let initial = primes.prefix(8).map { fraction(ofRoot: 2, $0) }
  private static let constants = primes.map { fraction(ofRoot: 3, $0) }

  /// The first 32 bits behind the point of the square or cube root: the greatest whole number
  /// whose power is at most the prime times 2 to the power of 32 times the root.
  private static func fraction(ofRoot root: Int, _ prime: Int) -> UInt32 {
    let target = UInt128(prime) << UInt128(32 * root)
    var (low, high): (UInt128, UInt128) = (0, 1 << 40)
    while high - low > 1 {
      let middle = (low + high) / 2
      let power = root == 2 ? middle * middle : middle * middle * middle
      if power <= target { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
