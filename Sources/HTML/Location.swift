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
  /// - Parameter end: the segments behind it.
  package func below(_ segment: String, then end: Location? = nil) -> Location {
    var front = text == "/" ? "" : text
    var segment = Self.encoded(segment)
    var back = end?.text ?? ""
    let size = front.utf8.count + 1 + segment.utf8.count + back.utf8.count
    let address = String(unsafeUninitializedCapacity: size) { buffer in
      let slash = front.withUTF8 { buffer.initialize(fromContentsOf: $0) }
      buffer.initializeElement(at: slash, to: UInt8(ascii: "/"))
      let rest = segment.withUTF8 { buffer[(slash + 1)...].initialize(fromContentsOf: $0) }
      return back.withUTF8 { buffer[rest...].initialize(fromContentsOf: $0) }
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

  /// A segment as it stands in an address, percent-encoded.
  static func encoded(_ segment: String) -> String {
    var segment = segment
    let plain = unreserved
    if segment.withUTF8({ $0.allSatisfy(plain.contains) }) { return segment }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(2 * segment.utf8.count)
    for byte in segment.utf8 {
      if plain.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// A hexadecimal digit of a number below 16.
  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
  }

  /// The letters that stand for themselves.
  private static let unreserved = Letters(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@")

  /// A set of ASCII letters, a bit each.
  private struct Letters {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ letters: String) {
      for letter in letters.utf8 {
        if letter < 64 { low |= 1 << letter } else { high |= 1 << (letter - 64) }
      }
    }

    func contains(_ byte: UInt8) -> Bool {
      byte < 128 && (byte < 64 ? low : high) >> (byte & 63) & 1 == 1
    }
  }
}
