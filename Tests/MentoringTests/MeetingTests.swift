import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What the two of a pair agree on, do and write, and who reads it.
@Suite struct MeetingTests {
  private static let terms = AgreementDraft(
    aims: "One paper.", meetEvery: 4, confidence: "All of it.", endsOn: day("2027-05-31"))

  @Test(arguments: Engine.available)
  func `an agreement holds once both have signed the same version`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      let cast = ground.cast
      try await ground.propose(Self.terms, pair, as: cast.trainee)
      var latest = try #require(try await ground.agreements(pair, as: cast.faculty).first)
      #expect(!latest.holds && latest.isSigned(by: .mentee))
      await #expect(throws: MentoringRefusal.sameAgreement) {
        try await ground.propose(Self.terms, pair, as: cast.faculty)
      }
      var changed = Self.terms
      changed.meetEvery = 2
      try await ground.propose(changed, pair, as: cast.faculty)
      await #expect(throws: MentoringRefusal.olderAgreement) {
        try await ground.sign(1, pair, as: cast.faculty)
      }
      try await ground.sign(2, pair, as: cast.trainee)
      latest = try #require(try await ground.agreements(pair, as: cast.trainee).first)
      #expect(latest.holds && latest.version == 2 && latest.terms.meetEvery == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `what the two write nobody else reads, the office included`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      let cast = ground.cast
      try await ground.propose(Self.terms, pair, as: cast.trainee)
      try await ground.checkIn(pair, as: cast.trainee, writing: "Only mine.")
      for (role, person) in cast.viewers where role != "trainee" && role != "faculty" {
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.agreements(pair, as: person)
        }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.checkIns(pair, as: person)
        }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try PairGoal.all(of: pair, viewer: viewer, reader: reader).count
          }
        }
      }
      #expect(try await ground.checkIns(pair, as: cast.trainee).first?.own?.text == "Only mine.")
      let others = try #require(try await ground.checkIns(pair, as: cast.faculty).first)
      #expect(others.own == nil && others.others == nil)
      let days = try await ground.stage.see(as: cast.office) { office, reader in
        try CheckIn.days(in: ground.cycle, viewer: office, reader: reader)
      }
      #expect(days == [pair: [TestWorld.today]])
    }
  }

  @Test(arguments: Engine.available)
  func `a note that is shared is read by the other, and can be taken back to oneself`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      let cast = ground.cast
      try await ground.checkIn(pair, as: cast.trainee, writing: "For both.", sharing: true)
      // The other notes the same day: it is one meeting, with two notes.
      try await ground.checkIn(pair, as: cast.faculty, writing: "Mine.")
      let seen = try await ground.checkIns(pair, as: cast.faculty)
      #expect(seen.count == 1 && seen[0].others == "For both." && seen[0].own?.text == "Mine.")
      try await ground.checkIn(pair, as: cast.trainee, writing: "For both.")
      #expect(try await ground.checkIns(pair, as: cast.faculty)[0].others == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that has missed two meetings is flagged once, and each side is asked alone`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      let cast = ground.cast
      try await ground.propose(Self.terms, pair, as: cast.trainee)
      // Pairs begin on December 7; two intervals of four weeks end on February 1.
      #expect(try await ground.missed(on: "2027-02-01T15:00:00.000Z") == 0)
      #expect(try await ground.missed(on: "2027-02-02T15:00:00.000Z") == 1)
      #expect(try await ground.missed(on: "2027-02-03T15:00:00.000Z") == 0)
      let pulse = try #require(try await ground.pulses(pair, as: cast.trainee).first)
      try await ground.answer(pulse.id, .not, tellingOffice: false, as: cast.trainee)
      #expect(try await ground.pulses(pair, as: cast.faculty).map(\.answer) == [nil])
      #expect(try await ground.troubled() == [])
      await #expect(throws: Absent.self) {
        try await ground.answer(pulse.id, .well, tellingOffice: false, as: cast.faculty)
      }
      try await ground.answer(pulse.id, .not, tellingOffice: true, as: cast.trainee)
      #expect(try await ground.troubled() == [pair])
    }
  }

  @Test(arguments: Engine.available)
  func `either side ends it without a reason, the office passes a mentee on`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      let cast = ground.cast
      for (person, end) in [
        (cast.office, MentoringPair.State.completed), (cast.trainee, .transferred),
        (cast.other, .completed), (cast.trainee, .active), (cast.trainee, .declined),
      ] {
        await #expect(throws: Absent.self) { try await ground.end(pair, end, as: person) }
      }
      try await ground.end(pair, .completed, as: cast.faculty)
      #expect(try await ground.pairs().map(\.state) == [.completed])
      #expect(try await ground.told(cast.trainee).last?.contains("nobody's fault") == true)
      await #expect(throws: MentoringRefusal.pairIsOver) {
        try await ground.propose(Self.terms, pair, as: cast.trainee)
      }
    }
  }
}

