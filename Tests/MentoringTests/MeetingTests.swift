import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What the two of a pair agree on, do and write, and who reads it.
@Suite struct MeetingTests {
  private static let terms = AgreementDraft.sample

  @Test(arguments: Engine.available)
  func `an agreement holds once both have signed the same version`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, both in
      let pair = both.id
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
    try await withPair(engine) { ground, both in
      let pair = both.id
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
    try await withPair(engine) { ground, both in
      let pair = both.id
      let cast = ground.cast
      try await ground.checkIn(pair, as: cast.trainee, writing: "For both.", sharing: true)
      // The other notes the same day: it is one meeting, with two notes.
      try await ground.checkIn(pair, as: cast.faculty, writing: "Mine.")
      let seen = try await ground.checkIns(pair, as: cast.faculty)
      #expect(seen.count == 1 && seen[0].others == "For both." && seen[0].own?.text == "Mine.")
      // Once more changes nothing that stands there, and says so.
      try await ground.checkIn(pair, as: cast.trainee, writing: "")
      await #expect(throws: Problems.self) {
        try await ground.checkIn(pair, as: cast.trainee, writing: "Another.")
      }
      #expect(try await ground.checkIns(pair, as: cast.trainee)[0].own?.text == "For both.")
      try await ground.write("For me.", sharing: false, seen[0].id, as: cast.trainee)
      #expect(try await ground.checkIns(pair, as: cast.faculty)[0].others == nil)
      await #expect(throws: Absent.self) {
        try await ground.write("Mine too.", sharing: true, seen[0].id, as: cast.office)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `taking a meeting back leaves what the other wrote`(_ engine: Engine) async throws {
    try await withPair(engine) { ground, both in
      let pair = both.id
      let cast = ground.cast
      try await ground.checkIn(pair, as: cast.trainee, writing: "Wrong day.")
      try await ground.checkIn(pair, as: cast.faculty, writing: "Mine.")
      let meeting = try #require(try await ground.checkIns(pair, as: cast.faculty).first)
      await #expect(throws: Absent.self) {
        try await ground.takeBack(meeting.id, as: cast.faculty)
      }
      try await ground.takeBack(meeting.id, as: cast.trainee)
      let left = try #require(try await ground.checkIns(pair, as: cast.faculty).first)
      #expect(left.own?.text == "Mine." && left.isViewers)
      try await ground.takeBack(meeting.id, as: cast.faculty)
      #expect(try await ground.checkIns(pair, as: cast.faculty).isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that has missed two meetings is flagged once, and each side is asked alone`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, both in
      let pair = both.id
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
      // A later answer stands for both.
      try await ground.checkIn(pair, as: cast.trainee, writing: "")
      #expect(try await ground.missed(on: "2027-03-30T15:00:00.000Z") == 1)
      let later = try #require(try await ground.pulses(pair, as: cast.trainee).first)
      try await ground.answer(later.id, .well, tellingOffice: false, as: cast.trainee)
      #expect(try await ground.troubled() == [])
      // Nobody is asked once the cycle is over.
      try await ground.checkIn(pair, as: cast.trainee, writing: "")
      #expect(try await ground.missed(on: "2027-09-30T15:00:00.000Z") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever of the office is one of a pair does not read what the other lets the office know`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, both in
      let pair = both.id
      let cast = ground.cast
      #expect(try await ground.missed(on: "2027-02-02T15:00:00.000Z") == 1)
      let pulse = try #require(try await ground.pulses(pair, as: cast.trainee).first)
      try await ground.answer(pulse.id, .not, tellingOffice: true, as: cast.trainee)
      #expect(try await ground.troubled() == [pair])
      try await ground.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_pair SET mentor_id = \(cast.office) WHERE id = \(pair)")
      }
      #expect(try await ground.troubled() == [])
      #expect(try await ground.standings().map(\.isTroubled) == [false])
      // As the one who looks for a mentor they do not read it either.
      try await ground.store.write { writer in
        try writer.execute(
          """
          UPDATE mentoring_pair SET mentee_id = \(cast.office), mentor_id = \(cast.faculty)
          WHERE id = \(pair)
          """)
      }
      #expect(try await ground.troubled() == [])
    }
  }

  @Test(arguments: Engine.available)
  func `either side ends it without a reason, the office passes a mentee on`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, both in
      let pair = both.id
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

