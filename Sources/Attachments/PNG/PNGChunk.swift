/// A part of a PNG file: a type of four letters, content, and the checksum of both.
struct PNGChunk {
  let type: String
  let content: ArraySlice<UInt8>

  /// Reads the next one.
  init(from reader: inout ByteReader) throws(FileProblem) {
    let length = try reader.number(4)
    let typed = try reader.take(length + 4)
    guard CRC32.of(typed) == (try reader.number(4)) else { throw .damaged }
    let letters = typed.prefix(4)
    guard letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw .damaged }
    type = String(decoding: letters, as: UTF8.self)
    content = typed.dropFirst(4)
  }

  /// Whether a program that does not know it may show the picture without it.
  var isAncillary: Bool { type.first?.isLowercase == true }

  /// A chunk as it is written.
  static func bytes(_ type: String, _ content: some Sequence<UInt8>) -> [UInt8] {
    let typed = Array(type.utf8) + content
    return word(typed.count - 4) + typed + word(CRC32.of(typed))
  }

  private static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }
}
