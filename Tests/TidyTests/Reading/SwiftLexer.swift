/// Tells code, comments and string literals apart, byte by byte.
///
/// It knows nested comments, raw and multi-line literals, and interpolations with literals in them.
/// Regex literals are read as code.
struct SwiftLexer {
  private let source: [UInt8]
  private var index = 0
  private var line = 1
  private(set) var code: [UInt8] = []
  private(set) var withoutComments: [UInt8] = []
  private(set) var comments: [SwiftText.Piece] = []
  private(set) var literals: [SwiftText.Piece] = []

  init(_ source: [UInt8]) {
    self.source = source
    code.reserveCapacity(source.count)
    withoutComments.reserveCapacity(source.count)
  }

  /// Reads to the end, or to the parenthesis that closes an interpolation.
  mutating func readCode(inInterpolation: Bool = false) {
    var depth = 0
    while let byte = peek() {
      switch byte {
      case "/" where peek(1) == "/": readLineComment()
      case "/" where peek(1) == "*": readBlockComment()
      case "\"", "#":
        if let hashes = hashesBeforeQuote() { readLiteral(hashes: hashes) } else { take(.code) }
      case "`": readBackticks()
      case "(":
        depth += 1
        take(.code)
      case ")":
        depth -= 1
        take(.code)
        if inInterpolation && depth == 0 { return }
      default: take(.code)
      }
    }
  }

  private enum Kind { case code, literal, comment }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < source.count ? Unicode.Scalar(source[index + offset]) : nil
  }

  /// Moves on, past bytes that stay visible where their kind is shown.
  private mutating func take(_ kind: Kind, count: Int = 1) {
    for _ in 0..<min(count, source.count - index) {
      let byte = source[index]
      let isLineEnd = byte == UInt8(ascii: "\n")
      code.append(kind == .code || isLineEnd ? byte : UInt8(ascii: " "))
      withoutComments.append(kind != .comment || isLineEnd ? byte : UInt8(ascii: " "))
      if isLineEnd { line += 1 }
      index += 1
    }
  }

  private mutating func readLineComment() {
    let start = index
    while let byte = peek(), byte != "\n" { take(.comment) }
    comments.append(.init(line: line, text: text(from: start)))
  }

  private mutating func readBlockComment() {
    let (start, firstLine) = (index, line)
    var depth = 0
    repeat {
      switch (peek(), peek(1)) {
      case ("/", "*"):
        depth += 1
        take(.comment, count: 2)
      case ("*", "/"):
        depth -= 1
        take(.comment, count: 2)
      default: take(.comment)
      }
    } while depth > 0 && index < source.count
    comments.append(.init(line: firstLine, text: text(from: start)))
  }

  /// A name in backticks may be a whole sentence, with words that mean something elsewhere.
  private mutating func readBackticks() {
    take(.code)
    while let byte = peek(), byte != "`", byte != "\n" { take(.literal) }
    if peek() == "`" { take(.code) }
  }

  /// How many `#` stand before a quotation mark here; nil where no literal begins.
  private func hashesBeforeQuote() -> Int? {
    var hashes = 0
    while peek(hashes) == "#" { hashes += 1 }
    return peek(hashes) == "\"" ? hashes : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let firstLine = line
    take(.code, count: hashes)
    let quotes = peek(1) == "\"" && peek(2) == "\"" ? 3 : 1
    take(.code, count: quotes)
    var content: [UInt8] = []
    while let byte = peek() {
      if byte == "\"", endsLiteral(quotes: quotes, hashes: hashes) {
        take(.code, count: quotes + hashes)
        break
      } else if byte == "\n", quotes == 1 {
        break
      } else if byte == "\\", isFollowed(by: hashes, from: 1) {
        take(.literal, count: 1 + hashes)
        content.append(UInt8(ascii: peek() == "(" ? "$" : " "))
        if peek() == "(" { readCode(inInterpolation: true) } else { take(.literal) }
      } else {
        content.append(source[index])
        take(.literal)
      }
    }
    literals.append(.init(line: firstLine, text: String(decoding: content, as: UTF8.self)))
  }

  private func endsLiteral(quotes: Int, hashes: Int) -> Bool {
    (quotes == 1 || peek(1) == "\"" && peek(2) == "\"") && isFollowed(by: hashes, from: quotes)
  }

  private func isFollowed(by hashes: Int, from offset: Int) -> Bool {
    (0..<hashes).allSatisfy { peek(offset + $0) == "#" }
  }

  private func text(from start: Int) -> String {
    String(decoding: source[start..<index], as: UTF8.self)
  }
}
