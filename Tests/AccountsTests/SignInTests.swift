import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct SignInTests {
  private static let mismatch = """
    password: That address and password do not go together. Try again, or have a link mailed to you.
    """

  @Test(arguments: Engine.available)
  func `the right address and password open a session, whatever the letter case of the address`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let opened = try await ward.signIn("ROSA@Hospital.Example")
      let session = try #require(try await ward.session(opened))
      #expect(session.person == ward.resident)
      #expect(session.means == .password)
      #expect(!session.awaitsSecondFactor)
      #expect(try await ward.acts().last == "session.started")
    }
  }

  @Test(arguments: Engine.available)
  func `only a hash of the token is stored`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let token = try await ward.signIn().token
      let hashes = try await ward.texts("SELECT token_hash FROM session")
      #expect(hashes.contains(token.hash))
      #expect(!hashes.contains(token.text))
      #expect(token.text.count == 32)
    }
  }

  @Test(arguments: Engine.available)
  func `a wrong password, an unknown address and one without password are answered alike`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      try await ward.givePassword(ward.office)
      let viewer = try await ward.viewer(ward.administrator)
      try await ward.write { try Person.deactivate(ward.office, by: viewer, to: $0) }
      for (given, password) in [
        ("Rosa", "not the password"), ("Nobody", Ward.password), ("Ada", Ward.password),
        ("Olga", Ward.password), ("Rosa", String(repeating: "x", count: 100_000)),
      ] {
        #expect(try await ward.answer(given, password) == Self.mismatch)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a known and an unknown address take the same statements`(engine: Engine) async throws {
    let trace = StatementTrace()
    try await withWard(engine, trace: trace) { ward in
      try await ward.givePassword(ward.resident)
      _ = trace.take()
      _ = try await ward.answer("Rosa", "not the password")
      let known = trace.take()
      _ = try await ward.answer("Nobody", "not the password")
      #expect(trace.take() == known)
    }
  }

  @Test(arguments: Engine.available)
  func `a password that was hashed cheaply is hashed anew`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let before = try await ward.texts("SELECT hash FROM password")
      let dearer = Hashing(
        cost: PasswordCost(memory: 65_536, passes: 2),
        work: BoundedWork(atOnce: 1, waiting: 10))
      _ = try await ward.signIn(hashing: dearer)
      let after = try await ward.texts("SELECT hash FROM password")
      #expect(after != before)
      #expect(after.first?.contains("m=64,t=2") == true)
      #expect(try await ward.answer("Rosa", Ward.password) == "in")
    }
  }

  @Test(arguments: Engine.available)
  func `a sign-in ends the session that the browser had`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let planted = try await ward.signIn()
      let session = try #require(try await ward.session(planted))
      let opened = try await ward.signIn(session: session.id)
      #expect(opened.token != planted.token)
      #expect(try await ward.session(planted) == nil)
      #expect(try await ward.session(opened) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `where too many hash at once the attempt is refused and not counted`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let full = BoundedWork(atOnce: 1, waiting: 0)
      let gate = Gate()
      async let blocking: Void = full.run { gate.wait() }
      while !gate.isReached { await Task.yield() }
      let hashing = Hashing(cost: .quickForTests, work: full)
      for _ in 1...10 {
        await #expect(throws: Busy()) { try await ward.signIn(hashing: hashing) }
      }
      gate.open()
      try await blocking
      let counted = try await ward.number(
        "SELECT count(*) FROM sign_in_throttle WHERE failures > 0")
      #expect(counted == 0)
      #expect(try await ward.answer("Rosa", Ward.password) == "in")
    }
  }
}
