/// The tag that begins an element.
struct Tag {
  let name: StaticString
  let attributes: [Attribute]

  init(_ name: StaticString, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
  }
}

// Sizes are in bytes of UTF-8, as it is written.

extension Tag {
  /// The size of the tag.
  var size: Int {
    var size = name.utf8CodeUnitCount + 2
    for index in attributes.indices { size += attributes[index].size }
    return size
  }

  /// The size of the tag that ends the element.
  var endSize: Int { name.utf8CodeUnitCount + 3 }
}

extension Attribute {
  /// The size with the space in front.
  var size: Int {
    switch value {
    case .absent: 0
    case .present: 1 + name.utf8CodeUnitCount
    case .constant(let value): 4 + name.utf8CodeUnitCount + value.utf8CodeUnitCount
    case .gap: 4 + name.utf8CodeUnitCount + Gap.size
    case .text(let value): 4 + name.utf8CodeUnitCount + Escape.size(of: value)
    }
  }
}

extension HTML {
  /// The size of the markup.
  var size: Int {
    switch content {
    case .text(let text): Escape.size(of: text)
    case .constant(let markup): markup.utf8CodeUnitCount
    case .markup(let markup): markup.count
    case .pieces(_, let size): size
    case .gap: Gap.size
    }
  }
}
