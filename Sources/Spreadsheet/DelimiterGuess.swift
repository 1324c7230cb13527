/// Which delimiter a text table uses, judged by its first records.
struct DelimiterGuess {
  private let text: UnsafeRawBufferPointer
  private let isWhole: Bool

  /// How many records that hold anything are looked at.
  private static let sample = 50

  /// Judges by the text's beginning, which `isWhole` if nothing follows it.
  init(_ text: UnsafeRawBufferPointer, isWhole: Bool) {
    self.text = text
    self.isWhole = isWhole
  }

  /// The delimiter that cuts the most records into the same, high number of columns.
  ///
  /// Titles above a table and lists within cells ("MD, PhD") so count for little. Where nothing
  /// tells, it is the comma.
  var delimiter: Delimiter {
    var best = (score: 0, delimiter: Delimiter.comma)
    for delimiter in Delimiter.allCases {
      let score = score(delimiter)
      if score > best.score { best = (score, delimiter) }
    }
    return best.delimiter
  }

  /// The largest sum of separations among records with equal numbers of columns.
  private func score(_ delimiter: Delimiter) -> Int {
    var scores: [Int: Int] = [:]
    for columns in columns(delimiter) { scores[columns, default: 0] += columns - 1 }
    return scores.values.max() ?? 0
  }

  /// The number of columns of each record in the sample, if it were cut by `delimiter`.
  private func columns(_ delimiter: Delimiter) -> [Int] {
    var counts: [Int] = []
    var columns = 1
    var quotes = QuoteState()
    var isEmpty = true
    for byte in text {
      if quotes.hides(byte) {
        isEmpty = false
      } else if byte == delimiter.rawValue {
        columns += 1
        quotes.startCell()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isEmpty { counts.append(columns) }
        if counts.count == Self.sample { return counts }
        (columns, isEmpty) = (1, true)
        quotes.startCell()
      } else {
        isEmpty = false
      }
    }
    if isWhole || counts.isEmpty, !isEmpty { counts.append(columns) }
    return counts
  }

  /// Follows quotation marks through a text.
  private struct QuoteState {
    private var isOpen = false
    /// Whether a quotation mark here would open: at a cell's start, or behind a closing one
    /// (that is how a doubled one reads).
    private var mayOpen = true

    mutating func startCell() { mayOpen = true }

    /// Whether a byte is a quotation mark or stands between two.
    mutating func hides(_ byte: UInt8) -> Bool {
      let isMark = byte == UInt8(ascii: "\"")
      if isOpen {
        if isMark { (isOpen, mayOpen) = (false, true) }
        return true
      }
      isOpen = isMark && mayOpen
      mayOpen = false
      return isMark
    }
  }
}
