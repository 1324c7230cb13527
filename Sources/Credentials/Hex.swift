/// Octets as lower-case hexadecimal text, the form in which hashes are stored.
package enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two digits an octet.
  package static func text(_ octets: some Sequence<UInt8>) -> String {
    String(
      decoding: octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The octets of such text, or nil when it is none.
  package static func octets(_ text: some StringProtocol) -> [UInt8]? {
    let values = text.utf8.compactMap { digits.firstIndex(of: $0) }
    guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
