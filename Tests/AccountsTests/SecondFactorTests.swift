import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct SecondFactorTests {
  private static let wrong = Problems(
    field: "code",
    "This code is not right, or it was used already. Wait for the next one in your app.")

  @Test(arguments: Engine.available)
  func `the first code turns it on, gives the session a new token and ends the others`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let other = try await ward.signInByLink(ward.resident)
      let opened = try await ward.signInByLink(ward.resident)
      let session = try #require(try await ward.session(opened))
      let app = try await ward.scan(ward.resident)
      #expect(try await ward.confirm("000000", session) == nil)
      let token = try #require(try await ward.confirm(ward.code(app), session))
      #expect(try await ward.session(opened) == nil)
      #expect(try await ward.session(other) == nil)
      #expect(try await ward.session(token)?.id == session.id)
      #expect(try await ward.mails().last?.subject == "Your second factor was set up.")
      #expect(try await ward.acts().last == "second_factor.set_up")
    }
  }

  @Test(arguments: Engine.available)
  func `after a password or a link the code is asked for, and a new token given for it`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let app = try await ward.giveSecondFactor(ward.resident)
      for opened in [try await ward.signIn(), try await ward.signInByLink(ward.resident)] {
        let session = try #require(try await ward.session(opened))
        #expect(opened.awaitsSecondFactor && session.awaitsSecondFactor)
        let token = try await ward.codes().give(ward.code(app), to: session)
        #expect(try await ward.session(opened) == nil)
        #expect(try await ward.session(token)?.awaitsSecondFactor == false)
        ward.clock.advance(seconds: 30)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a code works once, and none before it afterwards`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.giveSecondFactor(ward.resident)
      let earlier = ward.code(app)
      ward.clock.advance(seconds: 30)
      let code = ward.code(app)
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      _ = try await ward.codes().give(code, to: session)
      for used in [code, earlier] {
        await #expect(throws: Self.wrong) { try await ward.codes().give(used, to: session) }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `of two requests with one code at once, one is let in`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.giveSecondFactor(ward.resident)
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      let code = ward.code(app)
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
  func `guessing is slowed down, also for the right code`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.giveSecondFactor(ward.resident)
      let session = try #require(
        try await ward.session(try await ward.signInByLink(ward.resident)))
      for _ in 1...6 {
        await #expect(throws: Self.wrong) { try await ward.codes().give("123 456", to: session) }
      }
      await #expect(throws: AccountRefusal.tooSoon(seconds: 2)) {
        try await ward.codes().give(ward.code(app), to: session)
      }
      ward.clock.advance(seconds: 2)
      _ = try await ward.codes().give(ward.code(app), to: session)
    }
  }

  @Test(arguments: Engine.available)
  func `a secret that was never confirmed opens nothing`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.office)
      let opened = try await ward.signIn("Olga")
      let session = try #require(try await ward.session(opened))
      #expect(session.awaitsSecondFactor)
      let app = try await ward.scan(ward.office)
      await #expect(throws: Self.wrong) {
        try await ward.codes().give(ward.code(app), to: session)
      }
      #expect(try await ward.session(opened)?.awaitsSecondFactor == true)
    }
  }

  @Test(arguments: Engine.available)
  func `a set-up that was begun keeps its secret, and a standing factor is not replaced`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.scan(ward.resident)
      #expect(try await ward.scan(ward.resident) == app)
      let session = try await ward.openSession(ward.resident)
      _ = try await ward.confirm(ward.code(app), session)
      await #expect(throws: AccountRefusal.factorStands) { try await ward.scan(ward.resident) }
      await #expect(throws: AccountRefusal.factorStands) {
        try await ward.confirm(ward.code(app), session)
      }
      try await ward.write { try SecondFactor.withdraw(for: ward.resident, writer: $0) }
      let factor = try await ward.store.read { try SecondFactor.of(ward.resident, reader: $0) }
      #expect(factor == .confirmed(since: TestClock.start, codesLeft: 0))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever finds an unlocked screen sets up no second factor`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let opened = try await ward.signInByLink(ward.resident)
      let app = try await ward.scan(ward.resident)
      let old = try #require(try await ward.session(opened))
      ward.clock.advance(seconds: 600)
      await #expect(throws: AccountRefusal.signInAgain) {
        try await ward.confirm(ward.code(app), old)
      }
      await #expect(throws: Problems.self) {
        try await ward.passwordChange(old).renewSession(current: "not the password")
      }
      let renewed = try #require(
        try await ward.passwordChange(old).renewSession(current: Ward.password))
      #expect(try await ward.session(opened) == nil)
      let fresh = try #require(try await ward.session(renewed))
      #expect(try await ward.passwordChange(fresh).renewSession(current: "") == nil)
      #expect(try await ward.confirm(ward.code(app), fresh) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `removing takes a code, and ends the other sessions`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let app = try await ward.giveSecondFactor(ward.resident)
      let other = try await ward.signInByLink(ward.resident)
      let session = try await ward.openSession(ward.resident)
      await #expect(throws: Self.wrong) {
        try await ward.codes().remove(with: "111111", in: session)
      }
      try await ward.codes().remove(with: ward.code(app), in: session)
      let factor = try await ward.store.read { try SecondFactor.of(ward.resident, reader: $0) }
      #expect(factor == .none)
      #expect(try await ward.session(other) == nil)
      #expect(try await ward.mails().last?.subject == "Your second factor was removed.")
    }
  }

  @Test(arguments: Engine.available)
  func `an administrator takes a lost one away and ends the sessions; the office does not`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.giveSecondFactor(ward.resident)
      let session = try await ward.signInByLink(ward.resident)
      for (person, viewer) in [
        (ward.resident, try await ward.viewer(ward.office)),
        (ward.administrator, try await ward.viewer(ward.administrator)),
      ] {
        await #expect(throws: Absent.self) { try await ward.reset(person, by: viewer) }
      }
      try await ward.reset(ward.resident, by: try await ward.viewer(ward.administrator))
      #expect(try await ward.session(session) == nil)
      #expect(try await ward.mails().last?.body.contains("by an administrator") == true)
      await #expect(throws: AccountRefusal.noFactor) {
        try await ward.reset(ward.resident, by: try await ward.viewer(ward.administrator))
      }
    }
  }
}

extension Ward {
  fileprivate func reset(_ person: PersonID, by viewer: Viewer) async throws {
    let world = world
    try await store.write {
      try SecondFactor.reset(of: person, by: viewer, site: Ward.site, world: world, writer: $0)
    }
  }
}
