/// The bits of compressed data, from the lowest of each byte. Bits that mean nothing become zero.
struct DeflateBits: BitSource {
  private var stream: [UInt8]
  private var position = 0
  private var byte = 0
  /// Bits of `byte` that were not read yet.
  private var left = 0

  init(_ stream: [UInt8]) {
    self.stream = stream
  }

  /// What was read so far.
  var clean: ArraySlice<UInt8> { stream[..<position] }

  mutating func bit() throws(FileProblem) -> Int {
    if left == 0 {
      guard position < stream.count else { throw .damaged }
      byte = Int(stream[position])
      position += 1
      left = 8
    }
    defer { byte >>= 1 }
    left -= 1
    return byte & 1
  }

  /// A number, its lowest bit first.
  mutating func number(_ width: Int) throws(FileProblem) -> Int {
    var number = 0
    for place in 0..<width { number |= try bit() << place }
    return number
  }

  /// Goes on with the next whole byte.
  private mutating func align() {
    if left > 0 { stream[position - 1] &= UInt8(1 << (8 - left) - 1) }
    left = 0
  }

  /// Reads bytes that were not compressed: their number, its complement, and they.
  mutating func stored() throws(FileProblem) -> ArraySlice<UInt8> {
    align()
    let (count, complement) = (try number(16), try number(16))
    guard count == complement ^ 0xFFFF, count <= stream.count - position else { throw .damaged }
    defer { position += count }
    return stream[position..<position + count]
  }

  /// Reads the checksum at the end.
  mutating func checksum() throws(FileProblem) -> [UInt8] {
    align()
    guard stream.count - position >= 4 else { throw .damaged }
    defer { position += 4 }
    return Array(stream[position..<position + 4])
  }
}
