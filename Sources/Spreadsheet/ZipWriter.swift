/// Puts files into one ZIP archive, uncompressed, for a few tables that belong together.
///
/// After PKWARE's APPNOTE 6.3: a local header before each file, a directory at the end. Sizes are
/// 32 bits wide, so all files together must stay below 4 GB.
package struct ZipWriter: Sendable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  /// Adds a file; its name is ASCII and without folders.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(bytes.count)
    let header = Self.header(name, content)
    bytes += Self.little(UInt32(0x0403_4B50)) + header + Array(name.utf8) + content
    // Made by a Unix system after version 2.0; no comment, first disk, an ordinary file.
    directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(0x0314)) + header
    directory += Self.little(UInt16(0)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
    directory += Self.little(UInt32(0o100644 << 16)) + Self.little(offset) + Array(name.utf8)
    count += 1
  }

  /// The archive with what was added.
  package var archive: [UInt8] {
    bytes + directory + Self.little(UInt32(0x0605_4B50)) + Self.little(UInt16(0))
      + Self.little(UInt16(0)) + Self.little(count) + Self.little(count)
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(bytes.count))
      + Self.little(UInt16(0))
  }

  /// What local header and directory say alike: version 2.0, names in UTF-8, stored, January 1,
  /// 1980, checksum, sizes, length of the name, nothing extra.
  private static func header(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = UInt32(content.count)
    return little(UInt16(20)) + little(UInt16(0x0800)) + little(UInt16(0)) + little(UInt16(0))
      + little(UInt16(0x0021)) + little(checksum(content)) + little(size) + little(size)
      + little(UInt16(name.utf8.count)) + little(UInt16(0))
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }

  /// CRC-32 as ZIP counts it (ISO 3309, reflected).
  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in content {
      sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
    }
  }
}
