import Kernel
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct ThrottleTests {
  @Test(arguments: Engine.available)
  func `after six wrong passwords one waits, and the wait passes by itself`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for _ in 1...6 { _ = try await ward.answer("Rosa", "wrong password") }
      #expect(try await ward.answer("Rosa", Ward.password) == "too-soon")
      await #expect(throws: AccountRefusal.tooSoon(seconds: 2)) { try await ward.signIn() }
      ward.clock.advance(seconds: 2)
      #expect(try await ward.answer("Rosa", Ward.password) == "in")
    }
  }

  @Test(arguments: Engine.available)
  func `a success forgets the wrong attempts before it`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for _ in 1...3 {
        for _ in 1...5 { _ = try await ward.answer("Rosa", "wrong password") }
        #expect(try await ward.answer("Rosa", Ward.password) == "in")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever attacks elsewhere does not make the owner wait`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for _ in 1...15 { _ = try await ward.answer("Rosa", "wrong", from: "203.0.113.9") }
      #expect(try await ward.answer("Rosa", Ward.password, from: "203.0.113.9") == "too-soon")
      #expect(try await ward.answer("Rosa", Ward.password, from: "198.51.100.7") == "in")
    }
  }

  @Test(arguments: Engine.available)
  func `a hundred attempts in one moment count like attempts one after the other`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 1...100 { group.addTask { try await ward.answer("Rosa", "wrong password") } }
        return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      }
      #expect(answers["too-soon"] == 94)
    }
  }

  @Test(arguments: Engine.available)
  func `no attack from anywhere locks anyone out for more than a quarter of an hour`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for round in 0..<60 {
        for network in ["203.0.113.9", "203.0.113.10", "198.51.100.7"] {
          _ = try await ward.answer("Rosa", "wrong \(round)", from: network)
        }
        ward.clock.advance(seconds: 901)
      }
      for _ in 1...3 { _ = try await ward.answer("Rosa", "wrong", from: "198.51.100.7") }
      ward.clock.advance(seconds: 901)
      #expect(try await ward.answer("Rosa", Ward.password, from: "198.51.100.7") == "in")
    }
  }

  @Test(arguments: Engine.available)
  func `waiting attempts are not counted, so that the wait does not grow`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for _ in 1...50 { _ = try await ward.answer("Rosa", "wrong password") }
      await #expect(throws: AccountRefusal.tooSoon(seconds: 2)) { try await ward.signIn() }
    }
  }

  @Test(arguments: Engine.available)
  func `one network that tries many accounts has to wait`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      for number in 1...51 {
        _ = try await ward.answer("someone\(number)@hospital.example", "Password-2026")
      }
      let next = try await ward.answer("someone52@hospital.example", "Password-2026")
      #expect(next == "too-soon")
      let other = try await ward.answer("Rosa", "wrong password", from: "192.0.2.44")
      #expect(other != "too-soon")
    }
  }

  @Test(arguments: Engine.available)
  func `right passwords of a whole hospital behind one address count for nothing`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.givePassword(ward.resident)
      for _ in 1...60 { #expect(try await ward.answer("Rosa", Ward.password) == "in") }
      #expect(
        try await ward.number("SELECT count(*) FROM sign_in_throttle WHERE failures > 0") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `neither mail addresses nor network addresses are stored in the clear`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.answer("Rosa", "wrong password")
      try await ward.askForLink("nobody@elsewhere.example")
      let keys =
        try await ward.texts("SELECT key FROM sign_in_throttle")
        + ward.texts("SELECT key FROM link_request")
      #expect(keys.count == 6)
      #expect(keys.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
  }

  @Test(arguments: [
    ("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
    ("2001:db8:1:2::1", "2001:db8:1:2"), ("2001:DB8::9", "2001:db8:0:0"),
    ("fe80::1%eth0", "fe80:0:0:0"), ("::ffff:203.0.113.9", "203.0.113.9"),
  ])
  func `a network is an address of IPv4 or the first half of one of IPv6`(
    address: String, network: String
  ) {
    #expect(ClientNetwork.of(address) == network)
  }

  @Test(arguments: ["127.0.0.1", "::1", "unknown", "", "::ffff:127.0.0.1"])
  func `what does not tell people apart is no network`(address: String) {
    #expect(ClientNetwork.of(address) == nil)
  }
}
