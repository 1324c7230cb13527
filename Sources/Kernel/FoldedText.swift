import Foundation

/// Text without case, accents and width, for finding and sorting names of any script.
///
/// The databases never sort or compare by locale: they keep this key, which is the same everywhere.
package enum FoldedText {
  /// The key of a text: `Núñez  O'Brien` becomes `nunez o'brien`.
  package static func key(_ text: String) -> String {
    if let simple = asciiKey(text) { return simple }
    var key = ""
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if isMark(scalar) { continue }
      if scalar.properties.isWhitespace {
        if !key.isEmpty, key.last != " " { key += " " }
      } else if let letters = expansions[scalar] {
        key += letters
      } else {
        key += scalar.properties.lowercaseMapping
      }
    }
    return key.last == " " ? String(key.dropLast()) : key
  }

  /// The words of a text, each folded.
  package static func words(_ text: String) -> [Substring] {
    key(text).split { $0 == " " || $0 == "," || $0 == ";" }
  }

  /// Most names: one pass over bytes, no table.
  private static func asciiKey(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Letters that Unicode does not decompose and people type without.
  private static let expansions: [Unicode.Scalar: String] = [
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "ẞ": "ss",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
    "ı": "i", "ħ": "h", "Ħ": "h", "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "–": "-",
  ]
}
