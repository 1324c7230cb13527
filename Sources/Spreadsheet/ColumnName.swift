/// The letters that spreadsheet programs give to columns: A is 1, Z is 26, AA is 27.
enum ColumnName {
  /// The last column that a worksheet can have (XFD).
  static let last = 16_384

  /// The letters of a column number from 1 on.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column number of a cell reference such as `AB12`, or nil where it is none.
  static func number(of reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      let upper = byte & 0xDF
      guard upper >= UInt8(ascii: "A"), upper <= UInt8(ascii: "Z") else { break }
      column = column * 26 + Int(upper - UInt8(ascii: "A")) + 1
      if column > last { return nil }
    }
    return column > 0 ? column : nil
  }
}
