/// A workbook's table of shared strings, which cells refer to by number.
///
/// It has to be held whole; `SheetLimits` bounds the number of strings and their bytes.
struct SharedStringsPart {
  /// The strings in their order, without fonts and pronunciations.
  private(set) var strings: [String] = []

  /// Reads the file up to the limits.
  init(_ entry: ZipEntry, limits: SheetLimits) throws(SheetProblem) {
    var reader = try MarkupReader(entry)
    var current = RichText()
    var bytes = 0
    while let token = try reader.next() {
      switch token {
      case .start: current.start(reader.name)
      case .text where current.isOpen: current.append(try reader.text)
      case .text: break
      case .end: current.end(reader.name)
      }
      let length = current.text.utf8.count
      guard length <= limits.cellBytes, bytes + length <= limits.sharedStringBytes else {
        throw .tooManySharedStrings
      }
      guard token == .end, reader.name == "si" else { continue }
      if strings.count == limits.sharedStrings { throw .tooManySharedStrings }
      strings.append(EscapedText.plain(current.text))
      bytes += length
      current = RichText()
    }
  }
}
