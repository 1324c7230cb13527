/// A PNG file in chunks that a test rearranges.
package struct PNGParts: Equatable {
  /// A chunk without length and checksum.
  package struct Chunk: Equatable {
    package let type: String
    package let content: [UInt8]
  }

  /// What begins a file.
  package static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  package var chunks: [Chunk] = []

  /// Takes a whole file apart.
  package init(_ file: [UInt8]) {
    var place = 8
    while place + 12 <= file.count {
      let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
      let end = min(place + 8 + length, file.count)
      chunks.append(Chunk(type: type, content: Array(file[place + 8..<end])))
      place += 12 + length
    }
  }

  /// The file that they make.
  package var file: [UInt8] {
    Self.signature + chunks.flatMap { Self.bytes($0.type, $0.content) }
  }

  /// The types in their order.
  package var types: [String] { chunks.map(\.type) }

  /// The content of the first chunk of a type.
  package func content(_ type: String) -> [UInt8]? {
    chunks.first { $0.type == type }?.content
  }

  /// Puts a chunk before the one at a place.
  package mutating func insert(_ type: String, _ content: [UInt8], at place: Int = 1) {
    chunks.insert(Chunk(type: type, content: content), at: place)
  }

  /// Changes the content of each chunk of a type.
  package mutating func change(_ type: String, _ change: ([UInt8]) -> [UInt8]) {
    chunks = chunks.map {
      $0.type == type ? Chunk(type: type, content: change($0.content)) : $0
    }
  }

  /// A chunk as it is written.
  package static func bytes(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let typed = Array(type.utf8) + content
    return word(content.count) + typed + word(checksum(typed))
  }

  /// A number of four bytes.
  package static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The checksum bit by bit, as the PNG text defines it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
