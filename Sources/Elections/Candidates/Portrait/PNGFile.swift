/// Rewrites PNG files (ISO/IEC 15948): chunks that draw the picture, each with a right checksum.
enum PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Header, palette, picture and end; transparency is part of the picture.
  private static let kept: Set<String> = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]

  static func rewritten(_ file: [UInt8]) throws(PortraitProblem) -> [UInt8] {
    var clean = signature
    var rest = file.dropFirst(signature.count)
    var types: [String] = []
    while types.last != "IEND" {
      let chunk = try chunk(at: &rest)
      guard types.isEmpty == (chunk.type == "IHDR") else { throw .broken }
      if chunk.type == "IHDR" { try check(header: chunk.content) }
      types.append(chunk.type)
      if kept.contains(chunk.type) { clean += chunk.bytes }
    }
    guard types.contains("IDAT") else { throw .broken }
    return clean
  }

  private struct Chunk {
    let type: String
    let content: ArraySlice<UInt8>
    let bytes: ArraySlice<UInt8>
  }

  /// Length, type, content and checksum.
  private static func chunk(
    at rest: inout ArraySlice<UInt8>
  ) throws(PortraitProblem) -> Chunk {
    guard rest.count >= 12 else { throw .broken }
    let start = rest.startIndex
    let length = number(rest[start..<start + 4])
    guard length <= rest.count - 12 else { throw .broken }
    let typed = rest[start + 4..<start + 8 + length]
    let end = start + 12 + length
    guard CRC32.of(typed) == number(rest[end - 4..<end]) else { throw .broken }
    let chunk = Chunk(
      type: String(decoding: typed.prefix(4), as: UTF8.self), content: typed.dropFirst(4),
      bytes: rest[start..<end])
    rest = rest[end...]
    return chunk
  }

  private static func check(header: ArraySlice<UInt8>) throws(PortraitProblem) {
    guard header.count == 13 else { throw .broken }
    try Portrait.check(
      width: number(header.prefix(4)), height: number(header.dropFirst(4).prefix(4)))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The checksum of PNG chunks.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func of(_ bytes: some Sequence<UInt8>) -> Int {
    let sum = bytes.reduce(UInt32.max) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
    return Int(sum ^ UInt32.max)
  }
}
