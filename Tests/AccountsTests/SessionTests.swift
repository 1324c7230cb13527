import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct SessionTests {
  @Test(arguments: Engine.available)
  func `a session ends after two hours without a request`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let opened = try await ward.signInByLink(ward.resident)
      ward.clock.advance(seconds: 7199)
      #expect(try await ward.session(opened) != nil)
      ward.clock.advance(seconds: 1)
      #expect(try await ward.session(opened) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `a session ends after twelve hours, however much it is used`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let opened = try await ward.signInByLink(ward.resident)
      for _ in 1...11 {
        ward.clock.advance(seconds: 3600)
        #expect(try await ward.session(opened) != nil)
        let now = ward.clock.now
        try await ward.write {
          try Session.touch(tokenHash: opened.token.hash, now: now, writer: $0)
        }
      }
      ward.clock.advance(seconds: 3600)
      #expect(try await ward.session(opened) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `deactivating someone ends their sessions, also for when it is taken back`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let opened = try await ward.signInByLink(ward.resident)
      let (viewer, now) = (try await ward.viewer(ward.office), ward.clock.now)
      try await ward.write { try Person.deactivate(ward.resident, by: viewer, to: $0) }
      #expect(try await ward.session(opened) == nil)
      try await ward.write { writer in
        try Session.endAll(of: ward.resident, at: now, to: writer)
        try Person.reactivate(ward.resident, by: viewer, to: writer)
      }
      #expect(try await ward.session(opened) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `a person lists their own open sessions and ends one or all others`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let own = try await ward.openSession(ward.resident)
      ward.clock.advance(seconds: 1)
      let second = try await ward.openSession(ward.resident)
      ward.clock.advance(seconds: 1)
      let third = try await ward.openSession(ward.resident)
      let stranger = try await ward.openSession(ward.office)
      let now = ward.clock.now
      let list: @Sendable (any SQLReader) throws -> [ID<Session>] = {
        try SessionLine.open(of: ward.resident, at: now, reader: $0).map(\.id)
      }
      #expect(try await ward.store.read(list) == [third.id, second.id, own.id])
      try await ward.write { try Session.end(second.id, of: ward.resident, at: now, to: $0) }
      #expect(try await ward.store.read(list) == [third.id, own.id])
      for absent in [stranger.id, second.id] {
        await #expect(throws: Absent.self) {
          try await ward.write { try Session.end(absent, of: ward.resident, at: now, to: $0) }
        }
      }
      let ended = try await ward.write {
        try Session.endAll(of: ward.resident, but: own.id, at: now, to: $0)
      }
      #expect(ended == 1)
      #expect(try await ward.store.read(list) == [own.id])
    }
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Windows"
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/138.0 Safari/537.36 Edg/138.0",
      "Edge on Windows"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1",
      "Safari on iPhone"
    ),
    ("Mozilla/5.0 (Linux; Android 15) Chrome/138.0 Mobile Safari/537.36", "Chrome on Android"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18.5 Safari/605.1", "Safari on a Mac"),
    ("curl/8.14", "A browser"), ("", "A browser"),
  ])
  func `a device is told in the words of its owner`(userAgent: String, words: String) {
    #expect(Device.words(userAgent) == words)
  }

  @Test func `of what a browser says of itself, a bounded part without control signs is kept`() {
    #expect(Device.kept("a\u{0}b\nc\u{7F}") == "abc")
    #expect(Device.kept(String(repeating: "x", count: 10_000)).count == 200)
  }
}
