import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Wishes to be apart between the mentees of one mentor, who meet together.
@Suite struct GroupsApartTests {
  @Test(arguments: Engine.available)
  func `two who wish to be apart come into two groups, and nothing that is kept tells of it`(
    _ engine: Engine
  ) async throws {
    try await withGroups(engine) { ground, people in
      let before = try await ground.prepare().solve()
      #expect(Set(before.pairs.map(\.mentor)).count == 1)
      #expect(before.bound == before.total)
      try await ground.avoid(people.other, by: people.trainee)
      let after = try await ground.prepare().solve()
      #expect(Set(after.pairs.map(\.mentor)).count == 2)
      // Both topics of the trainee are the first mentor's, one of the other's: the other goes.
      #expect(after.total < before.total && after.bound >= after.total)
      let run = try await ground.keep(after)
      let lines = try await ground.pairs(of: run)
      #expect(lines.first { $0.mentee == people.menteeOfTrainee }?.mentor == people.first)
      #expect(lines.first { $0.mentee == people.menteeOfOther }?.mentor == people.second)
      let text = try await ground.store.read { reader in
        try reader.rows("SELECT inputs FROM matching_run WHERE id = \(run)")[0].text("inputs")
      }
      #expect(!text.contains("\"apart\":[["))
      let again = try FrozenInputs(text: text).solve()
      #expect(again.pairs == after.pairs)
      try await ground.publish(run)
      #expect(try await ground.pairs().count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a wish that comes after the matching stops its publishing`(_ engine: Engine) async throws {
    try await withGroups(engine) { ground, people in
      let run = try await ground.match()
      try await ground.avoid(people.trainee, by: people.other)
      await #expect(
        throws: MentoringRefusal.changedSince([
          "1 pair cannot be made, since a rule keeps people apart now."
        ])
      ) { try await ground.publish(run) }
      try await ground.publish(try await ground.match())
      #expect(Set(try await ground.pairs().map(\.mentor)).count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody comes into a group that meets where a wish keeps them apart from one of it`(
    _ engine: Engine
  ) async throws {
    try await withGroups(engine) { ground, people in
      try await ground.publish(try await ground.match())
      let late = try await ground.hire("Lea", in: ground.cast.generalSurgery)
      try await ground.avoid(late, by: people.trainee)
      try await ground.take(late, ground.mentee(ground.topics[0], ground.topics[1]))
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first { $0.mentee == late })
      #expect(pair.mentor == ground.cast.steward)
    }
  }

  @Test(arguments: Engine.available)
  func `the office cannot set both in one group by hand, and reads what it reads of every rule`(
    _ engine: Engine
  ) async throws {
    try await withGroups(engine) { ground, people in
      let one = MentoringDecision(.lock, mentee: people.menteeOfTrainee, mentor: people.first)
      let two = MentoringDecision(.lock, mentee: people.menteeOfOther, mentor: people.first)
      try await ground.set(one)
      try await ground.set(two)
      try await ground.avoid(people.other, by: people.trainee)
      // Set before the wish: one of the two is named, and what is said is said of every rule.
      await #expect(throws: MentoringRefusal.self) { _ = try await ground.prepare() }
      try await ground.takeBack(two)
      await #expect(throws: MentoringRefusal.barred(.apart)) { try await ground.set(two) }
      let solved = try await ground.prepare().solve()
      let lines = try await ground.pairs(of: try await ground.keep(solved))
      #expect(lines.first { $0.mentee == people.menteeOfTrainee }?.mentor == people.first)
      #expect(lines.first { $0.mentee == people.menteeOfOther }?.mentor == people.second)
    }
  }

  @Test(arguments: Engine.available)
  func `a request to whoever meets with somebody to be apart from is held back`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine, shape: .groups) { ground, people in
      let surgeon = people.surgeon
      let waiting = try await ground.ask(people.second, as: people.trainee)
      let taken = try await ground.ask(people.second, as: people.other)
      try await ground.avoid(people.other, by: people.trainee)
      #expect(try await ground.requests(as: surgeon).count == 2)
      try await ground.accept(taken, as: surgeon)
      // What the mentor had read looks like any that was taken back; to the mentee it is open.
      #expect(try await ground.requests(as: surgeon).map(\.state) == [.accepted, .takenBack])
      #expect(try await ground.requests(as: surgeon).last?.message == "")
      await #expect(throws: MentoringRefusal.requestIsOver) {
        try await ground.accept(waiting, as: surgeon)
      }
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.open])
      let late = try await ground.hire("Lea", in: ground.cast.generalSurgery)
      try await ground.avoid(people.other, by: late)
      try await ground.move(to: .active)
      try await ground.take(late, ground.mentee())
      // The clock of the test stands still: what is asked after the pair began is dated so.
      try await ground.postpone(try await ground.ask(people.second, as: late))
      #expect(try await ground.requests(as: surgeon).map(\.state) == [.accepted, .takenBack])
      #expect(try await ground.told(surgeon).count { $0.hasPrefix("Someone asks you") } == 2)
    }
  }
}

/// Two mentees who both suit the first of two mentors best.
private struct Grouped: Sendable {
  let trainee, other: PersonID
  let menteeOfTrainee, menteeOfOther, first, second: ID<Enrollment>
}

private func withGroups(
  _ engine: Engine, _ body: (Ground, Grouped) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    let (cast, topics) = (ground.cast, ground.topics)
    var plan = Ground.plan
    plan.shape = .groups
    try await ground.replan(plan)
    let people = Grouped(
      trainee: cast.trainee, other: cast.other,
      menteeOfTrainee: try await ground.take(cast.trainee, ground.mentee(topics[0], topics[1])),
      menteeOfOther: try await ground.take(cast.other, ground.mentee(topics[0], topics[2])),
      first: try await ground.take(cast.faculty, ground.mentor(3, topics[0], topics[1])),
      second: try await ground.take(cast.steward, ground.mentor(3)))
    try await ground.move(to: .matching)
    try await body(ground, people)
  }
}

extension Ground {
  /// Lets a request be asked two days later.
  fileprivate func postpone(_ request: ID<MentoringRequest>) async throws {
    try await store.write { writer in
      try writer.execute(
        """
        UPDATE mentoring_request SET asked_at = '2026-11-04T00:00:00.000Z' WHERE id = \(request)
        """)
    }
  }

  fileprivate func takeBack(_ decision: MentoringDecision) async throws {
    let cycle = cycle
    try await stage.act(as: cast.office) { office, writer in
      try MentoringDecision.takeBack(
        mentee: decision.mentee, mentor: decision.mentor, in: cycle, by: office, writer: writer)
    }
  }
}
