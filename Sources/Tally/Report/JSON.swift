/// A JSON value that is written with its members in the order given: same value, same bytes.
enum JSON {
  case null
  case number(Int)
  /// Whole numbers in a row; a case of its own, for a comparison of pairs has very many.
  case numbers([Int])
  /// A decimal, written as a string so that no reader takes it for floating point.
  case decimal(Amount)
  case bool(Bool)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The text: members of the outermost value on lines of their own, and of arrays in it too.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .number(let number): Digits.write(number, to: &bytes)
    case .numbers(let numbers):
      List(brackets: Self.square, isOpen: false, depth: depth).write(numbers, to: &bytes) {
        Digits.write($0, to: &$1)
      }
    case .decimal(let amount): Self.write(amount, to: &bytes)
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .string(let string): Self.quote(string, to: &bytes)
    case .array(let values):
      let holdsObjects = values.contains { if case .object = $0 { true } else { false } }
      let list = List(brackets: Self.square, isOpen: holdsObjects && depth < 2, depth: depth)
      list.write(values, to: &bytes) { $0.write(to: &$1, depth: depth + 1) }
    case .object(let members):
      List(brackets: Self.curly, isOpen: depth == 0, depth: depth).write(members, to: &bytes) {
        Self.quote($0.0, to: &$1)
        $1 += ": ".utf8
        $0.1.write(to: &$1, depth: depth + 1)
      }
    }
  }

  private static let square = (UInt8(ascii: "["), UInt8(ascii: "]"))
  private static let curly = (UInt8(ascii: "{"), UInt8(ascii: "}"))

  /// Values between brackets, each on a line of its own if the list is open.
  private struct List {
    let brackets: (UInt8, UInt8)
    let isOpen: Bool
    let depth: Int

    func write<Part>(
      _ parts: [Part], to bytes: inout [UInt8], _ write: (Part, inout [UInt8]) -> Void
    ) {
      bytes.append(brackets.0)
      for (place, part) in parts.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if isOpen {
          breakLine(to: &bytes, indent: depth + 1)
        } else if place > 0 {
          bytes.append(UInt8(ascii: " "))
        }
        write(part, &bytes)
      }
      if isOpen, !parts.isEmpty { breakLine(to: &bytes, indent: depth) }
      bytes.append(brackets.1)
    }

    private func breakLine(to bytes: inout [UInt8], indent: Int) {
      bytes.append(UInt8(ascii: "\n"))
      for _ in 0..<2 * indent { bytes.append(UInt8(ascii: " ")) }
    }
  }

  private static func write(_ amount: Amount, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    Digits.write(amount, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string in quotes: every byte as it is, but for quotes, backslashes and control characters.
  private static func quote(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case ..<32, 127:
        let hex = String(byte, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - hex.utf8.count))\(hex)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
