/// A JSON value that is written with its members in the order given: same value, same bytes.
enum JSON {
  case null
  case number(Int)
  case bool(Bool)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// Whole numbers in a row.
  static func numbers(_ numbers: [Int]) -> JSON { .array(numbers.map(JSON.number)) }

  /// A decimal as a string, so that no reader takes it for floating point.
  static func decimal(_ amount: Amount) -> JSON { .string(amount.description) }

  /// The text: members of the outermost value on lines of their own, and of arrays in it too.
  var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .number(let number): text += String(number)
    case .bool(let bool): text += bool ? "true" : "false"
    case .string(let string): Self.quote(string, to: &text)
    case .array(let values):
      let holdsObjects = values.contains { if case .object = $0 { true } else { false } }
      let list = List(brackets: ("[", "]"), isOpen: holdsObjects && depth < 2, depth: depth)
      list.write(values, to: &text) { value, text in value.write(to: &text, depth: depth + 1) }
    case .object(let members):
      let list = List(brackets: ("{", "}"), isOpen: depth == 0, depth: depth)
      list.write(members, to: &text) { member, text in
        Self.quote(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, depth: depth + 1)
      }
    }
  }

  /// Values between brackets, each on a line of its own if the list is open.
  private struct List {
    let brackets: (String, String)
    let isOpen: Bool
    let depth: Int

    func write<Part>(
      _ parts: [Part], to text: inout String, _ write: (Part, inout String) -> Void
    ) {
      let indent = "\n" + String(repeating: "  ", count: depth)
      text += brackets.0
      for (place, part) in parts.enumerated() {
        if place > 0 { text += isOpen ? "," : ", " }
        if isOpen { text += indent + "  " }
        write(part, &text)
      }
      if isOpen, !parts.isEmpty { text += indent }
      text += brackets.1
    }
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
