package import Credentials
package import Kernel
import Roster
package import SQLStore

/// Setting, changing and removing one's own password.
package struct PasswordChange: Sendable {
  let store: any Store
  let world: World
  let hashing: Hashing
  let session: Session
  let browser: Browser
  /// The site's address, for mail.
  let site: String

  package init(
    store: any Store, world: World, hashing: Hashing, session: Session, browser: Browser,
    site: String
  ) {
    self.store = store
    self.world = world
    self.hashing = hashing
    self.session = session
    self.browser = browser
    self.site = site
  }

  /// The names of the fields.
  package enum Field {
    /// The password that stands.
    package static let current = "current-password"
    /// The new one.
    package static let new = "new-password"
    /// The new one once more.
    package static let again = "new-password-again"
  }

  /// What was typed.
  package struct Typed: Sendable {
    let current: String
    let new: String
    let again: String

    package init(current: String, new: String, again: String) {
      self.current = current
      self.new = new
      self.again = again
    }
  }

  /// Sets a password: ends the person's other sessions and unused links, and tells them.
  /// - Throws: ``Problems`` of the fields, ``AccountRefusal``, ``Busy``.
  package func set(_ typed: Typed) async throws {
    let owner = try await owner()
    try check(typed, owner)
    try await prove(typed.current, owner)
    let cost = hashing.cost
    let hash = try await hashing.work.run { try PasswordHash(typed.new, cost: cost) }
    let (session, world, site) = (session, world, site)
    try await store.write { writer in
      try Self.refuseChanged(owner, writer)
      try writer.execute(
        """
        INSERT INTO password (person_id, hash, changed_at)
        VALUES (\(session.person), \(hash.text), \(world.now()))
        ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash,
          changed_at = excluded.changed_at
        """)
      try Identity.local(of: session.person)
        .link(to: session.person, by: session.person, at: world.now(), writer: writer)
      try Self.endOthers(session, world, writer)
      try AccountChange.passwordSet.note(
        of: session.person, by: session.person, site, world, writer)
    }
  }

  /// Removes the password; mailed links remain.
  /// - Throws: as ``set(_:)``.
  package func remove(current: String) async throws {
    let owner = try await owner()
    try await prove(current, owner)
    let (session, world, site) = (session, world, site)
    try await store.write { writer in
      try Self.refuseChanged(owner, writer)
      let removed = try writer.execute(
        "DELETE FROM password WHERE person_id = \(session.person)")
      guard removed == 1 else { throw Absent() }
      try Identity.local(of: session.person).unlink(writer: writer)
      try Self.endOthers(session, world, writer)
      try AccountChange.passwordRemoved.note(
        of: session.person, by: session.person, site, world, writer)
    }
  }

  /// Makes the sign-in fresh where it is not, by the password that stands; a wrong one counts as at
  /// the sign-in.
  /// - Returns: the token of the new session; nil where the present one is fresh already.
  package func renewSession(current: String) async throws -> SecretToken? {
    guard !session.isFresh(at: world.now()) else { return nil }
    let owner = try await owner()
    try await prove(current, owner, OwnerCheck.beforeSecondFactor)
    let opening = Session.Opening(
      person: session.person, means: .password, awaitsSecondFactor: false,
      browser: Browser(
        address: browser.address, device: browser.device, session: session.id))
    let world = world
    return try await store.write { writer in
      try Self.refuseChanged(owner, writer)
      return try Session.begin(opening, in: world, to: writer)
    }
  }
}

extension PasswordChange {
  /// What is known of whose password it is.
  private struct Owner: Sendable {
    let account: Account
    /// Words that others know of them: names, address, number.
    let words: [String]
    let institution: String
  }

  private func owner() async throws -> Owner {
    let person = session.person
    return try await store.read { reader in
      guard let account = try Account.find(person, reader: reader),
        let row = try reader.first(
          """
          SELECT family_name, given_name, preferred_name, personnel_number FROM person
          WHERE id = \(person)
          """)
      else { throw Absent() }
      let words = try ["family_name", "given_name", "preferred_name", "personnel_number"]
        .compactMap { try row.textOrNil($0) }
      return Owner(
        account: account, words: words + [account.address ?? ""],
        institution: try Settings(reader: reader).institutionName)
    }
  }

  private func check(_ typed: Typed, _ owner: Owner) throws(Problems) {
    var problems = Problems()
    let host = site.split(separator: "/").last.map(String.init) ?? ""
    let rules = PasswordRules(siteWords: [owner.institution, "Housestaff", host])
    for problem in rules.problems(in: typed.new, of: owner.words) {
      problems.add(Field.new, problem.sentence)
    }
    if typed.new != typed.again {
      problems.add(Field.again, "This differs from the new password above. Type both again.")
    }
    try problems.throwIfAny()
  }

  private func prove(
    _ current: String, _ owner: Owner,
    _ rule: (Session, Bool, Instant) -> OwnerCheck = OwnerCheck.beforePassword
  ) async throws {
    let now = world.now()
    switch rule(session, owner.account.passwordHash != nil, now) {
    case .settled: return
    case .newSignIn: throw AccountRefusal.signInAgain
    case .password: break
    }
    let throttle = SignInThrottle.password(
      account: Person.addressKey(owner.account.address ?? owner.account.person.text),
      network: ClientNetwork.of(browser.address))
    if let wait = try await store.write({ try throttle.charge(now: now, writer: $0) }) {
      throw AccountRefusal.tooSoon(seconds: wait)
    }
    let verdict = try await PasswordCheck(hashing: hashing, throttle: throttle)
      .verdict(on: current, against: owner.account.passwordHash, in: store)
    guard verdict.isRight else {
      throw Problems(field: Field.current, "This is not your present password.")
    }
    try await store.write { try throttle.succeed(writer: $0) }
  }

  /// Refuses where the password changed while this one was being checked.
  private static func refuseChanged(_ owner: Owner, _ reader: any SQLReader) throws {
    let now = try Account.find(owner.account.person, reader: reader)
    guard now?.passwordHash == owner.account.passwordHash else {
      throw Problems(
        field: Field.current, "Your password was changed elsewhere just now. Start again.")
    }
  }

  private static func endOthers(
    _ session: Session, _ world: World, _ writer: any SQLWriter
  ) throws {
    let now = world.now()
    try Session.endAll(of: session.person, but: session.id, at: now, to: writer)
    try OneTimeLink.endAll(of: session.person, at: now, writer: writer)
  }
}
