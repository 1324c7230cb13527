import CSodium

/// Comparisons whose duration tells nothing about where two secrets differ.
package enum ConstantTime {
  /// Whether both hold the same octets; only a difference in length answers early.
  package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return sodium_memcmp(left, right, left.count) == 0
  }

  /// Whether both texts are the same octets in UTF-8.
  package static func equal(_ left: String, _ right: String) -> Bool {
    equal(Array(left.utf8), Array(right.utf8))
  }
}
