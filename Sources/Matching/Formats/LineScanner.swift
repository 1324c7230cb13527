/// Reads whole numbers from the bytes of a text, line by line, and knows where it is.
///
/// Any bytes may stand in the text: whatever is not a number where one is wanted is an error.
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// The line that is read, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// How many bytes there are; no text can hold more numbers.
  var byteCount: Int { bytes.count }

  /// Whether another number or mark stands on this line.
  mutating func hasMore() -> Bool {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return false }
    return bytes[index] != 0x0A && !isReturn
  }

  /// A carriage return before the end of a line or of the text.
  private var isReturn: Bool {
    bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] == 0x0A)
  }

  /// Goes to the next line; an error where something is left on this one, or no line follows.
  mutating func endLine() throws(InvalidInput) {
    guard !hasMore() else { throw unexpected("the end of the line") }
    if index < bytes.count, isReturn { index += 1 }
    guard index < bytes.count else { throw InvalidInput(line: line, "the text ends too early") }
    index += 1
    line += 1
  }

  /// Refuses anything but empty lines in the rest of the text.
  mutating func endText() throws(InvalidInput) {
    while !hasMore(), index < bytes.count { try endLine() }
    guard index == bytes.count else { throw unexpected("the end of the text") }
  }

  /// A whole number in decimal digits, perhaps with a minus.
  @inline(__always)
  mutating func number(_ what: StaticString) throws(InvalidInput) -> Int {
    guard hasMore() else { throw InvalidInput(line: line, "\(what) is missing") }
    let start = index
    let isNegative = bytes[index] == 0x2D
    if isNegative { index += 1 }
    var value = 0
    let digits = index
    while index < bytes.count {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { break }
      // Eighteen digits cannot overflow; more are far beyond every limit.
      guard index - digits < 18 else {
        throw InvalidInput(line: line, "\(what) has too many digits")
      }
      value = value * 10 + digit
      index += 1
    }
    guard index > digits, isAtBreak else {
      index = start
      throw unexpected("\(what)")
    }
    return isNegative ? -value : value
  }

  /// Whether a number may end here.
  private var isAtBreak: Bool {
    guard index < bytes.count else { return true }
    return switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x28, 0x29: true
    case 0x0D: isReturn
    default: false
    }
  }

  /// Whether this mark comes next; it is read if so.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard hasMore(), UInt32(bytes[index]) == mark.value else { return false }
    index += 1
    return true
  }

  /// Reads a word that must come next.
  mutating func expect(_ word: String) throws(InvalidInput) {
    guard hasMore(), bytes[index...].starts(with: word.utf8) else {
      throw unexpected("“\(word)”")
    }
    index += word.utf8.count
    guard isAtBreak else { throw unexpected("a space") }
  }

  /// An error that says what stands where something else should.
  func unexpected(_ wanted: String) -> InvalidInput {
    var found = ""
    for byte in bytes[min(index, bytes.count)...].prefix(12) {
      guard byte > 0x20, byte < 0x7F else { break }
      found.unicodeScalars.append(Unicode.Scalar(byte))
    }
    let what = found.isEmpty ? "something unreadable" : "“\(found)”"
    return InvalidInput(line: line, "\(wanted) should stand here, not \(what)")
  }
}
