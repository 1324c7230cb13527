/// Many rows of values in two pieces of memory: for statements that are run hundreds of thousands
/// of times, and handed from one thread to another.
///
/// Values are added one by one, row by row; a list of lists would cost an allocation a row.
package struct SQLRows: Sendable {
  /// A value; texts and bytes by where they stand in ``bytes``.
  package enum Cell: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case boolean(Bool)
    case text(start: Int, count: Int)
    case bytes(start: Int, count: Int)
  }

  /// How many values a row has.
  package let width: Int
  /// The values of all rows, one behind the other.
  package private(set) var cells: [Cell] = []
  /// The texts, in UTF-8, and bytes.
  package private(set) var bytes: [UInt8] = []
  /// Whether a text holds U+0000, which no database here keeps.
  package private(set) var holdsNul = false

  package init(width: Int) {
    self.width = width
  }

  /// No rows, and room for about as many as others hold.
  package init(after others: SQLRows) {
    self.width = others.width
    cells.reserveCapacity(others.cells.count)
    bytes.reserveCapacity(others.bytes.count + others.bytes.count / 16)
  }

  /// How many rows there are.
  package var count: Int { width == 0 ? 0 : cells.count / width }

  /// Whether there are no rows.
  package var isEmpty: Bool { cells.isEmpty }

  /// Adds a text.
  package mutating func add(_ text: String) {
    cells.append(.text(start: bytes.count, count: append(text)))
  }

  /// Makes the text that was added last longer; any other value stays as it is.
  package mutating func lengthen(by text: String) {
    guard case .text(let start, let count)? = cells.last else { return }
    cells[cells.count - 1] = .text(start: start, count: count + append(text))
  }

  /// - Returns: how many bytes the text has.
  private mutating func append(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { added in
      bytes.append(contentsOf: added)
      if !holdsNul, added.contains(0) { holdsNul = true }
      return added.count
    }
  }

  /// Adds a text, or NULL where there is none.
  package mutating func add(_ text: String?) {
    if let text { add(text) } else { cells.append(.null) }
  }

  /// Adds a value of any type.
  package mutating func add(_ value: SQLValue) {
    switch value {
    case .null: cells.append(.null)
    case .text(let text): add(text)
    case .integer(let number): cells.append(.integer(number))
    case .real(let number): cells.append(.real(number))
    case .boolean(let truth): cells.append(.boolean(truth))
    case .bytes(let added):
      cells.append(.bytes(start: bytes.count, count: added.count))
      bytes.append(contentsOf: added)
    }
  }

  /// Adds a whole row.
  package mutating func add(row: [SQLValue]) {
    for value in row { add(value) }
  }

  /// The same rows in another order.
  func reordered(_ order: [Int]) -> SQLRows {
    var other = self
    other.cells.removeAll(keepingCapacity: true)
    for row in order { other.cells.append(contentsOf: cells[(row * width)..<((row + 1) * width)]) }
    return other
  }

  /// A row as a list of values.
  package func row(_ index: Int) -> [SQLValue] {
    cells[(index * width)..<((index + 1) * width)].map { cell in
      switch cell {
      case .null: .null
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      case .boolean(let truth): .boolean(truth)
      case .text(let start, let count):
        .text(String(decoding: bytes[start..<(start + count)], as: UTF8.self))
      case .bytes(let start, let count): .bytes(Array(bytes[start..<(start + count)]))
      }
    }
  }
}
