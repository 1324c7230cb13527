import Foundation

/// Text without case, accents and width, for finding and sorting names of any script.
///
/// The databases never sort or compare by locale: they keep this key, which is the same everywhere.
package enum FoldedText {
  /// The key of a text: `Núñez  O'Brien` becomes `nunez o'brien`.
  package static func key(_ text: String) -> String {
    if let key = asciiKey(text) { return key }
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

  /// The key of a text in ASCII, as most names are: one pass over bytes, no table.
  /// - Returns: nil for any other text.
  package static func asciiKey(_ text: String) -> String? {
    switch shape(of: text) {
    case .key: text
    case .ascii: asciiFolded(text)
    case .other: nil
    }
  }

  private enum Shape {
    /// The text is its own key.
    case key
    case ascii, other
  }

  private static func shape(of text: String) -> Shape {
    var text = text
    return text.withUTF8 { bytes in
      var isKey = true
      var previous: UInt8 = 0x20
      for byte in bytes {
        switch byte {
        case 0x80...: return .other
        case 0x20: if previous == 0x20 { isKey = false }
        case 0x09...0x0D, UInt8(ascii: "A")...UInt8(ascii: "Z"): isKey = false
        default: break
        }
        previous = byte
      }
      return isKey && (previous != 0x20 || bytes.isEmpty) ? .key : .ascii
    }
  }

  private static func asciiFolded(_ text: String) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count) { key in
      var count = 0
      for byte in text.utf8 {
        switch byte {
        case 0x09...0x0D, 0x20:
          guard count > 0, key[count - 1] != 0x20 else { continue }
          key[count] = 0x20
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): key[count] = byte + 32
        default: key[count] = byte
        }
        count += 1
      }
      return count > 0 && key[count - 1] == 0x20 ? count - 1 : count
    }
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
