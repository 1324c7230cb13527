/// What two segments of applications say of a picture's colors, as libjpeg and browsers read them.
///
/// A picture of three components is in luminance and chrominance if a JFIF segment stands there,
/// whatever Adobe's says; of four components Adobe's alone counts. Both are written anew, so that
/// neither thumbnails nor whatever else was in them remain.
struct JPEGColors {
  private var isJFIF = false
  /// Adobe's number of how colors were turned before coding; nil without such a segment.
  private var transform: UInt8?

  mutating func noteJFIF(_ content: [UInt8]) {
    if content.count >= 14, content.starts(with: Array("JFIF\0".utf8)) { isJFIF = true }
  }

  mutating func noteAdobe(_ content: [UInt8]) {
    if content.count >= 12, content.starts(with: Array("Adobe".utf8)) { transform = content[11] }
  }

  /// The JFIF segment of a picture that needs one: version 1.1, square pixels, no thumbnail.
  func jfif(_ frame: JPEGFrame) -> [UInt8] {
    guard isJFIF, frame.components.count == 3 else { return [] }
    return JPEGFile.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  }

  /// Adobe's segment of a picture that needs one.
  func adobe(_ frame: JPEGFrame) -> [UInt8] {
    guard let transform else { return [] }
    let content = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0]
    switch frame.components.count {
    case 3 where !isJFIF: return JPEGFile.segment(0xEE, content + [transform == 0 ? 0 : 1])
    case 4: return JPEGFile.segment(0xEE, content + [transform == 0 ? 0 : 2])
    default: return []
    }
  }
}
