/// Reads bytes from left to right and knows the line.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The place of the byte at hand.
  var at = 0
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A byte order mark, as spreadsheet programs write it.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  /// The byte at hand; nil at the end of the file.
  @inline(__always)
  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// How many bytes are left.
  var remaining: Int { bytes.count - at }

  /// Whether nothing is left on the line; a comment is nothing.
  @inline(__always)
  var isAtLineEnd: Bool {
    guard at < bytes.count else { return true }
    return bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "#")
  }

  /// Goes on by a byte.
  @inline(__always)
  mutating func skip() { at += 1 }

  /// Passes over spaces within the line.
  @inline(__always)
  mutating func skipSpaces() {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
  }

  /// Goes to the beginning of the next line.
  mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    if at < bytes.count {
      at += 1
      line += 1
    }
  }

  /// Goes to the next line that holds something; false if there is none.
  mutating func skipEmptyLines() -> Bool {
    skipSpaces()
    while at < bytes.count, isAtLineEnd {
      skipLine()
      skipSpaces()
    }
    return at < bytes.count
  }

  /// Reads digits as a number; nil where there are none, or more than a number can have.
  @inline(__always)
  mutating func number() -> Int? {
    let start = at
    var value = 0
    while at < bytes.count {
      let digit = Int(bytes[at]) - 48
      guard digit >= 0, digit <= 9 else { break }
      value = value &* 10 &+ digit
      at += 1
    }
    // Up to 19 digits fit into 64 bits; those too great for a signed number turn negative.
    return at > start && at - start <= 19 && value >= 0 ? value : nil
  }

  /// Reads a number of one or two digits, where more bytes follow; nil where there is none.
  @inline(__always)
  mutating func shortNumber() -> Int? {
    guard at + 2 < bytes.count else { return nil }
    let first = Int(bytes[at]) - 48
    let second = Int(bytes[at + 1]) - 48
    guard (0...9).contains(first) else { return nil }
    // Which of the two it is cannot be foreseen: both are made, and one is chosen.
    let isShort = !(0...9).contains(second)
    at += isShort ? 1 : 2
    return isShort ? first : first * 10 + second
  }

  /// The word from an earlier place up to the next space, to be shown; at most 20 characters.
  func word(from start: Int) -> String {
    let word = bytes[min(start, bytes.count)...].prefix { !Self.isSpace($0) && $0 != 10 }
    let shown = String(decoding: word.prefix(20), as: UTF8.self)
    return "'" + String(shown.unicodeScalars.filter { $0.value >= 32 }) + "'"
  }

  /// What is left of the line without spaces around it, read as UTF-8 or else as Latin-1.
  ///
  /// Control characters, which no name has and no report should bear, become spaces.
  func restOfLine() -> String {
    let text = bytes[min(at, bytes.count)...].prefix { $0 != UInt8(ascii: "\n") }
    if text.allSatisfy({ (32...126).contains($0) }) {
      return Self.trimmed(String(decoding: text, as: UTF8.self)[...])
    }
    let scalars = String(validating: text, as: UTF8.self).map { Array($0.unicodeScalars) }
    let shown = (scalars ?? text.map { Unicode.Scalar($0) }).map(Self.shown)
    return Self.trimmed(String(String.UnicodeScalarView(shown))[...])
  }

  /// Text without spaces around it.
  static func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(text.unicodeScalars[first...last])
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: " "
    default: scalar
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
}
