/// A place in markup where each item writes something of its own.
///
/// It is written as a byte that is no part of UTF-8, so that no text and no constant can hold it,
/// and its number in two bytes.
struct Gap {
  static let mark: UInt8 = 0xFF
  static let size = 3

  let high: UInt8
  let low: UInt8

  init(_ number: Int) {
    let number = UInt16(number)
    high = UInt8(truncatingIfNeeded: number >> 8)
    low = UInt8(truncatingIfNeeded: number)
  }

  /// The number of the gap whose mark stands at a place.
  static func number(in bytes: [UInt8], at place: Int) -> Int {
    Int(bytes[place + 1]) << 8 | Int(bytes[place + 2])
  }
}

/// Markup with gaps, taken apart into what stands between them and what fills them: an object,
/// since each cell of a long list hands one on.
final class Stencil {
  /// Writes what the item of a number puts into a gap.
  typealias Filling = (Int, inout Ink) -> Void

  private let bytes: [UInt8]
  /// Finished markup, each with the gap behind it.
  private let pieces: [(markup: Range<Int>, filling: Filling)]
  /// The markup behind the last gap.
  private let end: Range<Int>

  /// - Precondition: each filling has its one gap, so that none is of another drawing.
  init(_ markup: HTML, _ fillings: [Filling]) {
    let bytes = markup.bytes
    var pieces: [(markup: Range<Int>, filling: Filling)] = []
    var start = 0
    while let gap = bytes[start...].firstIndex(of: Gap.mark) {
      pieces.append((start..<gap, fillings[Gap.number(in: bytes, at: gap)]))
      start = gap + Gap.size
    }
    precondition(pieces.count == fillings.count)
    self.bytes = bytes
    self.pieces = pieces
    self.end = start..<bytes.count
  }

  /// The markup of items, one after the other.
  func filled(_ items: Range<Int>) -> HTML {
    // Few gaps take more as a rule; where they do, the memory grows.
    var ink = Ink(capacity: items.count * (bytes.count + 48 * pieces.count))
    for item in items { write(item, to: &ink) }
    return ink.markup
  }

  /// Writes the markup of one item.
  func write(_ item: Int, to ink: inout Ink) {
    bytes.withUnsafeBufferPointer { bytes in
      for index in pieces.indices {
        ink.write(UnsafeBufferPointer(rebasing: bytes[pieces[index].markup]))
        pieces[index].filling(item, &ink)
      }
      ink.write(UnsafeBufferPointer(rebasing: bytes[end]))
    }
  }
}
