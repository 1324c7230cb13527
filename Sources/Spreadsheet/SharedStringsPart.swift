/// A workbook's table of shared strings, which cells refer to by number.
///
/// It has to be held whole; `SheetLimits` bounds the number of strings and their bytes.
final class SharedStringsPart: PartReader {
  /// The strings in their order, without fonts and pronunciations.
  private(set) var strings: [String] = []

  private let limits: SheetLimits
  private var current = RichText()
  private var bytes = 0

  /// Reads up to the limits.
  init(limits: SheetLimits) {
    self.limits = limits
  }

  override func start(_ name: String, _ attributes: [String: String]) {
    current.start(name)
  }

  override func text(_ text: String) {
    let before = current.text.utf8.count
    current.append(text)
    bytes += current.text.utf8.count - before
    if bytes > limits.sharedStringBytes || current.text.utf8.count > limits.cellBytes {
      fail(.tooManySharedStrings)
    }
  }

  override func end(_ name: String) {
    current.end(name)
    guard name == "si" else { return }
    if strings.count == limits.sharedStrings { return fail(.tooManySharedStrings) }
    strings.append(EscapedText.plain(current.text))
    current = RichText()
  }
}
