/// Markup as a value: text and attributes are escaped by construction.
///
/// Only a constant of the source can become markup as it stands (``constant(_:)``), so nothing that
/// a person typed ever does. An element is finished as soon as it is made: a page is a few pieces
/// of bytes that are put together, and not a tree of thousands to walk through.
package struct HTML: Sendable {
  enum Content: @unchecked Sendable {
    case text(String)
    case constant(StaticString)
    /// UTF-8 that is finished.
    case markup(Markup)
    /// Long markup in a few pieces: every element around it would copy it once more.
    case pieces([HTML], size: Int)
    /// Something of each item, in what ``repeated(_:_:)`` draws.
    case gap(Gap)
  }

  let content: Content

  /// No output.
  package static var nothing: HTML { .constant("") }

  /// Text, escaped.
  package static func text(_ text: String) -> HTML { HTML(content: .text(text)) }

  /// Markup of the source, as it stands.
  package static func constant(_ markup: StaticString) -> HTML {
    HTML(content: .constant(markup))
  }

  /// Children in a row, without an element around them.
  package static func group(_ children: [HTML]) -> HTML {
    // By place: a loop over the elements would copy, and so count, each of them.
    var size = 0
    for index in children.indices { size += children[index].size }
    if size > long { return HTML(content: .pieces(children, size: size)) }
    return written(size) { pen in
      for index in children.indices { pen.write(children[index]) }
    }
  }

  /// An element with its attributes and children.
  package static func element(
    _ name: StaticString, _ attributes: [Attribute], _ children: [HTML]
  ) -> HTML {
    element(name, attributes, .group(children))
  }

  /// An element with its attributes and what it holds.
  static func element(
    _ name: StaticString, _ attributes: [Attribute], _ child: HTML
  ) -> HTML {
    let tag = Tag(name, attributes)
    let size = tag.size + child.size + tag.endSize
    if size > long {
      let begin = written(tag.size) { $0.write(tag) }
      let end = written(tag.endSize) { $0.write(endOf: tag) }
      return HTML(content: .pieces([begin, child, end], size: size))
    }
    return written(size) { pen in
      pen.write(tag)
      pen.write(child)
      pen.write(endOf: tag)
    }
  }

  /// From how many bytes on markup stays in pieces.
  private static let long = 4096

  /// An element that never has children, such as `<input>`.
  package static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    let tag = Tag(name, attributes)
    return written(tag.size) { $0.write(tag) }
  }

  /// Whether nothing of it would be seen.
  package var isEmpty: Bool { size == 0 }

  /// The markup as UTF-8.
  package var bytes: [UInt8] {
    let size = size
    guard size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      var pen = Pen(UnsafeMutableBufferPointer(rebasing: memory[..<size]))
      pen.write(self)
      precondition(pen.isDone)
      count = size
    }
  }

  /// The markup as a string, for tests.
  package var rendered: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}
