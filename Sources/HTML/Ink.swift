/// Writes markup of a size that nobody knows before; where it is known, a ``Pen`` is quicker.
struct Ink: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// - Parameter capacity: about how many bytes will be written.
  init(capacity: Int) {
    memory = .allocate(capacity: max(capacity, 1))
  }

  deinit { memory.deallocate() }

  /// What has been written.
  var markup: HTML {
    HTML.written(count) { pen in
      pen.write(UnsafeBufferPointer(rebasing: memory[..<count]))
    }
  }

  /// Writes markup.
  mutating func write(_ markup: HTML) {
    switch markup.content {
    case .text(let text): write(escaping: text)
    case .constant(let constant): write(constant)
    case .markup(let markup): markup.withBytes { write($0) }
    case .pieces(let pieces, _): for piece in pieces { write(piece) }
    case .gap: preconditionFailure("a gap is drawn, and not filled with another one")
    }
  }

  /// Writes a text.
  mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { write(escaping: $0) }
  }

  /// Writes a text with a place for a new line behind the last of a letter.
  mutating func write(escaping text: String, breakingBehind letter: UInt8) {
    var text = text
    text.withUTF8 { bytes in
      guard let place = bytes.lastIndex(of: letter) else { return write(escaping: bytes) }
      write(escaping: UnsafeBufferPointer(rebasing: bytes[...place]))
      write(wbr())
      write(escaping: UnsafeBufferPointer(rebasing: bytes[(place + 1)...]))
    }
  }

  /// Writes bytes that are finished.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if memory.count - count < bytes.count { grow(by: bytes.count) }
    (memory.baseAddress.unsafelyUnwrapped + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  private mutating func write(escaping bytes: UnsafeBufferPointer<UInt8>) {
    Escape.forEachPiece(of: bytes) { write($0) }
  }

  private mutating func write(_ constant: StaticString) {
    write(UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }

  private mutating func grow(by size: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * (memory.count + size))
    larger.baseAddress.unsafelyUnwrapped.update(
      from: memory.baseAddress.unsafelyUnwrapped, count: count)
    memory.deallocate()
    memory = larger
  }
}
