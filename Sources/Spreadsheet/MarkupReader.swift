/// Cuts one XML file of a workbook into tags and text, pulled one at a time.
///
/// Our own, for the file comes from outside and the toolchain's XMLParser ends the process on
/// some (an empty processing instruction, a name that is no UTF-8). It knows no document types
/// and so no entities but the five of XML; files that use others are refused. Encodings other
/// than UTF-8 are refused too: no known program writes them into workbooks.
struct MarkupReader: ~Copyable {
  /// What was found. `<a/>` gives a start and an end.
  enum Token {
    /// A start tag: see `name` and `attribute`.
    case start
    /// An end tag: see `name`.
    case end
    /// Text, or a piece of it: see `text`.
    case text
  }

  /// The tag's name without its prefix: some programs write `x:row` for `row`.
  var name: String { names.local[current] }

  private var window: MarkupWindow
  private var names = MarkupNames()
  private var current = 0
  /// The names of the open elements, by number.
  private var open: [Int] = []
  private var attributes: [Attribute] = []
  private var content = 0..<0
  private var isLiteral = false
  /// How long the last token is; it is consumed when the next is asked for.
  private var length = 0
  private var isEmptyElement = false
  private var hasRoot = false

  private static let deepest = 100

  /// Where an attribute stands in the window.
  private struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// Reads `entry` from its start.
  init(_ entry: ZipEntry) throws(SheetProblem) {
    window = MarkupWindow(entry)
    try window.extend()
    if window.bytes.starts(with: TextEncoding.utf8WithMark.mark) { window.consume(3) }
  }

  /// The next tag or text, or nil at the end of the file.
  mutating func next() throws(SheetProblem) -> Token? {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while true {
      window.consume(length)
      length = 0
      while window.bytes.count < Self.longestOpening, !window.isLast { try window.extend() }
      guard let first = window.bytes.first else {
        guard hasRoot, open.isEmpty else { throw window.damage }
        return nil
      }
      if first != UInt8(ascii: "<") {
        try readText()
        return .text
      }
      if let token = try readMarkup() { return token }
    }
  }