/// Lends a store with a pair of the trainee and the faculty member.
private func withPair(
  _ engine: Engine, _ body: (Ground, ID<MentoringPair>) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
    try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
    try await ground.move(to: .matching)
    try await ground.publish(try await ground.match())
    try await body(ground, try #require(try await ground.pairs().first).id)
  }
}

extension Ground {
  fileprivate func propose(
    _ draft: AgreementDraft, _ pair: ID<MentoringPair>, as person: PersonID
  ) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try Agreement.propose(draft, for: pair, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func sign(
    _ version: Int, _ pair: ID<MentoringPair>, as person: PersonID
  ) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try Agreement.sign(version: version, of: pair, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func agreements(
    _ pair: ID<MentoringPair>, as person: PersonID?
  ) async throws -> [Agreement] {
    try await stage.see(as: person) { viewer, reader in
      try Agreement.all(of: pair, viewer: viewer, reader: reader)
    }
  }

  fileprivate func checkIn(
    _ pair: ID<MentoringPair>, as person: PersonID, writing text: String, sharing: Bool = false
  ) async throws {
    let world = world
    var draft = CheckInDraft(metOn: TestWorld.today, minutes: 30, manner: .video)
    draft.text = text
    draft.isShared = sharing
    let kept = draft
    try await stage.act(as: person) { viewer, writer in
      try CheckIn.keep(kept, of: pair, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func checkIns(
    _ pair: ID<MentoringPair>, as person: PersonID?
  ) async throws -> [CheckIn] {
    try await stage.see(as: person) { viewer, reader in
      try CheckIn.all(of: pair, viewer: viewer, reader: reader)
    }
  }

  fileprivate func missed(on moment: String) async throws -> Int {
    let now = try #require(Instant(text: moment))
    return try await MissedMeetings.pass(in: TestWorld.make(at: now), store)
  }

  fileprivate func pulses(
    _ pair: ID<MentoringPair>, as person: PersonID
  ) async throws -> [Pulse] {
    try await stage.see(as: person) { viewer, reader in
      try Pulse.own(of: pair, viewer: viewer, reader: reader)
    }
  }

  fileprivate func answer(
    _ pulse: ID<Pulse>, _ answer: Pulse.Answer, tellingOffice: Bool, as person: PersonID
  ) async throws {
    try await stage.act(as: person) { viewer, writer in
      try Pulse.answer(
        pulse, answer.rawValue, tellingOffice: tellingOffice, by: viewer, writer: writer)
    }
  }

  fileprivate func troubled() async throws -> Set<ID<MentoringPair>> {
    let cycle = cycle
    return try await stage.see(as: cast.office) { office, reader in
      try Pulse.troubled(in: cycle, viewer: office, reader: reader)
    }
  }

  fileprivate func end(
    _ pair: ID<MentoringPair>, _ state: MentoringPair.State, as person: PersonID
  ) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try MentoringPair.end(pair, as: state, by: viewer, in: world, writer: writer)
    }
  }
}
