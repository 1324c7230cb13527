/// The network that a request came from, as far as it tells people apart.
enum ClientNetwork {
  /// The address of IPv4, the first 64 bits of IPv6, because one subscriber has all of those.
  ///
  /// nil for this machine itself and for an unknown address: then everybody would share one count,
  /// and whoever attacks would make all others wait.
  static func of(_ address: String) -> String? {
    let bare = String(address.prefix { $0 != "%" }).lowercased()
    guard bare.contains(":") else {
      return bare.hasPrefix("127.") || !bare.contains(".") ? nil : bare
    }
    if let inner = bare.split(separator: ":").last, inner.contains(".") { return of(String(inner)) }
    return bare == "::1" ? nil : groups(bare).prefix(4).joined(separator: ":")
  }

  /// The eight groups of an IPv6 address, with those that `::` left out.
  private static func groups(_ address: String) -> [String] {
    let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.split(separator: ":").map(String.init) }
    guard halves.count == 2 else { return halves.first ?? [] }
    let missing = max(0, 8 - halves[0].count - halves[1].count)
    return halves[0] + Array(repeating: "0", count: missing) + halves[1]
  }
}
