import Foundation

/// A YAML file that is written line by line, always in the same form.
struct YAMLText {
  private(set) var text = ""
  private var indent = 0
  /// Whether the next line begins an entry of a list.
  private var hasDash = false

  /// How wide lines are, where words can be moved.
  private static let width = 90

  /// A line for readers.
  mutating func comment(_ words: String) { line("# " + words) }

  /// A subject at the file's top: an empty line, its key, and what stands below.
  mutating func section(_ key: String, _ body: (inout YAMLText) throws -> Void) rethrows {
    text += "\n"
    try nested(key, body)
  }

  /// A key with keys or a list below.
  mutating func nested(_ key: String, _ body: (inout YAMLText) throws -> Void) rethrows {
    line(key + ":")
    indent += 2
    try body(&self)
    indent -= 2
  }

  /// An entry of a list that has keys.
  mutating func entry(_ body: (inout YAMLText) throws -> Void) rethrows {
    indent += 2
    hasDash = true
    try body(&self)
    indent -= 2
  }

  /// An entry of a list that is one value.
  mutating func item(_ value: String) {
    hasDash = true
    indent += 2
    scalar("", value)
    indent -= 2
  }

  /// A key with a value; nothing where there is no value.
  mutating func fact(_ key: String, _ value: String?) {
    guard let value else { return }
    scalar(key + ": ", value)
  }

  /// A key with a number.
  mutating func fact(_ key: String, _ number: Int?) {
    guard let number else { return }
    line("\(key): \(number)")
  }

  /// A key with `yes` or `no`.
  mutating func fact(_ key: String, _ isSo: Bool) { line("\(key): \(isSo ? "yes" : "no")") }

  /// A key with a list of values, on one line where they fit.
  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let flow = values.map(YAMLScalar.inFlow).joined(separator: ", ")
    if indent + key.count + flow.count + 4 <= Self.width {
      line("\(key): [\(flow)]")
    } else {
      nested(key) { file in
        for value in values { file.item(value) }
      }
    }
  }

  private mutating func scalar(_ lead: String, _ value: String) {
    if value.contains("\n"), YAMLScalar.mayStandInBlock(value) {
      block(lead + "|-", value.components(separatedBy: "\n"))
    } else if indent + lead.count + value.count > Self.width, !value.contains("\n"),
      YAMLScalar.mayStandInBlock(value), !value.contains("  ")
    {
      block(lead + ">-", wrapped(value))
    } else {
      line(lead + YAMLScalar.inBlock(value))
    }
  }

  private mutating func block(_ head: String, _ lines: [String]) {
    line(head)
    indent += 2
    for content in lines {
      if content.isEmpty { text += "\n" } else { line(content) }
    }
    indent -= 2
  }

  private func wrapped(_ value: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in value.split(separator: " ") {
      if !current.isEmpty, indent + 2 + current.count + 1 + word.count > Self.width {
        lines.append(current)
        current = ""
      }
      current += current.isEmpty ? String(word) : " " + word
    }
    return lines + [current]
  }

  private mutating func line(_ content: String) {
    text += String(repeating: " ", count: hasDash ? indent - 2 : indent)
    text += hasDash ? "- " + content : content
    text += "\n"
    hasDash = false
  }
}
