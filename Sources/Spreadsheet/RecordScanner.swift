/// Cuts one record at a time out of UTF-8 text, after RFC 4180 and what programs really write.
///
/// A quotation mark counts only as a cell's first character; text behind the closing one is
/// kept, as Excel does. Lines end with LF, CRLF or CR, also mixed.
struct RecordScanner {
  /// The record that `scan` found.
  private(set) var cells: [String] = []

  /// Whether all its cells are empty.
  private(set) var isBlank = true

  private let delimiter: UInt8
  private let limits: SheetLimits
  /// For each byte, whether it can end a plain cell.
  private let stops: [Bool]
  private var line = 0
  private var width = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Cuts at `delimiter`.
  init(delimiter: Delimiter, limits: SheetLimits) {
    self.delimiter = delimiter.rawValue
    self.limits = limits
    let ends = [delimiter.rawValue, 0, Self.lineFeed, Self.carriageReturn]
    stops = (0...UInt8.max).map { ends.contains($0) }
  }

  /// Finds the record at the start of `text` and returns its length with its line end, or nil
  /// if it does not end within `text` and more may follow. `line` is for messages.
  mutating func scan(
    _ text: UnsafeRawBufferPointer, isLast: Bool, line: Int
  ) throws(SheetProblem) -> Int? {
    self.line = line
    let text = text.assumingMemoryBound(to: UInt8.self)
    cells = []
    cells.reserveCapacity(width)
    isBlank = true
    var index = 0
    while true {
      if cells.count == limits.columns {
        throw .tooManyColumns(line: line, limit: limits.columns)
      }
      let isQuoted = index < text.count && text[index] == Self.quote
      guard
        let stop = isQuoted
          ? try quotedCell(text, from: index + 1, isLast: isLast)
          : try plainCell(text, from: index, isLast: isLast)
      else { return nil }
      if stop < text.count, text[stop] == delimiter {
        index = stop + 1
        continue
      }
      width = cells.count
      return Self.lineEnd(text, at: stop, isLast: isLast)
    }
  }

  /// The index behind the line end at `index`, or nil if a CR there may be half of a CRLF.
  private static func lineEnd(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool
  ) -> Int? {
    guard index < text.count else { return index }
    guard text[index] == carriageReturn else { return index + 1 }
    guard index + 1 < text.count else { return isLast ? index + 1 : nil }
    return text[index + 1] == lineFeed ? index + 2 : index + 1
  }

  /// Takes a cell without quotes and returns the index of what ended it.
  private mutating func plainCell(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) throws(SheetProblem) -> Int? {
    let end = try stop(text, from: start)
    try check(length: end - start)
    if end == text.count, !isLast { return nil }
    take(UnsafeBufferPointer(rebasing: text[start..<end]))
    return end
  }

  /// Takes a cell behind its opening quote and returns the index of what ended it.
  private mutating func quotedCell(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) throws(SheetProblem) -> Int? {
    var close = start
    var doubled = 0
    while true {
      while close < text.count, text[close] != Self.quote {
        if text[close] == 0 { throw .nulByte(line: line, column: cells.count + 1) }
        close += 1
      }
      try check(length: close - start - doubled)
      if close == text.count, isLast {
        throw .unterminatedQuote(line: line, column: cells.count + 1)
      }
      if close + 1 >= text.count, !isLast { return nil }
      guard close + 1 < text.count, text[close + 1] == Self.quote else { break }
      doubled += 1
      close += 2
    }
    let end = try stop(text, from: close + 1)
    try check(length: end - start - doubled - 1)
    if end == text.count, !isLast { return nil }
    if doubled > 0 || end > close + 1 {
      takeUnquoted(text[start..<close], then: text[(close + 1)..<end])
    } else {
      take(UnsafeBufferPointer(rebasing: text[start..<close]))
    }
    return end
  }

  /// The index of the first byte from `start` on that ends a plain cell, or the text's end.
  private func stop(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(SheetProblem) -> Int {
    var end = start
    while end < text.count, !stops[Int(text[end])] { end += 1 }
    if end < text.count, text[end] == 0 {
      throw .nulByte(line: line, column: cells.count + 1)
    }
    return end
  }

  private func check(length: Int) throws(SheetProblem) {
    if length > limits.cellBytes {
      throw .cellTooLong(line: line, column: cells.count + 1, limit: limits.cellBytes)
    }
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { isBlank = false }
    cells.append(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func takeUnquoted(
    _ quoted: Slice<UnsafeBufferPointer<UInt8>>, then rest: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(quoted.count + rest.count)
    var skips = false
    for byte in quoted {
      skips = byte == Self.quote && !skips
      if !skips { bytes.append(byte) }
    }
    bytes.append(contentsOf: rest)
    bytes.withUnsafeBufferPointer { take($0) }
  }
}
