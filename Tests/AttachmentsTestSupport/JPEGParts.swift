/// A JPEG file in parts that a test rearranges.
package struct JPEGParts: Equatable {
  /// A segment with its marker and length; of a scan its data too.
  package struct Part: Equatable {
    package let marker: UInt8
    package let bytes: [UInt8]
  }

  /// Between the first two bytes and the last two.
  package var parts: [Part] = []

  /// Takes a whole and simple file apart.
  package init(_ file: [UInt8]) {
    var place = 2
    while place + 3 < file.count, file[place + 1] != 0xD9 {
      let start = place
      let marker = file[place + 1]
      place += 2 + Int(file[place + 2]) << 8 + Int(file[place + 3])
      while marker == 0xDA, place + 1 < file.count, !Self.isMarker(file[place], file[place + 1]) {
        place += 1
      }
      parts.append(Part(marker: marker, bytes: Array(file[start..<min(place, file.count)])))
    }
  }

  private static func isMarker(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == 0xFF && next != 0 && !(0xD0...0xD7).contains(next)
  }

  /// The file that they make.
  package var file: [UInt8] { [0xFF, 0xD8] + parts.flatMap(\.bytes) + [0xFF, 0xD9] }

  /// The markers in their order.
  package var markers: [UInt8] { parts.map(\.marker) }

  /// Puts a segment before the part at a place.
  package mutating func insert(_ marker: UInt8, _ content: [UInt8], at place: Int = 0) {
    parts.insert(Part(marker: marker, bytes: Self.segment(marker, content)), at: place)
  }

  /// Puts bytes behind the data of a scan.
  package mutating func append(_ bytes: [UInt8], behind place: Int) {
    parts[place] = Part(marker: parts[place].marker, bytes: parts[place].bytes + bytes)
  }

  /// A segment with its marker and length.
  package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  /// The EXIF content of a camera: which side is up, and more words than anybody wants to tell.
  package static func exif(
    _ orientation: Int, little: Bool = false, words: String = ""
  ) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      let bytes = (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
      return little ? bytes : bytes.reversed()
    }
    let head = number(little ? 0x4949 : 0x4D4D, 2) + number(42, 2) + number(8, 4)
    let camera = number(0x010F, 2) + number(2, 2) + number(words.utf8.count, 4) + number(38, 4)
    let turned = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [7, 7]
    return Array("Exif\0\0".utf8) + head + number(2, 2) + camera + turned + number(0, 4)
      + Array(words.utf8)
  }
}
