/// Which side of a picture is up: the one thing beside the picture that drawing it needs.
///
/// TIFF 6.0 numbers the eight ways from 1; cameras keep the number under the tag 0x0112.
enum EXIFOrientation {
  private static let head = Array("Exif\0\0".utf8)

  /// The number in a segment; nil where there is none, or the segment cannot be read.
  static func read(_ content: ArraySlice<UInt8>) -> Int? {
    guard content.starts(with: head) else { return nil }
    let tiff = Array(content.dropFirst(head.count))
    guard tiff.count >= 8 else { return nil }
    let isLittle = tiff[0] == UInt8(ascii: "I")
    func number(_ place: Int, _ length: Int) -> Int? {
      guard place >= 0, place + length <= tiff.count else { return nil }
      let bytes = tiff[place..<place + length]
      return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return nil }
    for entry in 0..<min(count, 200) {
      let place = start + 2 + 12 * entry
      guard number(place, 2) == 0x0112 else { continue }
      return number(place + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil }
    }
    return nil
  }

  /// A segment that says the number and nothing else.
  static func segment(_ orientation: Int) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0,
      UInt8(orientation), 0, 0, 0, 0, 0, 0,
    ]
    return JPEGFile.segment(0xE1, head + tiff)
  }
}
