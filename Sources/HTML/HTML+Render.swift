extension HTML {
  /// The markup as UTF-8.
  package func render(capacity: Int = 16_384) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(capacity)
    render(into: &output)
    return output
  }

  /// The markup as a string, for tests.
  package var rendered: String {
    String(decoding: render(capacity: 256), as: UTF8.self)
  }

  /// Appends the markup as UTF-8.
  package func render(into output: inout [UInt8]) {
    switch self {
    case .nothing: break
    case .text(let text): output.appendEscaped(text)
    case .constant(let markup): output.append(constant: markup)
    case .group(let children):
      children.render(into: &output)
    case .void(let name, let attributes):
      output.append(openTag: name, attributes)
    case .element(let name, let attributes, let children):
      output.append(openTag: name, attributes)
      children.render(into: &output)
      output.append(constant: "</")
      output.append(constant: name)
      output.append(UInt8(ascii: ">"))
    }
  }
}

extension [HTML] {
  /// By place: a loop over the elements would copy, and so count, each of them.
  fileprivate func render(into output: inout [UInt8]) {
    for index in indices { self[index].render(into: &output) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(constant: StaticString) {
    constant.withUTF8Buffer { append(contentsOf: $0) }
  }

  fileprivate mutating func append(openTag name: StaticString, _ attributes: [Attribute]) {
    append(UInt8(ascii: "<"))
    append(constant: name)
    for index in attributes.indices { append(attributes[index]) }
    append(UInt8(ascii: ">"))
  }

  private mutating func append(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    append(UInt8(ascii: " "))
    append(constant: attribute.name)
    switch attribute.value {
    case .text(let value):
      append(constant: "=\"")
      appendEscaped(value)
      append(UInt8(ascii: "\""))
    case .constant(let value):
      append(constant: "=\"")
      append(constant: value)
      append(UInt8(ascii: "\""))
    case .present, .absent: break
    }
  }

  /// Appends text so that it is safe between tags and inside a double-quoted attribute.
  fileprivate mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        // All that is escaped stands before `?` in ASCII, and most letters do not.
        guard bytes[index] < UInt8(ascii: "?"), let entity = entity(of: bytes[index])
        else { continue }
        append(contentsOf: bytes[start..<index])
        append(constant: entity)
        start = index + 1
      }
      append(contentsOf: bytes[start...])
    }
  }

  @inline(__always)
  private func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
