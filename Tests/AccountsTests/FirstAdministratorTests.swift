import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct FirstAdministratorTests {
  private let clock: TestClock
  private let world: World

  init() {
    clock = TestClock()
    world = .test(clock)
  }

  private func begin(_ store: any Store, _ given: String) async throws -> OneTimeLink.Made {
    let (world, today) = (world, Ward.day(clock.now))
    return try await store.write {
      try FirstAdministrator.link(.named(given, .staff), on: today, in: world, to: $0)
    }
  }

  private func redeem(_ store: any Store, _ made: OneTimeLink.Made) async throws -> NewSession? {
    let world = world
    return try await store.write {
      try OneTimeLink.redeem(
        token: String(made.path.split(separator: "/").last ?? ""), browser: Ward.browser(),
        in: world, writer: $0)
    }
  }

  @Test(arguments: Engine.available)
  func `the first administrator gets in once, within a day, and is one`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let link = try await begin(store, "Ada")
      #expect(link.path.hasPrefix("/sign-in/link/"))
      clock.advance(seconds: 86_399)
      let opened = try #require(try await redeem(store, link))
      #expect(try await redeem(store, link) == nil)
      let now = clock.now
      let viewer = try await store.read { reader in
        let session = try Session.open(tokenHash: opened.token.hash, now: now, reader: reader)
        return try Viewer(
          person: session?.person ?? ID(stored: ""), now: now, today: Ward.day(now),
          reader: reader)
      }
      #expect(viewer.mayAdminister)
    }
  }

  @Test(arguments: Engine.available)
  func `the first administrator is one where it is still yesterday`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let opened = try #require(try await redeem(store, try await begin(store, "Ada")))
      let now = clock.now
      let viewer = try await store.read { reader in
        let session = try Session.open(tokenHash: opened.token.hash, now: now, reader: reader)
        return try Viewer(
          person: session?.person ?? ID(stored: ""), now: now,
          today: Ward.day(now).adding(days: -1), reader: reader)
      }
      #expect(viewer.mayAdminister)
    }
  }

  @Test(arguments: Engine.available)
  func `a link that was not used in a day works no more, and a new one can be had`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let first = try await begin(store, "Ada")
      clock.advance(seconds: 86_400)
      #expect(try await redeem(store, first) == nil)
      let second = try await begin(store, "Ada")
      let third = try await begin(store, "Ada")
      #expect(try await redeem(store, second) == nil)
      #expect(try await redeem(store, third) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody else becomes first administrator, neither before nor after the sign-in`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let link = try await begin(store, "Ada")
      await #expect(throws: RosterRefusal.alreadyBegun) { try await begin(store, "Mallory") }
      _ = try await redeem(store, link)
      for given in ["Ada", "Mallory"] {
        await #expect(throws: AccountRefusal.alreadyBegun) { try await begin(store, given) }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an administrator who cannot get in is given a link, which is recorded`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.giveSecondFactor(ward.administrator)
      let link = try #require(try await ward.rescue("ADA@hospital.example"))
      #expect(try await ward.acts().last == "administrator.link_made")
      #expect(try await ward.redeem(link)?.awaitsSecondFactor == true)
      let open = try #require(
        try await ward.rescue("ada@hospital.example", dropsSecondFactor: true))
      #expect(try await ward.redeem(open)?.awaitsSecondFactor == false)
      #expect(try await ward.rescue("olga@hospital.example") == nil)
      #expect(try await ward.rescue("nobody@hospital.example") == nil)
    }
  }
}

extension Ward {
  fileprivate func rescue(
    _ address: String, dropsSecondFactor: Bool = false
  ) async throws -> String? {
    let (world, today) = (world, Ward.day(clock.now))
    let link = try await store.write {
      try FirstAdministrator.newLink(
        address: address, on: today, dropsSecondFactor: dropsSecondFactor, in: world, to: $0)
    }
    return link.map { String($0.path.dropFirst("/sign-in/link/".count)) }
  }
}
