/// Which delimiter a text table uses, judged by its first records.
///
/// The one wins that cuts the most records into the same, high number of columns. Titles above a
/// table and lists within cells ("MD, PhD") so count for little. Where nothing tells, it is the
/// comma.
struct DelimiterGuess {
  /// The delimiter that explains the records best.
  let delimiter: Delimiter

  /// Among equals the first wins: a comma stands in text by chance sooner than a tab does.
  private static let candidates = [Delimiter.tab, .bar, .semicolon, .comma]

  /// How many records that hold anything are looked at.
  private static let sample = 50

  /// Judges by the text's beginning, which `isWhole` if nothing follows it.
  init(_ text: UnsafeRawBufferPointer, isWhole: Bool) {
    let records = Self.records(text, isWhole: isWhole)
    var best = (score: 0, delimiter: Delimiter.comma)
    for (index, delimiter) in Self.candidates.enumerated() {
      // Separations, added up over the records that have equally many.
      var sums: [Int: Int] = [:]
      for record in records { sums[record[index], default: 0] += record[index] }
      let score = sums.values.max() ?? 0
      if score > best.score { best = (score, delimiter) }
    }
    delimiter = best.delimiter
  }

  /// For each record of the sample, how often each candidate stands in it outside of quotes.
  ///
  /// Quotes are followed as if every candidate were the delimiter: a list in quotes counts for
  /// none.
  private static func records(_ text: UnsafeRawBufferPointer, isWhole: Bool) -> [[Int]] {
    let none = [Int](repeating: 0, count: candidates.count)
    var records: [[Int]] = []
    var record = none
    var quotes = QuoteState()
    var isEmpty = true
    for byte in text {
      if quotes.hides(byte) {
        isEmpty = false
      } else if let index = candidates.firstIndex(where: { $0.rawValue == byte }) {
        record[index] += 1
        quotes.startCell()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isEmpty { records.append(record) }
        if records.count == sample { return records }
        (record, isEmpty) = (none, true)
        quotes.startCell()
      } else {
        isEmpty = false
      }
    }
    if isWhole || records.isEmpty, !isEmpty { records.append(record) }
    return records
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
