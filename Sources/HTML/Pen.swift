/// Writes markup into memory that was measured for it before: no place is looked for twice, and
/// nothing moves.
struct Pen {
  private var place: UnsafeMutablePointer<UInt8>
  /// Behind the last byte that may be written.
  private let end: UnsafeMutablePointer<UInt8>

  /// - Parameter memory: not empty, and as large as all that is written into it.
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    self.place = memory.baseAddress.unsafelyUnwrapped
    self.end = place + memory.count
  }

  /// Whether everything that was measured was written.
  var isDone: Bool { place == end }

  /// Writes a tag with its attributes.
  mutating func write(_ tag: Tag) {
    write(byte: UInt8(ascii: "<"))
    write(constant: tag.name)
    for index in tag.attributes.indices { write(tag.attributes[index]) }
    write(byte: UInt8(ascii: ">"))
  }

  /// Writes the tag that ends an element.
  mutating func write(endOf tag: Tag) {
    write(constant: "</")
    write(constant: tag.name)
    write(byte: UInt8(ascii: ">"))
  }

  /// Writes markup.
  mutating func write(_ markup: HTML) {
    switch markup.content {
    case .text(let text): write(escaping: text)
    case .constant(let constant): write(constant: constant)
    case .markup(let markup): markup.withBytes { write($0) }
    case .pieces(let pieces, _): for piece in pieces { write(piece) }
    case .gap(let gap): write(gap)
    }
  }

  /// Writes bytes that are finished.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    precondition(bytes.count <= end - place)
    place.update(from: start, count: bytes.count)
    place += bytes.count
  }

  private mutating func write(_ gap: Gap) {
    write(byte: Gap.mark)
    write(byte: gap.high)
    write(byte: gap.low)
  }

  private mutating func write(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    write(byte: UInt8(ascii: " "))
    write(constant: attribute.name)
    switch attribute.value {
    case .text(let value):
      write(constant: "=\"")
      write(escaping: value)
      write(byte: UInt8(ascii: "\""))
    case .constant(let value):
      write(constant: "=\"")
      write(constant: value)
      write(byte: UInt8(ascii: "\""))
    case .gap(let gap):
      write(constant: "=\"")
      write(gap)
      write(byte: UInt8(ascii: "\""))
    case .present, .absent: break
    }
  }

  private mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { bytes in Escape.forEachPiece(of: bytes) { write($0) } }
  }

  private mutating func write(constant: StaticString) {
    write(UnsafeBufferPointer(start: constant.utf8Start, count: constant.utf8CodeUnitCount))
  }

  private mutating func write(byte: UInt8) {
    precondition(place < end)
    place.pointee = byte
    place += 1
  }
}

extension HTML {
  /// Markup of a size that is known before it is written.
  static func written(_ size: Int, _ write: (inout Pen) -> Void) -> HTML {
    guard size > 0 else { return .nothing }
    return HTML(content: .markup(.written(size, write)))
  }
}
