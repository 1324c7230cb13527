import HTML
import HTTPTypes
import Hummingbird

extension Request {
  /// Whether a form was sent from one of our own pages.
  ///
  /// Browsers say so themselves: `Sec-Fetch-Site` where they know it, `Origin` on every form. A
  /// form without either is not from a browser, or from one that hides where it comes from.
  func isFromThisSite(_ configuration: Site.Configuration) -> Bool {
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) {
      return site == "same-origin"
    }
    guard let origin = headers[.origin] else { return false }
    return ownOrigins(configuration).contains(origin)
  }

  /// The page of this site from which someone came, as their browser tells it; nil where it does
  /// not, and where they came from elsewhere.
  func cameFrom(_ configuration: Site.Configuration) -> Location? {
    guard let referrer = headers[.referer] else { return nil }
    for origin in ownOrigins(configuration) where referrer.hasPrefix(origin) {
      if let location = Location(returning: String(referrer.dropFirst(origin.count))) {
        return location
      }
    }
    return nil
  }

  private func ownOrigins(_ configuration: Site.Configuration) -> [String] {
    let asked = head.authority.map { ["http://\($0)", "https://\($0)"] } ?? []
    return asked + [configuration.address]
  }
}
