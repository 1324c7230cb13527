/// The `_x000D_` notation for characters that XML cannot hold (ECMA-376, ST_Xstring).
enum EscapedText {
  /// The text with the notation replaced by what it stands for.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let first = rest.first {
      let unit = escaped(rest)
      units.append(unit ?? first)
      rest = rest.dropFirst(unit == nil ? 1 : 7)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The code unit that `_xHHHH_` at the start stands for, or nil where nothing is escaped.
  private static func escaped(_ units: ArraySlice<UInt16>) -> UInt16? {
    guard units.count >= 7, units.starts(with: "_x".utf16) else { return nil }
    let digits = String(decoding: units.dropFirst(2).prefix(4), as: UTF16.self)
    guard
      units[units.startIndex + 6] == 0x5F, digits.utf8.count == 4,
      digits.allSatisfy(\.isHexDigit)
    else { return nil }
    return UInt16(digits, radix: 16)
  }
}
