extension SQLRows {
  /// The rows in the order of a column of texts, byte by byte; equal ones as they came.
  ///
  /// Complexity: O(*n* log *n*) comparisons, most of them of eight bytes.
  package func sorted(by column: Int) -> SQLRows {
    let keys = (0..<count).map { Key(row: $0, text: text(column, of: $0), in: bytes) }
    let sorted = bytes.withUnsafeBytes { bytes in
      keys.sorted { left, right in
        left.beginning == right.beginning
          ? left.isBefore(right, in: bytes) : left.beginning < right.beginning
      }
    }
    return reordered(sorted.map(\.row))
  }

  /// Where a text stands; an empty one for any other value.
  private func text(_ column: Int, of row: Int) -> Range<Int> {
    guard case .text(let start, let count) = cells[row * width + column] else { return 0..<0 }
    return start..<(start + count)
  }

  /// What a row is sorted by.
  private struct Key {
    let row: Int
    let text: Range<Int>
    /// The first eight bytes as a number; behind a shorter text stand zeros.
    let beginning: UInt64

    init(row: Int, text: Range<Int>, in bytes: [UInt8]) {
      self.row = row
      self.text = text
      var beginning: UInt64 = 0
      for place in text.lowerBound..<(text.lowerBound + 8) {
        beginning = beginning << 8 | (text.contains(place) ? UInt64(bytes[place]) : 0)
      }
      self.beginning = beginning
    }

    /// Compares the whole texts, then the rows' places.
    func isBefore(_ other: Key, in bytes: UnsafeRawBufferPointer) -> Bool {
      let (left, right) = (bytes[text], bytes[other.text])
      if left.lexicographicallyPrecedes(right) { return true }
      return row < other.row && left.elementsEqual(right)
    }
  }
}
