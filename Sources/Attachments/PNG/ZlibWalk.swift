/// Walks through compressed rows of a picture (RFC 1950 and 1951), to know that they are whole and
/// where they end.
struct ZlibWalk {
  private var bits: DeflateBits
  /// The rows as far as they came.
  private(set) var rows: PNGRows
  private var checksum = Adler32()
  /// What was decompressed: the last bytes that were looked at, and those that were not yet.
  private var output: [UInt8] = []
  /// Where the bytes begin in `output` that were not looked at.
  private var fresh = 0

  /// The codes of blocks that bring none, once one was met.
  private var usual: DeflateCodes?
  private var blocks = 0

  /// How far back a repetition may reach.
  private static let window = 32_768

  init(_ stream: [UInt8], _ rows: PNGRows) {
    bits = DeflateBits(stream)
    self.rows = rows
  }

  /// The stream up to its end, with the usual head.
  mutating func walk() throws(FileProblem) -> [UInt8] {
    let (method, flags) = (try bits.number(8), try bits.number(8))
    // Deflate with a window of 32 KB at most, without a dictionary.
    guard method & 15 == 8, method >> 4 < 8, (method << 8 | flags) % 31 == 0, flags & 0x20 == 0
    else { throw .damaged }
    var isLast = false
    while !isLast {
      isLast = try bits.bit() == 1
      try walkBlock()
    }
    try look()
    let sum = try bits.checksum()
    guard rows.isWhole, sum == checksum.bytes else { throw .damaged }
    // The head that allows the widest window; the other bits say how much effort was taken.
    return [0x78, 0x01] + bits.clean.dropFirst(2)
  }

  private mutating func walkBlock() throws(FileProblem) {
    blocks += 1
    guard blocks <= FileLimits.parts else { throw .damaged }
    switch try bits.number(2) {
    case 0:
      output += try bits.stored()
      try lookSometimes()
    case 1: try walk(try usualCodes())
    case 2: try walk(try DeflateCodes(from: &bits))
    default: throw .damaged
    }
  }

  private mutating func usualCodes() throws(FileProblem) -> DeflateCodes {
    if let usual { return usual }
    let codes = try DeflateCodes.usual()
    usual = codes
    return codes
  }

  private mutating func walk(_ codes: DeflateCodes) throws(FileProblem) {
    while true {
      let symbol = try bits.symbol(of: codes.lengths)
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        let length = try DeflateCodes.length(symbol, &bits)
        let distance = try DeflateCodes.distance(try bits.symbol(of: codes.distances), &bits)
        guard distance <= output.count else { throw .damaged }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
      try lookSometimes()
    }
  }

  private mutating func lookSometimes() throws(FileProblem) {
    if output.count > 16 * Self.window { try look() }
  }

  /// Looks at what is new, and forgets what no repetition can reach.
  private mutating func look() throws(FileProblem) {
    try rows.take(output[fresh...])
    checksum.take(output[fresh...])
    output.removeFirst(max(0, output.count - Self.window))
    fresh = output.count
  }
}

/// The checksum of compressed data (RFC 1950).
struct Adler32 {
  private var low = 1
  private var high = 0

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      // So many that the sums stay small.
      for byte in rest.prefix(5552) {
        low += Int(byte)
        high += low
      }
      low %= 65_521
      high %= 65_521
      rest = rest.dropFirst(5552)
    }
  }

  /// The sum, the highest byte first.
  var bytes: [UInt8] {
    [UInt8(high >> 8), UInt8(high & 0xFF), UInt8(low >> 8), UInt8(low & 0xFF)]
  }
}