  /// The value of the tag's attribute of that very name.
  func attribute(_ name: StaticString) throws(SheetProblem) -> String? {
    try value { bytes in
      bytes.count == name.utf8CodeUnitCount
        && bytes.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: bytes.count))
    }
  }

  /// The value of the tag's attribute that has a prefix, any, before that name.
  func attribute(prefixed name: StaticString) throws(SheetProblem) -> String? {
    try value { bytes in
      let colon = bytes.count - name.utf8CodeUnitCount - 1
      guard colon > 0, bytes[bytes.startIndex + colon] == UInt8(ascii: ":") else { return false }
      return bytes.dropFirst(colon + 1).elementsEqual(
        UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
  }

  /// The text that was found, with references resolved.
  var text: String {
    get throws(SheetProblem) {
      let bytes = UnsafeRawBufferPointer(rebasing: window.bytes[content])
      guard let text = MarkupText.plain(bytes, isLiteral: isLiteral) else { throw window.damage }
      return text
    }
  }

  private func value(
    where matches: (Slice<UnsafeRawBufferPointer>) -> Bool
  ) throws(SheetProblem) -> String? {
    let bytes = window.bytes
    guard let found = attributes.first(where: { matches(bytes[$0.name]) }) else { return nil }
    let value = UnsafeRawBufferPointer(rebasing: bytes[found.value])
    guard let text = MarkupText.plain(value, isLiteral: false) else { throw window.damage }
    return text
  }
}

extension MarkupReader {
  private static let commentOpening = Array("<!--".utf8)
  private static let literalOpening = Array("<![CDATA[".utf8)
  private static let longestOpening = 9

  /// Reads what a `<` begins; nil for what is of no interest.
  private mutating func readMarkup() throws(SheetProblem) -> Token? {
    let bytes = window.bytes
    guard bytes.count > 1 else { throw window.damage }
    switch bytes[1] {
    case UInt8(ascii: "/"):
      try readEnd()
      return .end
    case UInt8(ascii: "?"):
      try skip(from: 2, past: "?>")
      return nil
    case UInt8(ascii: "!") where bytes.starts(with: Self.commentOpening):
      try skip(from: 4, past: "-->")
      return nil
    case UInt8(ascii: "!") where bytes.starts(with: Self.literalOpening):
      try readLiteral()
      return .text
    // Any other declaration is of a document type, which the packaging standard forbids.
    case UInt8(ascii: "!"): throw window.damage
    default:
      try readStart()
      return .start
    }
  }

  /// Consumes up to a sign and the sign itself.
  private mutating func skip(from start: Int, past sign: StaticString) throws(SheetProblem) {
    window.consume(start)
    while true {
      if let index = Self.find(sign, in: window.bytes) {
        return window.consume(index + sign.utf8CodeUnitCount)
      }
      window.consume(max(0, window.bytes.count - sign.utf8CodeUnitCount + 1))
      try window.extend()
    }
  }

  private mutating func readLiteral() throws(SheetProblem) {
    let start = Self.literalOpening.count
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: window.bytes[start...])
      if let index = Self.find("]]>", in: rest) {
        content = start..<(start + index)
        isLiteral = true
        length = content.upperBound + 3
        if open.isEmpty { throw window.damage }
        return
      }
      try window.extend()
    }
  }

  private mutating func readText() throws(SheetProblem) {
    while true {
      let bytes = window.bytes
      let end = bytes.firstIndex(of: UInt8(ascii: "<"))
      if end == nil, !window.isLast, !window.isFull {
        try window.extend()
        continue
      }
      length = end ?? (window.isLast ? bytes.count : MarkupText.cut(bytes))
      content = 0..<length
      isLiteral = false
      if open.isEmpty, !bytes[content].allSatisfy(MarkupText.isSpace) { throw window.damage }
      return
    }
  }

  private static func find(_ sign: StaticString, in bytes: UnsafeRawBufferPointer) -> Int? {
    let sign = UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount)
    var index = 0
    while index + sign.count <= bytes.count {
      if bytes[index] == sign[0],
        bytes[index..<(index + sign.count)].elementsEqual(sign)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension MarkupReader {
  private mutating func readEnd() throws(SheetProblem) {
    let end = try tagEnd()
    let bytes = window.bytes
    var nameEnd = end
    while nameEnd > 2, MarkupText.isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
    guard let last = open.popLast(), names.name(last, is: bytes[2..<nameEnd]) else {
      throw window.damage
    }
    current = last
    length = end + 1
  }

  private mutating func readStart() throws(SheetProblem) {
    let end = try tagEnd()
    let bytes = window.bytes
    isEmptyElement = bytes[end - 1] == UInt8(ascii: "/")
    let tag = bytes[1..<(isEmptyElement ? end - 1 : end)]
    let nameEnd = tag.firstIndex(where: MarkupText.isSpace) ?? tag.endIndex
    guard
      nameEnd > 1, open.count < Self.deepest, !hasRoot || !open.isEmpty,
      let name = names.number(of: tag[..<nameEnd])
    else { throw window.damage }
    hasRoot = true
    current = name
    open.append(name)
    try readAttributes(tag[nameEnd...])
    length = end + 1
  }

  /// The index of the `>` that ends the tag at the window's start, not of one within quotes.
  private mutating func tagEnd() throws(SheetProblem) -> Int {
    var index = 1
    var quote: UInt8?
    while true {
      let bytes = window.bytes
      while index < bytes.count {
        let byte = bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: ">") {
          return index
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: "<") {
          throw window.damage
        }
        index += 1
      }
      try window.extend()
    }
  }

  private mutating func readAttributes(
    _ tag: Slice<UnsafeRawBufferPointer>
  ) throws(SheetProblem) {
    attributes.removeAll(keepingCapacity: true)
    var rest = tag.drop(while: MarkupText.isSpace)
    while !rest.isEmpty {
      let equals = rest.firstIndex(of: UInt8(ascii: "=")) ?? rest.endIndex
      let name = rest[..<equals].prefix { !MarkupText.isSpace($0) }
      let quoted = rest[equals...].dropFirst().drop(while: MarkupText.isSpace)
      guard
        let quote = quoted.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = quoted.dropFirst().firstIndex(of: quote)
      else { throw window.damage }
      let value = (quoted.startIndex + 1)..<close
      attributes.append(Attribute(name: name.startIndex..<name.endIndex, value: value))
      rest = rest[(close + 1)...].drop(while: MarkupText.isSpace)
    }
  }
}
