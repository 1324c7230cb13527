/// The line `sep=;` that programs put first for Excel: it names the delimiter. Excel shows no row
/// for it, so it does not count as a line either.
struct DelimiterLine: Equatable {
  /// The delimiter it names.
  var delimiter: Delimiter

  /// Its bytes with the line end.
  var length: Int

  /// The line at the start of a text, or nil where the text begins otherwise.
  init?(_ text: UnsafeRawBufferPointer) {
    let sign = text.prefix(4).map { $0 | 0x20 }
    guard
      sign == Array("sep=".utf8).map({ $0 | 0x20 }), text.count > 5,
      let delimiter = Delimiter(rawValue: text[4])
    else { return nil }
    let isReturn = text[5] == UInt8(ascii: "\r")
    guard isReturn || text[5] == UInt8(ascii: "\n") else { return nil }
    let isPair = isReturn && text.count > 6 && text[6] == UInt8(ascii: "\n")
    self.delimiter = delimiter
    length = isPair ? 7 : 6
  }
}