/// Several mentees of one mentor who meet together.
@Suite struct GroupTests {
  @Test(arguments: Engine.available)
  func `a mentor notes a meeting and proposes an agreement for the whole group`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      var plan = Ground.plan
      plan.shape = .groups
      try await ground.replan(plan)
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.other, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(2, ground.topics[0]))
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      let pairs = try await ground.pairs()
      let own = try #require(pairs.first { $0.mentee == cast.trainee })
      let sibling = try #require(pairs.first { $0.mentee == cast.other })
      #expect(try await ground.group(own.id, as: cast.trainee).count == 1)
      await #expect(throws: Absent.self) {
        _ = try await ground.group(own.id, as: cast.other)
      }
      try await ground.propose(AgreementDraft.sample, own.id, toGroup: true, as: cast.faculty)
      #expect(try await ground.agreements(sibling.id, as: cast.other).count == 1)
      try await ground.checkIn(
        own.id, as: cast.faculty, writing: "For all.", sharing: true, forGroup: true)
      #expect(try await ground.checkIns(sibling.id, as: cast.other).map(\.others) == ["For all."])
      // It was one meeting, however many came to it: of one nothing is told.
      #expect(try await ground.load(of: cast.faculty)?.meetings == 1)
      #expect(try await ground.load(of: cast.faculty)?.halfHours == 0)
      // What the mentor wrote of one of them stays when the group is noted once more.
      let day = try #require(try await ground.checkIns(sibling.id, as: cast.faculty).first)
      try await ground.write("Of them alone.", sharing: false, day.id, as: cast.faculty)
      try await ground.checkIn(own.id, as: cast.faculty, writing: "", forGroup: true)
      let kept = try await ground.checkIns(sibling.id, as: cast.faculty)
      #expect(kept.map(\.own?.text) == ["Of them alone."])
      // A mentee notes for their own pair alone.
      try await ground.propose(AgreementDraft.other, own.id, toGroup: true, as: cast.trainee)
      #expect(try await ground.agreements(sibling.id, as: cast.other).count == 1)
    }
  }
}

extension AgreementDraft {
  fileprivate static let sample = AgreementDraft(
    aims: "One paper.", meetEvery: 4, confidence: "All of it.", endsOn: day("2027-05-31"))

  fileprivate static let other = AgreementDraft(
    aims: "Two papers.", meetEvery: 4, confidence: "All of it.", endsOn: day("2027-05-31"))
}

extension Ground {
  fileprivate func load(of mentor: PersonID) async throws -> MentorLoad? {
    let year = AcademicYear(containing: TestWorld.today, start: .july1)
    return try await stage.see(as: cast.office) { office, reader in
      try MentorLoad.all(in: year, viewer: office, reader: reader).first { $0.person == mentor }
    }
  }

  fileprivate func group(
    _ pair: ID<MentoringPair>, as person: PersonID
  ) async throws -> [String] {
    try await stage.see(as: person) { viewer, reader in
      try MentoringGroup.others(of: pair, viewer: viewer, reader: reader)
    }
  }

  fileprivate func propose(
    _ draft: AgreementDraft, _ pair: ID<MentoringPair>, toGroup: Bool = false,
    as person: PersonID
  ) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try Agreement.propose(
        draft, for: pair, toGroup: toGroup, by: (viewer, world), writer: writer)
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
    _ pair: ID<MentoringPair>, as person: PersonID, writing text: String, sharing: Bool = false,
    forGroup: Bool = false
  ) async throws {
    let world = world
    var draft = CheckInDraft(metOn: TestWorld.today, minutes: 30, manner: .video)
    draft.text = text
    draft.isShared = sharing
    draft.isForGroup = forGroup
    let kept = draft
    try await stage.act(as: person) { viewer, writer in
      try CheckIn.keep(kept, of: pair, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func write(
    _ text: String, sharing: Bool, _ meeting: ID<CheckIn>, as person: PersonID
  ) async throws {
    try await stage.act(as: person) { viewer, writer in
      try CheckIn.write(text, isShared: sharing, of: meeting, by: viewer, writer: writer)
    }
  }

  fileprivate func takeBack(_ meeting: ID<CheckIn>, as person: PersonID) async throws {
    try await stage.act(as: person) { viewer, writer in
      try CheckIn.takeBack(meeting, by: viewer, writer: writer)
    }
  }

  fileprivate func checkIns(
    _ pair: ID<MentoringPair>, as person: PersonID?
  ) async throws -> [CheckIn] {
    try await stage.see(as: person) { viewer, reader in
      try CheckIn.all(of: pair, viewer: viewer, reader: reader)
    }
  }

  func missed(on moment: String) async throws -> Int {
    let now = try #require(Instant(text: moment))
    return try await store.write { writer in
      try MissedMeetings.pass(in: TestWorld.make(at: now), writer: writer)
    }
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
