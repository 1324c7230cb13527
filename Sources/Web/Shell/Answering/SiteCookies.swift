/// The site's two cookies: the session, and the sentence of the last action.
struct SiteCookies: Sendable {
  let session: String?
  let flash: String?

  /// Reads the header of a request.
  init(_ header: String, _ configuration: Site.Configuration) {
    var found: [Substring: Substring] = [:]
    for pair in header.split(separator: ";") {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { found[parts[0]] = parts[1] }
    }
    let names = Names(configuration)
    self.session = found[names.session[...]].map(String.init)
    self.flash = found[names.flash[...]].flatMap { FormFields(encoded: "s=" + $0)?.given("s") }
  }

  /// The names; with TLS the browser refuses them from anywhere but this host.
  private struct Names {
    let session: String
    let flash: String

    init(_ configuration: Site.Configuration) {
      let prefix = configuration.isSecure ? "__Host-" : ""
      self.session = prefix + "housestaff"
      self.flash = prefix + "housestaff-said"
    }
  }

  /// The header that gives the browser a session's token, or takes it away with nil.
  static func session(_ token: String?, _ configuration: Site.Configuration) -> String {
    header(Names(configuration).session, token, configuration)
  }

  /// The header that keeps a sentence for the next page, or forgets it with nil.
  static func flash(_ sentence: String?, _ configuration: Site.Configuration) -> String {
    header(Names(configuration).flash, sentence.map(encoded), configuration)
  }

  private static func header(
    _ name: String, _ value: String?, _ configuration: Site.Configuration
  ) -> String {
    "\(name)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
      + (configuration.isSecure ? "; Secure" : "") + (value == nil ? "; Max-Age=0" : "")
  }

  private static func encoded(_ sentence: String) -> String {
    sentence.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }.joined()
  }
}
