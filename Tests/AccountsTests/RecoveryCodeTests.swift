import Credentials
import Kernel
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct RecoverySheetTests {
  @Test(arguments: Engine.available)
  func `a recovery code stands in once, however it is typed, and its use is told`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.giveSecondFactor(ward.resident)
      let sheet = try await ward.sheet()
      #expect(sheet.count == 10)
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      let typed = sheet[3].uppercased().replacing("-", with: " ")
      _ = try await ward.codes().give(typed, to: session)
      #expect(try await ward.mails().last?.subject.hasPrefix("A recovery code was used") == true)
      await #expect(throws: Problems.self) {
        try await ward.codes().give(sheet[3], to: session)
      }
      #expect(try await ward.number("SELECT count(*) FROM recovery_code") == 9)
    }
  }

  @Test(arguments: Engine.available)
  func `of two requests with one recovery code at once, one is let in`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.giveSecondFactor(ward.resident)
      let code = try await ward.sheet()[0]
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      let winners = await withTaskGroup(of: Bool.self) { group in
        for _ in 1...4 {
          group.addTask { (try? await ward.codes().give(code, to: session)) != nil }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(winners == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `new codes end the old ones, and none is stored readably`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.giveSecondFactor(ward.resident)
      let old = try await ward.sheet()
      let new = try await ward.sheet()
      #expect(Set(old).isDisjoint(with: new))
      let stored = try await ward.texts("SELECT hash FROM recovery_code")
      #expect(stored.count == 10)
      #expect(stored.allSatisfy { $0.hasPrefix("argon2id$") })
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      await #expect(throws: Problems.self) {
        try await ward.codes().give(old[0], to: session)
      }
      _ = try await ward.codes().give(new[0], to: session)
    }
  }

  @Test(arguments: Engine.available)
  func `ten minutes after the sign-in, new codes take a code`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.giveSecondFactor(ward.resident)
      let session = try await ward.openSession(ward.resident)
      ward.clock.advance(seconds: 600)
      await #expect(throws: AccountRefusal.signInAgain) {
        try await ward.codes().newSheet(nil, in: session)
      }
      await #expect(throws: Problems.self) {
        try await ward.codes().newSheet("000000", in: session)
      }
      #expect(try await ward.number("SELECT count(*) FROM recovery_code") == 0)
      #expect(try await ward.codes().newSheet(ward.code(app), in: session).count == 10)
    }
  }

  @Test(arguments: Engine.available)
  func `without a second factor there are no codes`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let session = try await ward.openSession(ward.resident)
      _ = try await ward.scan(ward.resident)
      await #expect(throws: AccountRefusal.noFactor) {
        try await ward.codes().newSheet(nil, in: session)
      }
    }
  }
}

extension Ward {
  /// A new sheet of codes for the resident, as it is shown.
  fileprivate func sheet() async throws -> [String] {
    try await codes().newSheet(nil, in: try await openSession(resident)).map(\.text)
  }
}
