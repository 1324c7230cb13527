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
    guard let origin = headers[.origin], let host = head.authority else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
      || origin == configuration.address
  }
}
