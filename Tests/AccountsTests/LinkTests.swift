import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct LinkTests {
  @Test(arguments: Engine.available)
  func `a link that was asked for comes by mail, says who asked, and signs in once`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("Rosa@hospital.example")
      let mail = try #require(try await ward.mails().last)
      #expect(mail.recipient == "rosa@hospital.example")
      #expect(mail.kind == "account")
      #expect(mail.body.contains("Firefox on Windows"))
      #expect(mail.body.contains("10:00 am on July 1, 2026"))
      #expect(mail.body.contains("until 10:20 am"))
      let secret = try await ward.mailedSecret()
      let opened = try #require(try await ward.redeem(secret))
      #expect(opened.returnTo == "/people")
      #expect(try await ward.session(opened)?.means == .link)
      #expect(try await ward.redeem(secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `looking at a link does not use it up`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example")
      let (secret, now) = (try await ward.mailedSecret(), ward.clock.now)
      for _ in 1...3 {
        let pending = try await ward.store.read {
          try OneTimeLink.pending(token: secret, at: now, reader: $0)
        }
        #expect(pending == OneTimeLink.Pending(name: "Rosa Rosason", purpose: .signIn))
      }
      #expect(try await ward.redeem(secret) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `of two devices that use one link at once, one gets in`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      for _ in 1...5 {
        try await ward.askForLink("rosa@hospital.example", from: "127.0.0.1")
        let secret = try await ward.mailedSecret()
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
          for _ in 1...8 { group.addTask { try await ward.redeem(secret) != nil } }
          return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a link works for twenty minutes`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example")
      let first = try await ward.mailedSecret()
      ward.clock.advance(seconds: 20 * 60 - 1)
      #expect(try await ward.redeem(first) != nil)
      try await ward.askForLink("rosa@hospital.example")
      let second = try await ward.mailedSecret()
      ward.clock.advance(seconds: 20 * 60)
      #expect(try await ward.redeem(second) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `using one link ends the others in the same mailbox`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example")
      let first = try await ward.mailedSecret()
      ward.clock.advance(seconds: 1)
      try await ward.askForLink("rosa@hospital.example")
      #expect(try await ward.redeem(try await ward.mailedSecret()) != nil)
      #expect(try await ward.redeem(first) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `an unknown address is counted like a known one and gets no mail`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example", from: "192.0.2.1")
      let known = try await ward.number("SELECT count(*) FROM link_request")
      try await ward.askForLink("nobody@hospital.example", from: "192.0.2.2")
      #expect(try await ward.number("SELECT count(*) FROM link_request") == 2 * known)
      #expect(try await ward.mails().map(\.recipient) == ["rosa@hospital.example"])
    }
  }

  @Test(arguments: Engine.available, ["rosa@hospital.example", "nobody@hospital.example"])
  func `five links an hour may be asked for from one network, known or not`(
    engine: Engine, address: String
  ) async throws {
    try await withWard(engine) { ward in
      for _ in 1...5 {
        try await ward.askForLink(address)
        ward.clock.advance(seconds: 60)
      }
      await #expect(throws: AccountRefusal.tooManyLinks(seconds: 3300)) {
        try await ward.askForLink(address)
      }
      try await ward.askForLink(address, from: "192.0.2.44")
      ward.clock.advance(seconds: 3300)
      try await ward.askForLink(address)
    }
  }

  @Test(arguments: Engine.available)
  func `twenty links an hour go to one mailbox, from however many networks`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      for number in 1...20 {
        try await ward.askForLink("rosa@hospital.example", from: "192.0.2.\(number)")
      }
      await #expect(throws: AccountRefusal.tooManyLinks(seconds: 3600)) {
        try await ward.askForLink("rosa@hospital.example", from: "192.0.2.77")
      }
      #expect(try await ward.mails().count == 20)
    }
  }

  @Test(arguments: Engine.available)
  func `someone deactivated gets no link, and the one they had works no more`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example")
      let (secret, now) = (try await ward.mailedSecret(), ward.clock.now)
      let viewer = try await ward.viewer(ward.administrator)
      try await ward.write { try Person.deactivate(ward.resident, by: viewer, to: $0) }
      try await ward.askForLink("rosa@hospital.example")
      #expect(try await ward.mails().count == 1)
      let pending = try await ward.store.read {
        try OneTimeLink.pending(token: secret, at: now, reader: $0)
      }
      #expect(pending == nil)
      #expect(try await ward.redeem(secret) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `the secret of a link stands in the mail alone`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      try await ward.askForLink("rosa@hospital.example")
      let secret = try await ward.mailedSecret()
      let hashes = try await ward.texts("SELECT token_hash FROM one_time_link")
      #expect(hashes.count == 1 && !hashes.contains(secret))
    }
  }
}

@Suite struct InvitationTests {
  @Test(arguments: Engine.available)
  func `the office sends someone a link that works for three days`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let (viewer, world) = (try await ward.viewer(ward.office), ward.world)
      let address = try await ward.write {
        try LinkLetter.invite(ward.resident, by: viewer, site: Ward.site, in: world, writer: $0)
      }
      #expect(address == "rosa@hospital.example")
      let mail = try #require(try await ward.mails().last)
      #expect(mail.body.contains("Olga Olgason sent it to you"))
      #expect(try await ward.acts().last == "link.sent")
      ward.clock.advance(seconds: 3 * 86_400 - 1)
      #expect(try await ward.redeem(try await ward.mailedSecret()) != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody else sends links, and none goes where no mail goes`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let (resident, office) = (
        try await ward.viewer(ward.resident), try await ward.viewer(ward.office)
      )
      let world = ward.world
      await #expect(throws: Absent.self) {
        try await ward.write {
          try LinkLetter.invite(ward.office, by: resident, site: Ward.site, in: world, writer: $0)
        }
      }
      await #expect(throws: AccountRefusal.noAddress(name: "Nora Norason")) {
        try await ward.write { writer in
          let nora = try Person.add(
            .named("Nora", .faculty, hasAddress: false), by: office, in: world, to: writer)
          try LinkLetter.invite(nora, by: office, site: Ward.site, in: world, writer: writer)
        }
      }
      await #expect(throws: AccountRefusal.deactivated(name: "Rosa Rosason")) {
        try await ward.write { writer in
          try Person.deactivate(ward.resident, by: office, to: writer)
          try LinkLetter.invite(
            ward.resident, by: office, site: Ward.site, in: world, writer: writer)
        }
      }
    }
  }
}
