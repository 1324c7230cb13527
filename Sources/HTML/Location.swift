/// An address that a link or form may hold: a path of this site, or a checked address elsewhere.
package struct Location: Sendable, Hashable {
  /// The address, percent-encoded.
  package let text: String

  /// A path of this site.
  ///
  /// - Parameters:
  ///   - path: its segments, not encoded; `["people", "a/b"]` is `/people/a%2Fb`.
  ///   - query: names and values, not encoded.
  ///   - fragment: the identifier of an element in the page.
  package init(
    path: [String], query: [(name: String, value: String)] = [], fragment: String? = nil
  ) {
    var text = path.isEmpty ? "/" : ""
    for segment in path {
      text += "/"
      text += Self.encoded(segment)
    }
    for (index, item) in query.enumerated() {
      text += index == 0 ? "?" : "&"
      text += Self.encoded(item.name)
      text += "="
      text += Self.encoded(item.value)
    }
    if let fragment {
      text += "#"
      text += Self.encoded(fragment)
    }
    self.text = text
  }

  /// The address one segment below this one, which has no query; the segment is not encoded.
  package func below(_ segment: String) -> Location {
    var front = text == "/" ? "" : text
    var segment = Self.encoded(segment)
    let size = front.utf8.count + 1 + segment.utf8.count
    let address = String(unsafeUninitializedCapacity: size) { buffer in
      let slash = front.withUTF8 { buffer.initialize(fromContentsOf: $0) }
      buffer.initializeElement(at: slash, to: UInt8(ascii: "/"))
      return segment.withUTF8 { buffer[(slash + 1)...].initialize(fromContentsOf: $0) }
    }
    return Location(encoded: address)
  }

  private init(encoded text: String) {
    self.text = text
  }

  /// A place in the page itself.
  package init(fragment: String) {
    self.text = "#" + Self.encoded(fragment)
  }

  /// An address elsewhere.
  /// - Returns: nil unless it begins with `https:`, `http:` or `mailto:`.
  package init?(external address: String) {
    let lower = address.lowercased()
    let allowed = ["https://", "http://", "mailto:"]
    guard allowed.contains(where: lower.hasPrefix),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    self.text = address
  }

  /// A path and query of this site that a request carried, such as where to return to.
  /// - Returns: nil unless it stays on this site.
  package init?(returning target: String) {
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000,
      bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = target
  }

  private static func encoded(_ segment: String) -> String {
    var segment = segment
    if segment.withUTF8({ $0.allSatisfy(isUnreserved) }) { return segment }
    var text = ""
    for byte in segment.utf8 {
      if isUnreserved(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? unreserved.low : unreserved.high) >> (byte & 63) & 1 == 1
  }

  /// The letters that stand for themselves, a bit each: those below 64, and those above.
  private static let unreserved: (low: UInt64, high: UInt64) = {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@"
    return letters.utf8.reduce(into: (low: 0, high: 0)) { bits, letter in
      if letter < 64 { bits.low |= 1 << letter } else { bits.high |= 1 << (letter - 64) }
    }
  }()
}
