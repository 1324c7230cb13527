import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// A change of an agreement is proposed, and taken away again.
@Suite struct AgreementTests {
  @Test(arguments: Engine.available)
  func `either keeps what holds, and the change waits for nobody any more`(
    _ engine: Engine
  ) async throws {
    try await withAgreement(engine) { ground, pair in
      for (version, person) in [(2, pair.mentee), (3, pair.mentor)] {
        try await ground.propose("Two papers.", pair)
        #expect(try await ground.due(pair.mentor) == [true])
        let seen = try await ground.versions(pair)
        #expect(seen.map(\.version) == [version, 1] && seen.map(\.holds) == [false, true])
        let (trail, other) = (
          try await ground.stage.lastAct(), person == pair.mentee ? pair.mentor : pair.mentee
        )
        try await ground.keep(version, pair, as: person)
        let left = try await ground.versions(pair)
        #expect(left.map(\.version) == [1] && left.first?.terms.aims == "One paper.")
        #expect(try await ground.due(pair.mentor) == [])
        #expect(
          try await ground.told(other).last
            == "What both of you signed in “Winter” holds. The change that was proposed is taken "
            + "back.")
        #expect(try await ground.stage.acts(after: trail) == ["mentoring.agreement_kept: "])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what was signed, replaced or taken back meanwhile is not taken away`(
    _ engine: Engine
  ) async throws {
    try await withAgreement(engine) { ground, pair in
      try await ground.propose("Two papers.", pair)
      try await ground.propose("Three papers.", pair)
      await #expect(throws: MentoringRefusal.proposalIsOver) {
        try await ground.keep(2, pair, as: pair.mentor)
      }
      try await ground.keep(3, pair, as: pair.mentee)
      // What it replaced does not wait again.
      #expect(try await ground.versions(pair).map(\.version) == [1])
      #expect(try await ground.due(pair.mentor) == [])
      try await ground.propose("Four papers.", pair)
      try await ground.sign(4, pair)
      await #expect(throws: MentoringRefusal.proposalIsOver) {
        try await ground.keep(4, pair, as: pair.mentee)
      }
      let left = try await ground.versions(pair)
      #expect(left.map(\.version) == [4, 1] && left.map(\.holds) == [true, true])
    }
  }

  @Test(arguments: Engine.available)
  func `a number that was taken back is not given again, so nobody signs unread`(
    _ engine: Engine
  ) async throws {
    try await withAgreement(engine) { ground, pair in
      try await ground.propose("Two papers.", pair)
      try await ground.keep(2, pair, as: pair.mentee)
      await #expect(throws: MentoringRefusal.proposalIsOver) {
        try await ground.keep(2, pair, as: pair.mentor)
      }
      try await ground.propose("Ten papers.", pair)
      await #expect(throws: MentoringRefusal.olderAgreement) { try await ground.sign(2, pair) }
      #expect(try await ground.versions(pair).map(\.version) == [3, 1])
      let words = try await ground.store.read { reader in
        try reader.number("SELECT count(*) FROM mentoring_agreement WHERE aims = 'Two papers.'")
      }
      #expect(words == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `where nothing holds yet there is nothing to keep, and nobody else keeps it`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.propose("Two papers.", pair)
      await #expect(throws: Absent.self) { try await ground.keep(1, pair, as: pair.mentor) }
      try await ground.sign(1, pair)
      try await ground.propose("Three papers.", pair)
      for (role, person) in ground.cast.viewers where person.map(pair.isOne) != true {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.keep(2, pair, as: person)
        }
      }
      #expect(try await ground.versions(pair).map(\.version) == [2, 1])
    }
  }
}

/// The same with an agreement that both have signed.
private func withAgreement(
  _ engine: Engine, _ body: (Ground, MentoringPair) async throws -> Void
) async throws {
  try await withPair(engine) { ground, pair in
    try await ground.agree(pair)
    try await body(ground, pair)
  }
}

extension Ground {
  /// The mentee proposes.
  fileprivate func propose(_ aims: String, _ pair: MentoringPair) async throws {
    let world = world
    let terms = AgreementDraft(
      aims: aims, meetEvery: 4, confidence: "All of it.", endsOn: Days.end)
    try await stage.act(as: pair.mentee, on: Days.january) { viewer, writer in
      try Agreement.propose(terms, for: pair.id, by: (viewer, world), writer: writer)
    }
  }

  /// The mentor signs.
  fileprivate func sign(_ version: Int, _ pair: MentoringPair) async throws {
    let world = world
    try await stage.act(as: pair.mentor, on: Days.january) { viewer, writer in
      try Agreement.sign(version: version, of: pair.id, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func keep(
    _ version: Int, _ pair: MentoringPair, as person: PersonID?
  ) async throws {
    let world = world
    try await stage.act(as: person, on: Days.january) { viewer, writer in
      try Agreement.keepWhatHolds(
        insteadOf: version, of: pair.id, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func versions(_ pair: MentoringPair) async throws -> [Agreement] {
    try await stage.see(as: pair.mentor) { viewer, reader in
      try Agreement.all(of: pair.id, viewer: viewer, reader: reader)
    }
  }

  /// Of each pair that waits for someone, whether it waits for a signature.
  fileprivate func due(_ person: PersonID) async throws -> [Bool] {
    try await stage.see(as: person) { viewer, reader in
      try PairDue.all(viewer: viewer, reader: reader).map(\.isToSign)
    }
  }
}
