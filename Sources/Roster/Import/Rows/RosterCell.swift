import Foundation

/// What stands in a cell, as people mean it.
enum RosterCell {
  /// The cell without spaces around it, and with one space for each run of spaces and line breaks.
  ///
  /// Controls that turn the direction of what follows (and so could disguise a name) are dropped;
  /// marks inside a name are kept, for some scripts need them. Letters and their accents are one.
  static func clean(_ cell: String) -> String {
    var cell = cell
    return cell.withUTF8(isClean) ? cell : rebuilt(cell)
  }

  /// Most cells: one pass over bytes. Says no where a byte may begin a space or mark beyond ASCII.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case 0x20: if previous == 0x20 { return false }
      case 0..<0x20, 0x7F, 0xC2, 0xCC, 0xCD, 0xE1, 0xE2, 0xE3, 0xEF: return false
      default: break
      }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func rebuilt(_ cell: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in cell.precomposedStringWithCanonicalMapping.unicodeScalars
    where !isDropped(scalar) {
      let isSpace =
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if !isSpace {
        scalars.append(scalar)
      } else if let last = scalars.last, last != " " {
        scalars.append(" ")
      }
    }
    let kept = scalars.trimmingPrefix(while: isEdge)
    let length = kept.lastIndex { !isEdge($0) }.map { kept[...$0] } ?? []
    var text = String.UnicodeScalarView()
    text.append(contentsOf: length)
    return String(text)
  }

  /// Byte order marks, spaces without width, and controls that embed or override a direction.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFEFF, 0x200B, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A space, or a mark of direction: at the edge of a cell both say nothing.
  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  /// The cell without marks that nobody sees, for numbers and addresses.
  static func bare(_ cell: String) -> String {
    if cell.utf8.allSatisfy({ $0 < 0x80 }) { return cell }
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars where scalar.properties.generalCategory != .format {
      text.append(scalar)
    }
    return String(text)
  }
}
