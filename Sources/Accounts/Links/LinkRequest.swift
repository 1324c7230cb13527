import Credentials
package import Kernel
import Roster
package import SQLStore

/// Asking for a link by mail, from the sign-in page.
package struct LinkRequest: Sendable {
  /// The address as typed.
  package let address: String
  /// The path to go on to after signing in.
  package let returnTo: String
  package let browser: Browser
  /// The site's address, for the link.
  package let site: String

  package init(address: String, returnTo: String, browser: Browser, site: String) {
    self.address = address
    self.returnTo = returnTo
    self.browser = browser
    self.site = site
  }

  /// How many links may be asked for in an hour.
  package enum Limit {
    /// For one address from one network: enough for whoever looks into the wrong mailbox.
    package static let accountFromNetwork = 5
    /// For one address from anywhere, so that nobody's mailbox is flooded.
    package static let account = 20
    /// From one network, which may be a whole hospital's.
    package static let network = 60
  }

  /// Mails a link to the person of the address, where there is one.
  ///
  /// The caller learns nothing of whether there is: the same rows are counted and the same is
  /// answered. What a known address costs beyond that, two rows in the same transaction, disappears
  /// in the time of writing to disk.
  /// - Throws: ``AccountRefusal/tooManyLinks(seconds:)``, for known and unknown addresses alike.
  package func send(in world: World, writer: any SQLWriter) throws {
    let now = world.now()
    for (key, limit) in limits { try count(key, limit, now, world, writer) }
    guard let account = try Account.find(address: address, reader: writer) else { return }
    try LinkLetter.requested(browser, site: site)
      .send(to: account, returnTo: returnTo, in: world, writer: writer)
  }

  private var limits: [(key: String, limit: Int)] {
    let account = Person.addressKey(address)
    var limits = [(["link", account], Limit.account)]
    if let network = ClientNetwork.of(browser.address) {
      limits.append((["link", account, network], Limit.accountFromNetwork))
      limits.append((["link", "", network], Limit.network))
    }
    return limits.map { (SecretToken.tokenHash(of: $0.0.joined(separator: "\n")), $0.1) }
  }

  private func count(
    _ key: String, _ limit: Int, _ now: Instant, _ world: World, _ writer: any SQLWriter
  ) throws {
    let since = now.adding(seconds: -3600)
    // The request of this hour with which the limit was reached: when it is an hour old, one more
    // may follow.
    let row = try writer.first(
      """
      SELECT at FROM link_request WHERE key = \(key) AND at > \(since)
      ORDER BY at DESC LIMIT 1 OFFSET \(limit - 1)
      """)
    if let reached = try row?.instant("at") {
      throw AccountRefusal.tooManyLinks(seconds: max(1, reached.seconds(since: since)))
    }
    try writer.execute(
      """
      INSERT INTO link_request (id, key, at)
      VALUES (\(world.newID(ID<LinkRequest>.self)), \(key), \(now))
      """)
  }
}
