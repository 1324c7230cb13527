/// Writes ZIP archives whose files are stored, not packed: so a test shows the XML that it means.
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// An archive of these files.
  init(_ files: KeyValuePairs<String, String>) {
    for (name, text) in files { add(name, Array(text.utf8)) }
    finish()
  }

  /// An archive of one file.
  init(name: String, content: [UInt8]) {
    add(name, content)
    finish()
  }

  private mutating func finish() {
    let start = UInt32(bytes.count)
    bytes += directory
    bytes += [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + Self.little(count) + Self.little(count)
    bytes += Self.little(UInt32(directory.count)) + Self.little(start) + [0, 0]
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let size = Self.little(UInt32(content.count))
    let facts =
      [10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + Self.little(Self.checksum(content)) + size + size
      + Self.little(UInt16(name.utf8.count)) + [0, 0]
    let start = Self.little(UInt32(bytes.count))
    bytes += [0x50, 0x4B, 0x03, 0x04] + facts + name.utf8 + content
    directory += [0x50, 0x4B, 0x01, 0x02, 10, 0] + facts + [UInt8](repeating: 0, count: 10)
    directory += start + name.utf8
    count += 1
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// The remainders of single bytes for CRC-32.
  private static let remainders = (UInt32(0)..<256).map { byte in
    (0..<8).reduce(byte) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }

  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in content { sum = sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }
}
