import Credentials
package import Kernel
import Roster
package import SQLStore

/// Signing in with a password.
package struct SignIn: Sendable {
  let store: any Store
  let world: World
  let hashing: Hashing
  let browser: Browser

  package init(store: any Store, world: World, hashing: Hashing, browser: Browser) {
    self.store = store
    self.world = world
    self.hashing = hashing
    self.browser = browser
  }

  /// The names of the fields.
  package enum Field {
    /// The mail address.
    package static let address = "address"
    /// The password.
    package static let password = "password"
  }

  /// Opens a session for whoever has this address and password.
  ///
  /// An unknown address, one without a password and a wrong password give the same answer after
  /// the same work. The password is hashed outside of every transaction.
  /// - Throws: ``Problems``, ``AccountRefusal/tooSoon(seconds:)`` or ``Busy``.
  package func withPassword(_ password: String, for address: String) async throws -> NewSession {
    let throttle = SignInThrottle.password(
      account: Person.addressKey(address), network: ClientNetwork.of(browser.address))
    let account = try await admit(address, throttle)
    let verdict = try await PasswordCheck(hashing: hashing, throttle: throttle)
      .verdict(on: password, against: account?.passwordHash, in: store)
    guard verdict.isRight, let account else { throw Self.mismatch }
    let (world, browser) = (world, browser)
    let opened = try await store.write { writer in
      try Self.open((account, verdict), throttle, browser, world, writer)
    }
    guard let opened else { throw Self.mismatch }
    return opened
  }

  private static let mismatch = Problems(
    field: Field.password,
    "That address and password do not go together. Try again, or have a link mailed to you.")

  private func admit(_ address: String, _ throttle: SignInThrottle) async throws -> Account? {
    let now = world.now()
    let (wait, account) = try await store.write { writer in
      let wait = try throttle.charge(now: now, writer: writer)
      return (wait, wait == nil ? try Account.find(address: address, reader: writer) : nil)
    }
    if let wait { throw AccountRefusal.tooSoon(seconds: wait) }
    return account
  }

  /// - Returns: nil where the password was changed, or the person deactivated, since it was
  ///   checked.
  private static func open(
    _ checked: (account: Account, verdict: PasswordCheck.Verdict), _ throttle: SignInThrottle,
    _ browser: Browser, _ world: World, _ writer: any SQLWriter
  ) throws -> NewSession? {
    guard let account = try Account.find(checked.account.person, reader: writer),
      account.passwordHash == checked.account.passwordHash
    else { return nil }
    try throttle.succeed(writer: writer)
    if let better = checked.verdict.better {
      try writer.execute(
        "UPDATE password SET hash = \(better.text) WHERE person_id = \(account.person)")
    }
    return try begin(account, .password, browser, world, writer)
  }

  /// Opens the session of someone who has shown who they are.
  static func begin(
    _ account: Account, _ means: Session.Means, _ browser: Browser, _ world: World,
    _ writer: any SQLWriter
  ) throws -> NewSession {
    let rule = try SecondFactorRule(reader: writer)
    let mustSetUp =
      try !account.hasSecondFactor && rule.applies(after: means)
      && SecondFactor.isAsked(of: account.person, at: world.now(), reader: writer)
    if mustSetUp { try SecondFactor.propose(for: account.person, in: world, writer: writer) }
    let waits = means != .demonstration && (account.hasSecondFactor || mustSetUp)
    let token = try Session.begin(
      Session.Opening(
        person: account.person, means: means, awaitsSecondFactor: waits, browser: browser),
      in: world, to: writer)
    return NewSession(token: token, awaitsSecondFactor: waits, returnTo: "/")
  }
}
