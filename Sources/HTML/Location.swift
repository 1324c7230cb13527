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
    let segment = Self.encoded(segment)
    var address = ""
    address.reserveCapacity(text.utf8.count + 1 + segment.utf8.count)
    if text != "/" { address += text }
    address += "/"
    address += segment
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
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
