import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct PasswordTests {
  private static let other = "eleven quiet corridors"

  private func set(
    _ ward: Ward, _ session: Session, current: String = "", new: String, again: String? = nil
  ) async throws {
    try await ward.passwordChange(session).set(
      PasswordChange.Typed(current: current, new: new, again: again ?? new))
  }

  @Test(arguments: Engine.available)
  func `a link of just now is enough to set a password, and links it to the local issuer`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      #expect(try await ward.answer("Rosa", Ward.password) == "in")
      let identity = Identity.local(of: ward.resident)
      let found = try await ward.store.read { try identity.find(reader: $0) }
      #expect(found == ward.resident)
      #expect(try await ward.mails().last?.subject == "Your password was set.")
      let notices = try await ward.store.read {
        try Notice.list(for: ward.resident, before: nil, reader: $0)
      }
      #expect(notices.map(\.sentence) == ["Your password was set."])
    }
  }

  @Test(arguments: Engine.available)
  func `ten minutes later the password that stands is asked for, or a new link`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let session = try await ward.openSession(ward.resident)
      ward.clock.advance(seconds: 600)
      await #expect(throws: AccountRefusal.signInAgain) {
        try await set(ward, session, new: Ward.password)
      }
      try await ward.givePassword(ward.resident)
      let byPassword = try #require(try await ward.session(try await ward.signIn()))
      await #expect(
        throws: Problems(field: "current-password", "This is not your present password.")
      ) { try await set(ward, byPassword, current: "something else", new: Self.other) }
      try await set(ward, byPassword, current: Ward.password, new: Self.other)
      #expect(try await ward.answer("Rosa", Self.other) == "in")
    }
  }

  @Test(arguments: Engine.available)
  func `guessing the present password in an open session is slowed down`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let session = try #require(try await ward.session(try await ward.signIn()))
      for _ in 1...6 {
        await #expect(throws: Problems.self) {
          try await set(ward, session, current: "a guess", new: Self.other)
        }
      }
      await #expect(throws: AccountRefusal.tooSoon(seconds: 2)) {
        try await set(ward, session, current: Ward.password, new: Self.other)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a new password ends the other sessions and the links that wait in the mailbox`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let other = try await ward.signIn()
      let own = try #require(try await ward.session(try await ward.signIn()))
      try await ward.askForLink("rosa@hospital.example")
      let secret = try await ward.mailedSecret()
      try await set(ward, own, current: Ward.password, new: Self.other)
      #expect(try await ward.session(other) == nil)
      let open = try await ward.store.read { [now = ward.clock.now] in
        try SessionLine.open(of: ward.resident, at: now, reader: $0)
      }
      #expect(open.map(\.id) == [own.id])
      #expect(try await ward.redeem(secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `every problem of a new password is said at once, each at its field`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let session = try await ward.openSession(ward.resident)
      for (new, again, fields) in [
        ("short", "shorter", ["new-password", "new-password-again"]),
        ("Rosason2026!!", "Rosason2026!!", ["new-password"]),
        ("rosa@hospital.example", "rosa@hospital.example", ["new-password"]),
        ("passwordpassword", "passwordpassword", ["new-password"]),
      ] {
        let problems = await #expect(throws: Problems.self) {
          try await set(ward, session, new: new, again: again)
        }
        #expect(problems?.all.map(\.field) == fields)
      }
      #expect(try await ward.number("SELECT count(*) FROM password") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a password can be removed; links remain`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let session = try #require(try await ward.session(try await ward.signIn()))
      await #expect(throws: Problems.self) {
        try await ward.passwordChange(session).remove(current: "something else")
      }
      try await ward.passwordChange(session).remove(current: Ward.password)
      #expect(try await ward.answer("Rosa", Ward.password) != "in")
      let identity = Identity.local(of: ward.resident)
      #expect(try await ward.store.read { try identity.find(reader: $0) } == nil)
      #expect(try await ward.session(try await ward.signInByLink(ward.resident)) != nil)
    }
  }
}
