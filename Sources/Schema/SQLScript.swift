/// A file of statements, taken apart so that each can be run by itself.
///
/// A statement ends with a semicolon at the end of a line, outside of quotes, comments and
/// `$dollar$` bodies. The body of an SQLite trigger ends with a line `END;`, so a `CASE … END`
/// inside of one stands in parentheses.
struct SQLScript {
  /// The statements without their semicolons, in order.
  private(set) var statements: [String] = []

  private enum Mode: Equatable {
    case plain
    case quoted(UInt8)
    case lineComment
    case blockComment
    case dollarQuoted([UInt8])
  }

  private let text: [UInt8]
  private var position = 0
  private var mode = Mode.plain
  private var current: [UInt8] = []
  /// The statement's words in capitals; anything else but spaces and comments counts as an empty
  /// one.
  private var words: [String] = []
  private var lastWord: [UInt8] = []

  /// Takes a script apart.
  init(_ text: String) {
    self.text = Array(text.utf8)
    while position < self.text.count { advance() }
    endStatement()
  }

  private mutating func advance() {
    switch mode {
    case .plain: advancePlain()
    case .quoted(let quote):
      // A doubled quote ends the text and begins it again at once, which comes to the same.
      if text[position] == quote { mode = .plain }
      take(1)
    case .lineComment:
      if text[position] == UInt8(ascii: "\n") { mode = .plain }
      take(1)
    case .blockComment:
      if follows("*/") { mode = .plain }
      take(mode == .plain ? 2 : 1)
    case .dollarQuoted(let tag):
      let ends = text[position...].starts(with: tag)
      if ends { mode = .plain }
      take(ends ? tag.count : 1)
    }
  }

  private mutating func advancePlain() {
    let byte = text[position]
    if Self.isWord(byte) {
      lastWord.append(byte)
      return take(1)
    }
    if !lastWord.isEmpty {
      words.append(String(decoding: lastWord, as: UTF8.self).uppercased())
      lastWord = []
    }
    if byte == UInt8(ascii: ";"), endsLine(after: position), !isInsideTrigger {
      position += 1
      return endStatement()
    }
    open(byte)
  }

  private mutating func open(_ byte: UInt8) {
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      mode = .quoted(byte)
      words.append("")
      take(1)
    } else if follows("--") {
      mode = .lineComment
      take(2)
    } else if follows("/*") {
      mode = .blockComment
      take(2)
    } else if let tag = dollarTag() {
      mode = .dollarQuoted(tag)
      words.append("")
      take(tag.count)
    } else {
      if !Self.isSpace(byte) { words.append("") }
      take(1)
    }
  }

  /// Whether a semicolon here would end a statement of a trigger's body and not the trigger.
  private var isInsideTrigger: Bool {
    words.first == "CREATE" && words.prefix(3).contains("TRIGGER") && words.contains("BEGIN")
      && words.last != "END"
  }

  private mutating func endStatement() {
    let trimmed = current.drop(while: Self.isSpace).reversed().drop(while: Self.isSpace).reversed()
    // Comments alone are no statement.
    if !words.isEmpty || !lastWord.isEmpty {
      statements.append(String(decoding: Array(trimmed), as: UTF8.self))
    }
    (current, words, lastWord) = ([], [], [])
  }

  private mutating func take(_ count: Int) {
    let end = min(position + count, text.count)
    current += text[position..<end]
    position = end
  }

  private func follows(_ characters: StaticString) -> Bool {
    text[position...].starts(with: Array("\(characters)".utf8))
  }

  /// `$$` or `$name$`, but not a placeholder such as `$1`.
  private func dollarTag() -> [UInt8]? {
    guard text[position] == UInt8(ascii: "$") else { return nil }
    let name = text[(position + 1)...].prefix(while: Self.isWord)
    guard name.first.map({ !(48...57).contains($0) }) ?? true, name.endIndex < text.count,
      text[name.endIndex] == UInt8(ascii: "$")
    else { return nil }
    return Array(text[position...name.endIndex])
  }

  private func endsLine(after index: Int) -> Bool {
    let rest = text[(index + 1)...].drop { $0 == 32 || $0 == 9 || $0 == 13 }
    return rest.isEmpty || rest.first == UInt8(ascii: "\n") || rest.starts(with: Array("--".utf8))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"): true
    default: byte >= 128
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}
