import Credentials
import Kernel
import SQLStore

@testable import Accounts

extension Ward {
  /// Signs in with a password.
  func signIn(
    _ given: String = "Rosa", _ password: String = Ward.password,
    from address: String = "198.51.100.7", hashing: Hashing = Ward.hashing,
    session: ID<Session>? = nil
  ) async throws -> NewSession {
    try await SignIn(
      store: store, world: world, hashing: hashing,
      browser: Ward.browser(address, session: session)
    ).withPassword(password, for: given.contains("@") ? given : Ward.address(given))
  }

  /// What a sign-in answers: `in`, the sentences of its problems, or a refusal's code.
  func answer(
    _ given: String, _ password: String, from address: String = "198.51.100.7"
  ) async throws -> String {
    do {
      return try await signIn(given, password, from: address).awaitsSecondFactor ? "waits" : "in"
    } catch let problems as Problems {
      return problems.all.map { "\($0.field ?? "-"): \($0.sentence)" }.joined(separator: "\n")
    } catch let refusal as any Refusal {
      return refusal.code
    }
  }

  /// Makes a link and opens it.
  func signInByLink(_ person: PersonID, session: ID<Session>? = nil) async throws -> NewSession {
    let world = world
    return try await store.write { writer in
      let link = try OneTimeLink.make(for: person, .signIn, in: world, writer: writer)
      return try OneTimeLink.redeem(
        token: String(link.path.split(separator: "/").last ?? ""),
        browser: Ward.browser(session: session), in: world, writer: writer)
    } ?? { throw Absent() }()
  }

  /// The session of a token.
  func session(_ opened: NewSession) async throws -> Session? {
    try await session(opened.token)
  }

  func session(_ token: SecretToken) async throws -> Session? {
    let now = clock.now
    return try await store.read {
      try Session.open(tokenHash: token.hash, now: now, reader: $0)
    }
  }

  /// Signs someone in by a link; the session.
  func openSession(_ person: PersonID) async throws -> Session {
    guard let session = try await session(try await signInByLink(person)) else { throw Absent() }
    return session
  }

  func passwordChange(_ session: Session) -> PasswordChange {
    PasswordChange(
      store: store, world: world, hashing: Ward.hashing, session: session,
      browser: Ward.browser(), site: Ward.site)
  }

  /// Gives someone the ward's password.
  func givePassword(_ person: PersonID) async throws {
    try await passwordChange(try await openSession(person)).set(
      PasswordChange.Typed(current: "", new: Ward.password, again: Ward.password))
  }

  func codes(_ hashing: Hashing = Ward.hashing) -> SecondFactorCheck {
    SecondFactorCheck(store: store, world: world, hashing: hashing, site: Ward.site)
  }

  /// Proposes a second factor; the app that has scanned it.
  func scan(_ person: PersonID) async throws -> OneTimePassword {
    let world = world
    let factor = try await store.write { writer in
      try SecondFactor.propose(for: person, in: world, writer: writer)
      return try SecondFactor.of(person, reader: writer)
    }
    guard case .proposed(let setUp) = factor, let app = OneTimePassword(base32: setUp.base32)
    else { throw Absent() }
    return app
  }

  /// The code that an app shows now.
  func code(_ app: OneTimePassword) -> String {
    app.code(step: OneTimePassword.step(at: clock.now.milliseconds))
  }

  func confirm(_ typed: String, _ session: Session) async throws -> SecretToken? {
    let world = world
    return try await store.write { writer in
      try SecondFactor.confirm(
        typed, in: session, site: Ward.site, world: world, writer: writer)
    }
  }

  /// Sets up a second factor for someone, and goes on to the next code; the app.
  func giveSecondFactor(_ person: PersonID) async throws -> OneTimePassword {
    let session = try await openSession(person)
    let app = try await scan(person)
    guard try await confirm(code(app), session) != nil else { throw Absent() }
    clock.advance(seconds: 30)
    return app
  }

  /// Asks for a link on the sign-in page.
  func askForLink(_ address: String, from network: String = "198.51.100.7") async throws {
    let world = world
    try await store.write { writer in
      try LinkRequest(
        address: address, returnTo: "/people", browser: Ward.browser(network), site: Ward.site
      ).send(in: world, writer: writer)
    }
  }

  /// The mails that were decided, oldest first.
  func mails() async throws -> [OutboxMessage] {
    try await store.read { try Outbox.latest(state: nil, before: nil, reader: $0) }.reversed()
  }

  /// The secret of the link in the newest mail.
  func mailedSecret() async throws -> String {
    let body = try await mails().last?.body ?? ""
    return String(body.split(separator: "/sign-in/link/").last?.prefix(32) ?? "")
  }

  func redeem(_ secret: String) async throws -> NewSession? {
    let world = world
    return try await store.write {
      try OneTimeLink.redeem(token: secret, browser: Ward.browser(), in: world, writer: $0)
    }
  }

  func acts() async throws -> [String] {
    let viewer = Viewer(
      person: nil, grants: [Grant(role: .administrator, scope: .institution)], now: world.now(),
      today: Ward.day(world.now()))
    return try await store.read {
      try Audit.entries(Audit.Query(), viewer: viewer, reader: $0)
    }.map(\.act).reversed()
  }
}
