/// The order of codes that people expect: letters by their bytes, numbers by their size.
struct NaturalOrder: Comparable {
  let code: String
  /// Bytes that stand in the wanted order: each number after its length, without leading zeros.
  private let key: [UInt8]

  init(_ code: String) {
    self.code = code
    var key: [UInt8] = []
    var rest = Substring(code).utf8
    while let first = rest.first {
      if (48...57).contains(first) {
        let run = rest.prefix { (48...57).contains($0) }
        let digits = run.drop { $0 == 48 }
        key += [48, UInt8(min(digits.count / 256, 255)), UInt8(digits.count % 256)]
        key += digits
        rest = rest[run.endIndex...]
      } else {
        let run = rest.prefix { !(48...57).contains($0) }
        key += run
        rest = rest[run.endIndex...]
      }
    }
    self.key = key
  }

  /// Codes in their order: "PGY2" before "PGY10".
  static func sorted(_ codes: Set<String>) -> [String] {
    codes.map(NaturalOrder.init).sorted().map(\.code)
  }

  static func < (one: NaturalOrder, other: NaturalOrder) -> Bool {
    if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
    return one.code.utf8.lexicographicallyPrecedes(other.code.utf8)
  }
}
