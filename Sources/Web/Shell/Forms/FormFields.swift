/// Names and values that a form or an address carried, as raw text.
package struct FormFields: Sendable, Equatable {
  private var fields: [(name: String, value: String)] = []

  package init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  package static func == (left: FormFields, right: FormFields) -> Bool {
    left.fields.elementsEqual(right.fields) { $0 == $1 }
  }

  /// The first value of a name; empty where there is none.
  package subscript(name: String) -> String {
    fields.first { $0.name == name }?.value ?? ""
  }

  /// The value without spaces around it; nil where nothing is left.
  package func given(_ name: String) -> String? {
    let value = self[name]
    var slice = Substring(value)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return slice.isEmpty ? nil : String(slice)
  }

  /// All values of a name.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// All names and values, in the order in which they came.
  package var pairs: [(name: String, value: String)] { fields }
}

extension FormFields {
  /// Reads `application/x-www-form-urlencoded`, as forms and queries are sent.
  /// - Returns: nil when there are more than 1,000 fields or the text is not UTF-8.
  package init?(encoded text: some StringProtocol) {
    var fields: [(name: String, value: String)] = []
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      guard fields.count < 1000 else { return nil }
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]),
        let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
      else { return nil }
      fields.append((name, value))
    }
    self.init(fields)
  }

  private static func decoded(_ text: some Sequence<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var pending: [UInt8] = []
    var escape = 0
    for byte in text {
      if escape > 0 {
        pending.append(byte)
        escape -= 1
        if escape == 0 {
          guard let value = UInt8(String(decoding: pending, as: UTF8.self), radix: 16) else {
            return nil
          }
          bytes.append(value)
          pending = []
        }
      } else if byte == UInt8(ascii: "%") {
        escape = 2
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    // NUL can be kept by neither engine.
    guard escape == 0, !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
