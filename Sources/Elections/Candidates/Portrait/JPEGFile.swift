/// Rewrites JPEG files (ITU-T T.81): segments that draw the picture, and which side is up.
enum JPEGFile {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  static func rewritten(_ file: [UInt8]) throws(PortraitProblem) -> [UInt8] {
    var clean: [UInt8] = [0xFF, 0xD8]
    var position = 2
    var turned: Int?
    var body: [UInt8] = []
    var hasFrame = false
    while true {
      let marker = try marker(in: file, at: &position)
      if marker == 0xD9 { break }
      let segment = try segment(in: file, at: &position)
      let content = segment.dropFirst(2)
      if marker == 0xE1, turned == nil { turned = EXIFOrientation.read(content) }
      if isFrame(marker) {
        try check(frame: content)
        hasFrame = true
      }
      guard isKept(marker) else { continue }
      body += [0xFF, marker] + segment
      if marker == 0xDA { body += scan(in: file, at: &position) }
    }
    guard hasFrame else { throw .broken }
    if let turned, turned != 1 { clean += EXIFOrientation.segment(turned) }
    return clean + body + [0xFF, 0xD9]
  }

  /// Reads the marker that has to stand here; more than one 0xFF may fill the space before it.
  private static func marker(
    in file: [UInt8], at position: inout Int
  ) throws(PortraitProblem) -> UInt8 {
    guard position < file.count, file[position] == 0xFF else { throw .broken }
    while position < file.count, file[position] == 0xFF { position += 1 }
    guard position < file.count else { throw .broken }
    defer { position += 1 }
    return file[position]
  }

  /// The length and what it measures.
  private static func segment(
    in file: [UInt8], at position: inout Int
  ) throws(PortraitProblem) -> ArraySlice<UInt8> {
    guard position + 2 <= file.count else { throw .broken }
    let length = Int(file[position]) << 8 | Int(file[position + 1])
    guard length >= 2, position + length <= file.count else { throw .broken }
    defer { position += length }
    return file[position..<position + length]
  }

  /// The coded picture up to the next marker that is none of its own.
  private static func scan(in file: [UInt8], at position: inout Int) -> ArraySlice<UInt8> {
    let start = position
    while position + 1 < file.count {
      let next = file[position + 1]
      if file[position] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { break }
      position += 1
    }
    return file[start..<position]
  }

  /// Frames other than the hierarchical and arithmetic ones, which browsers do not draw.
  private static func isFrame(_ marker: UInt8) -> Bool { (0xC0...0xC2).contains(marker) }

  /// Tables, frame, restart interval, scan; and Adobe's segment, which says what the colors are.
  private static func isKept(_ marker: UInt8) -> Bool {
    isFrame(marker) || [0xC4, 0xDA, 0xDB, 0xDD, 0xEE].contains(marker)
  }

  private static func check(frame: ArraySlice<UInt8>) throws(PortraitProblem) {
    let bytes = Array(frame.prefix(5))
    guard bytes.count == 5 else { throw .broken }
    try Portrait.check(
      width: Int(bytes[3]) << 8 | Int(bytes[4]), height: Int(bytes[1]) << 8 | Int(bytes[2]))
  }
}

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
    let length = 2 + head.count + tiff.count
    return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + head + tiff
  }
}
