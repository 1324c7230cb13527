import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct UpkeepTests {
  @Test(arguments: Engine.available)
  func `sessions, links and counts are forgotten when they are old, not before`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      _ = try await ward.signInByLink(ward.resident)
      _ = try await ward.answer("Rosa", "wrong password")
      try await ward.askForLink("rosa@hospital.example")
      var forgotten: [[Int]] = []
      for days in [0, 2, 40, 50] {
        ward.clock.advance(seconds: days * 86_400)
        let now = ward.clock.now
        let counts = try await ward.write { writer in
          let counts = try AccountUpkeep.forget(now: now, writer: writer)
          return [counts.sessions, counts.links, counts.counts]
        }
        forgotten.append(counts)
      }
      #expect(forgotten == [[0, 0, 0], [0, 0, 6], [0, 2, 0], [1, 0, 0]])
    }
  }

  @Test(arguments: Engine.available)
  func `the sessions of a deactivated person end for good`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let opened = try await ward.signInByLink(ward.resident)
      let (viewer, now) = (try await ward.viewer(ward.office), ward.clock.now)
      try await ward.write { writer in
        try Person.deactivate(ward.resident, by: viewer, to: writer)
        _ = try AccountUpkeep.forget(now: now, writer: writer)
        try Person.reactivate(ward.resident, by: viewer, to: writer)
      }
      #expect(try await ward.session(opened) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `a person's copy of their data holds their sign-ins and no secret`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let opened = try await ward.signInByLink(ward.resident)
      _ = try await ward.signInByLink(ward.office)
      let (sessions, links) = try await ward.store.read { reader in
        (
          try OwnSignIns.sessions(of: ward.resident, reader: reader),
          try OwnSignIns.links(of: ward.resident, reader: reader)
        )
      }
      let start = TestClock.start.text
      #expect(
        sessions == [["link", Ward.browser().device, start, start, ""]])
      #expect(
        links == [["sign_in", start, TestClock.start.adding(seconds: 1200).text, start]])
      #expect(!(sessions + links).joined().contains(opened.token.hash))
    }
  }
}

@Suite struct DemonstrationTests {
  @Test(arguments: Engine.available)
  func `in the demonstration one is whom its data name, and nobody else`(
    engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let (world, resident) = (ward.world, ward.resident)
      _ = try await ward.write { writer in
        try writer.execute(
          """
          INSERT INTO setting (name, content, changed_at)
          VALUES ('demo_role_chief_resident', \(resident), \(world.now()))
          """)
      }
      let people = try await ward.store.read { try DemonstrationPerson.all(reader: $0) }
      #expect(
        people == [
          DemonstrationPerson(role: "chief_resident", person: resident, name: "Rosa Rosason")
        ])
      let opened = try await ward.write {
        try DemonstrationPerson.signIn(
          as: resident, browser: Ward.browser(), in: world, writer: $0)
      }
      #expect(try await ward.session(opened)?.means == .demonstration)
      await #expect(throws: Absent.self) {
        try await ward.write {
          try DemonstrationPerson.signIn(
            as: ward.office, browser: Ward.browser(), in: world, writer: $0)
        }
      }
    }
  }
}
