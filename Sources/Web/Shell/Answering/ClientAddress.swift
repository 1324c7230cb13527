/// Where a request came from, as far as that can be believed.
enum ClientAddress {
  /// The other side of the connection; where that is a proxy of the installation, whom it saw.
  ///
  /// Each proxy adds the address that it saw at the end of `X-Forwarded-For`. What stands before
  /// the first one that is not ours may be anybody's invention.
  ///
  /// - Parameters:
  ///   - peer: the other side of the connection.
  ///   - forwarded: the header `X-Forwarded-For`, where the request has one.
  ///   - proxies: the addresses of the installation's own proxies.
  static func of(peer: String, forwarded: String?, proxies: Set<String>) -> String {
    var seen = (forwarded ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    var address = peer
    while proxies.contains(address), let before = seen.popLast(), !before.isEmpty {
      address = before
    }
    return address
  }
}
