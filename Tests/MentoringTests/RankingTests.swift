import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Both sides rank, and nobody would rather leave with someone who would have them.
@Suite struct RankingTests {
  @Test(arguments: Engine.available)
  func `rankings decide before points, and no two would leave for each other`(
    _ engine: Engine
  ) async throws {
    try await withRanking(engine) { ground, people in
      await #expect(throws: MentoringRefusal.self) {
        try await ground.rank(.mentor, [people.second], as: ground.cast.trainee)
      }
      try await ground.move(to: .matching)
      await #expect(throws: Problems.self) {
        try await ground.rank(
          .mentor, [people.second, people.second], as: ground.cast.trainee)
      }
      // By points the trainee suits the faculty member; both trainees would like the surgeon, who
      // would like the trainee.
      try await ground.rank(.mentor, [people.second, people.mentor], as: ground.cast.trainee)
      try await ground.rank(.mentor, [people.second], as: ground.cast.other)
      try await ground.rank(.mentee, [people.mentee], as: people.surgeon)
      let solved = try await ground.prepare().solve()
      let run = try await ground.keep(solved)
      let pairs = try await ground.pairs(of: run)
      #expect(
        Set(pairs.map { [$0.mentee, $0.mentor] }) == [
          [people.mentee, people.second], [people.otherMentee, people.mentor],
        ])
      guard case .rankings(let problem, let matching) = solved.answer else {
        Issue.record("It was not matched by rankings.")
        return
      }
      #expect(problem.flaw(of: matching) == nil)
      #expect(problem.blockingPairs(of: matching).isEmpty)
      let why = try MatchingAnswers(solved.inputs).why(people.otherMentee)
      guard case .rankings(let answer) = why else {
        Issue.record("Rankings answer by rankings.")
        return
      }
      #expect(answer.missed.map(solved.inputs.mentor) == [people.second])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody reads a ranking but the person, and nobody ranks strangers`(
    _ engine: Engine
  ) async throws {
    try await withRanking(engine) { ground, people in
      try await ground.move(to: .matching)
      try await ground.rank(.mentor, [people.second], as: ground.cast.trainee)
      for (role, person) in ground.cast.viewers where role != "trainee" {
        #expect(try await ground.ranked(.mentor, as: person).isEmpty, "\(role)")
      }
      #expect(try await ground.ranked(.mentor, as: ground.cast.trainee) == [people.second])
      // Mentees do not rank mentees, and nobody ranks who is not offered.
      await #expect(throws: Absent.self) {
        try await ground.rank(.mentee, [people.otherMentee], as: ground.cast.trainee)
      }
      await #expect(throws: Problems.self) {
        try await ground.rank(.mentor, [people.otherMentee], as: ground.cast.trainee)
      }
      #expect(try await ground.ranked(.mentor, as: ground.cast.trainee) == [people.second])
    }
  }

  @Test(arguments: Engine.available)
  func `a pair set by hand holds whatever was ranked`(_ engine: Engine) async throws {
    try await withRanking(engine) { ground, people in
      try await ground.move(to: .matching)
      try await ground.rank(.mentor, [people.second], as: ground.cast.trainee)
      try await ground.rank(.mentee, [people.mentee], as: people.surgeon)
      try await ground.set(
        MentoringDecision(.lock, mentee: people.mentee, mentor: people.mentor))
      let run = try await ground.match()
      let pairs = try await ground.pairs(of: run)
      #expect(pairs.first { $0.mentee == people.mentee }?.mentor == people.mentor)
    }
  }
}

/// Who ranks whom.
private struct Rankers: Sendable {
  let surgeon: PersonID
  let mentee, otherMentee, mentor, second: ID<Enrollment>
}

/// Lends an open cycle in which two trainees and two mentors with a place each rank.
private func withRanking(
  _ engine: Engine, _ body: (Ground, Rankers) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    let cast = ground.cast
    try await ground.replan(as: .rankings)
    let mentee = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
    let other = try await ground.take(cast.other, ground.mentee(ground.topics[1]))
    let surgeon = try await ground.hire("Sam")
    let mentor = try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
    let second = try await ground.take(surgeon, ground.mentor(1))
    try await body(
      ground,
      Rankers(
        surgeon: surgeon, mentee: mentee, otherMentee: other, mentor: mentor, second: second))
  }
}

extension Ground {
  fileprivate func ranked(
    _ side: PairSide, as person: PersonID?
  ) async throws -> [ID<Enrollment>] {
    let cycle = cycle
    return try await stage.see(as: person) { viewer, reader in
      try Ranking.own(side, in: cycle, viewer: viewer, reader: reader)
    }
  }
}
