import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is given a certificate of service, what it says, and until when it holds.
@Suite struct MentorCertificateTests {
  @Test(arguments: Engine.available)
  func `only a pair that was completed, or went on to the end, earns one`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      _ = try await ground.onePair()
      await #expect(throws: CertificateRefusal.nobody) { _ = try await ground.issue() }
      #expect(try await ground.issue(on: Ground.Days.end) == 1)
    }
    for state in [MentoringPair.State.endedEarly, .completed] {
      try await withGround(engine) { ground in
        try await ground.finish(try await ground.onePair(), state)
        guard state != .completed else {
          #expect(try await ground.issue() == 1)
          return
        }
        await #expect(throws: CertificateRefusal.nobody) {
          _ = try await ground.issue(on: Ground.Days.end.adding(days: 30))
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that was declined or passed on before the end earns none`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      _ = try await ground.onePair()
      for state in ["declined", "transferred"] {
        try await ground.store.write { writer in
          try writer.execute(
            "UPDATE mentoring_pair SET state = \(state), ended_on = '2027-02-01'")
        }
        await #expect(throws: CertificateRefusal.nobody, "\(state)") {
          _ = try await ground.issue(on: Ground.Days.end)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `it says the days, hours in halves and mentees, as they were`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let pair = try await ground.onePair()
      try await ground.meet(pair, 50, on: day("2026-12-10"))
      try await ground.meet(pair, 50, on: day("2027-01-10"))
      try await ground.finish(pair)
      #expect(try await ground.issue() == 1)
      let content = try #require(try await ground.certificates().first).content
      #expect(content.name == "Frank Frankson" && content.program == "Neighbors")
      #expect(content.begins == day("2026-12-07") && content.ends == Ground.Days.january)
      #expect((content.halfHours, content.mentees) == (3, 1))
      #expect(content.issuedOn == Ground.Days.january && content.office == "GME office")
      // Who leaves, is renamed, or whose program is, changes nothing.
      try await ground.store.write { writer in
        try writer.execute("UPDATE directory_entry SET name = 'Somebody Else'")
        try writer.execute("UPDATE mentoring_program SET name = 'Else'")
        try writer.execute("UPDATE mentor_certificate SET person_id = NULL")
      }
      let found = try await ground.found(content.code.text)
      #expect(found.content == content && found.revokedOn == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `of a single meeting no certificate tells how long it took`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let pair = try await ground.onePair()
      try await ground.meet(pair, 50, on: day("2026-12-10"))
      try await ground.finish(pair)
      _ = try await ground.issue()
      #expect(try await ground.certificates().map(\.content.halfHours) == [0])
    }
  }

  @Test(arguments: Engine.available)
  func `the mentor is told, finds it among their own, and nobody else does`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let pair = try await ground.onePair()
      try await ground.finish(pair)
      let before = try await ground.stage.lastAct()
      _ = try await ground.issue()
      #expect(
        try await ground.stage.acts(after: before)
          == ["mentoring.certificates_issued: 1 certificate"])
      #expect(try await ground.told(cast.faculty).last?.contains("Thank you") == true)
      #expect(try await ground.told(cast.trainee).last?.contains("certificate") != true)
      let id = try #require(try await ground.certificates().first).id
      for (role, person) in cast.viewers {
        let own = try await ground.stage.see(as: person) { viewer, reader in
          try MentorCertificate.own(viewer: viewer, reader: reader).map(\.id)
        }
        #expect(own == (role == "faculty" ? [id] : []), "\(role)")
        let copy = try await ground.stage.see(as: person) { viewer, reader in
          try OwnMentoring(viewer: viewer, reader: reader).certificates.map(\.id)
        }
        #expect(copy == own, "\(role)")
        guard role != "faculty", role != "office" else { continue }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try MentorCertificate.find(id, viewer: viewer, reader: reader).id
          }
        }
        guard let person else { continue }
        await #expect(throws: Absent.self, "\(role)") { _ = try await ground.issue(as: person) }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.revoke(id, as: person)
        }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.issueAnew(id, as: person)
        }
      }
      await #expect(throws: Absent.self) { try await ground.revoke(id, as: cast.faculty) }
    }
  }

  @Test(arguments: Engine.available)
  func `one that is revoked says so with the day, and only a new one holds again`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.finish(try await ground.onePair())
      _ = try await ground.issue()
      let first = try #require(try await ground.certificates().first)
      await #expect(throws: CertificateRefusal.holds) { try await ground.issueAnew(first.id) }
      await #expect(throws: Problems.self) { try await ground.revoke(first.id, "  ") }
      try await ground.revoke(first.id, on: day("2027-02-01"))
      #expect(try await ground.found(first.content.code.text).revokedOn == day("2027-02-01"))
      #expect(try await ground.told(ground.cast.faculty).last?.contains("Read why") == true)
      await #expect(throws: CertificateRefusal.revokedAlready) {
        try await ground.revoke(first.id)
      }
      // Giving to all leaves out whose was revoked.
      await #expect(throws: CertificateRefusal.nobody) { _ = try await ground.issue() }
      try await ground.issueAnew(first.id)
      let now = try await ground.certificates()
      #expect(now.count == 2 && now.count { $0.revokedOn == nil } == 1)
      #expect(Set(now.map(\.content.code)).count == 2)
      #expect(try await ground.found(first.content.code.text).revokedOn != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody gives one to themselves`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.finish(try await ground.onePair())
      try await ground.store.write { writer in
        try writer.execute("UPDATE mentoring_pair SET mentor_id = \(cast.office)")
      }
      await #expect(throws: CertificateRefusal.nobody) { _ = try await ground.issue() }
    }
  }

  @Test(arguments: Engine.available)
  func `of two offices that give at once one finds nobody left`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.finish(try await ground.onePair())
      async let one = ground.given()
      async let other = ground.given()
      #expect(try await [one, other].sorted() == [0, 1])
      #expect(try await ground.certificates().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a code is read as people type it, and any other finds nothing`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.finish(try await ground.onePair())
      _ = try await ground.issue()
      let code = try #require(try await ground.certificates().first).content.code.text
      #expect(code.count == 23)
      let typed = code.uppercased().replacing("-", with: " ")
      #expect(try await ground.found(typed).content.code.text == code)
      let last = code.last == "2" ? "3" : "2"
      for other in ["", "x", code + "2", code.dropLast() + last, "'; --", "%"] {
        await #expect(throws: Absent.self, "\(other)") {
          _ = try await ground.found(String(other))
        }
      }
    }
  }
}

extension Ground {
  /// A pair of the trainee and the faculty member.
  fileprivate func onePair() async throws -> MentoringPair {
    try await take(cast.trainee, mentee(topics[0]))
    try await take(cast.faculty, mentor(1, topics[0]))
    return try await pairUp()[0]
  }

  /// How many certificates the office gave; none where nobody was left.
  fileprivate func given() async throws -> Int {
    do {
      return try await issue()
    } catch CertificateRefusal.nobody {
      return 0
    }
  }
}
