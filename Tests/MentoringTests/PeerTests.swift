import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Peers: nobody chooses a side, and two are each other's mentors.
@Suite struct PeerTests {
  @Test(arguments: Engine.available)
  func `peers are paired for the greatest total, whoever came first`(
    _ engine: Engine
  ) async throws {
    try await withPeers(engine) { ground, peers in
      try await ground.move(to: .matching)
      let solved = try await ground.prepare().solve()
      guard case .peers(let problem, let matching) = solved.answer else {
        Issue.record("They were not matched as peers.")
        return
      }
      #expect(problem.flaw(of: matching) == nil)
      #expect(solved.bound == solved.total)
      #expect(solved.matched == 4)
      let run = try await ground.keep(solved)
      let pairs = try await ground.pairs(of: run)
      // Research with research and wellness with wellness, though the first two came first.
      #expect(
        Set(pairs.map { Set([$0.mentee, $0.mentor]) }) == [
          [peers.ids[0], peers.ids[2]], [peers.ids[1], peers.ids[3]],
        ])
      // Each is for the other what a mentor would be.
      #expect(solved.total == pairs.reduce(0) { $0 + $1.points })
      let same = try await ground.prepare().solve()
      #expect(same.pairs == solved.pairs)
      try await ground.publish(run)
      #expect(try await ground.pairs().count == 2)
      #expect(try await ground.pairs().allSatisfy { $0.shape == .peers })
    }
  }

  @Test(arguments: Engine.available)
  func `whoever enrolls is a peer, and takes no mentor's place`(_ engine: Engine) async throws {
    try await withPeers(engine) { ground, _ in
      let draft = ground.mentor(3, ground.topics[1])
      let fifth = try await ground.hire("Fay")
      let id = try await ground.take(fifth, draft)
      let enrolled = try await ground.stage.see(as: fifth) { viewer, reader in
        (
          try Enrollment.find(id, viewer: viewer, reader: reader).part,
          try MentorCapacity.own(viewer: viewer, reader: reader)
        )
      }
      #expect(enrolled == (.both, 0))
      try await ground.move(to: .matching)
      let solved = try await ground.prepare().solve()
      #expect(solved.matched == 4)
      #expect(solved.withoutMentor.map(\.mentee) == [id])
      #expect(solved.withoutMentor.map(\.reason) == [.leftOver])
      let left = try MatchingAnswers(solved.inputs).why(id)
      guard case .peers(let answer) = left else {
        Issue.record("Peers answer as peers.")
        return
      }
      #expect(answer.peer == nil)
      // Whoever it is paired with, somebody else is left, and points go.
      #expect(answer.others.count == 4)
      #expect(answer.others.allSatisfy { $0.loss.people == 0 && $0.loss.points >= 0 })
    }
  }

  @Test(arguments: Engine.available)
  func `what the office decides holds in whichever order the two are named`(
    _ engine: Engine
  ) async throws {
    try await withPeers(engine) { ground, peers in
      try await ground.move(to: .matching)
      try await ground.set(
        MentoringDecision(.lock, mentee: peers.ids[3], mentor: peers.ids[0]))
      try await ground.set(
        MentoringDecision(.lock, mentee: peers.ids[0], mentor: peers.ids[3]))
      await #expect(throws: MentoringRefusal.lockedElsewhere) {
        try await ground.set(
          MentoringDecision(.lock, mentee: peers.ids[2], mentor: peers.ids[0]))
      }
      #expect(
        try await Self.paired(ground) == [
          [peers.ids[0], peers.ids[3]], [peers.ids[1], peers.ids[2]],
        ])
      try await ground.set(
        MentoringDecision(.ban, mentee: peers.ids[3], mentor: peers.ids[0]))
      try await ground.set(
        MentoringDecision(.ban, mentee: peers.ids[2], mentor: peers.ids[0]))
      #expect(
        try await Self.paired(ground) == [
          [peers.ids[0], peers.ids[1]], [peers.ids[2], peers.ids[3]],
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `a wish of either keeps two peers apart`(_ engine: Engine) async throws {
    try await withPeers(engine) { ground, peers in
      try await ground.avoid(peers.people[0], by: peers.people[2])
      try await ground.move(to: .matching)
      let paired = try await Self.paired(ground)
      #expect(!paired.contains([peers.ids[0], peers.ids[2]]))
      #expect(paired.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is left by a pair is matched anew, and pairs that meet stay`(
    _ engine: Engine
  ) async throws {
    try await withPeers(engine) { ground, peers in
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      let stays = try #require(
        try await ground.pairs().first { $0.isOne(peers.people[1]) })
      let left = try #require(try await ground.pairs().first { $0.isOne(peers.people[0]) })
      try await ground.finish(left, .endedEarly)
      let fifth = try await ground.hire("Fay")
      try await ground.take(fifth, ground.mentee(ground.topics[0]))
      #expect(try await ground.prepare().menteeCount == 3)
      let run = try await ground.match()
      try await ground.publish(run)
      let pairs = try await ground.pairs().filter { $0.state == .active }
      #expect(pairs.count == 2)
      #expect(pairs.contains { $0.id == stays.id })
      #expect(pairs.contains { $0.isOne(fifth) })
    }
  }

  @Test(arguments: Engine.available)
  func `neither of two peers who completed their pair is matched again`(
    _ engine: Engine
  ) async throws {
    try await withPeers(engine) { ground, _ in
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      try await ground.finish(try #require(try await ground.pairs().first))
      for name in ["Fay", "Gus"] {
        try await ground.take(try await ground.hire(name), ground.mentee(ground.topics[0]))
      }
      let inputs = try await ground.prepare()
      #expect(inputs.menteeCount == 2 && inputs.mentorCount == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a cycle in which someone enrolled keeps its shape, and peers have no worst match`(
    _ engine: Engine
  ) async throws {
    try await withPeers(engine) { ground, _ in
      await #expect(throws: MentoringRefusal.shapeIsFixed(4)) {
        try await ground.replan(Ground.plan)
      }
      #expect(throws: Problems.self) { try Self.draft(objective: "fair") }
      let draft = try Self.draft(objective: "most")
      #expect(draft.plan.shape == .peers)
    }
  }

  private static func paired(_ ground: Ground) async throws -> Set<Set<ID<Enrollment>>> {
    Set(try await ground.pairs(of: try await ground.match()).map { [$0.mentee, $0.mentor] })
  }

  private static func draft(objective: String) throws -> CycleDraft {
    let typed = [
      "title": "Peers", "audience": "trainees", "shape": "peers", "mode": "office",
      "enroll_from": "2026-11-01", "enroll_until": "2026-11-30", "begins_on": "2026-12-07",
      "ends_on": "2027-06-30", "meet_every": "4", "decline_days": "7", "most_mentees": "1",
      "most_requests": "3", "answer_days": "10", "objective": objective,
    ]
    return try CycleDraft { typed[$0] ?? "" }
  }
}

/// Four peers in order of enrollment.
private struct Peers: Sendable {
  let people: [PersonID]
  let ids: [ID<Enrollment>]
}

/// Lends an open cycle in which the first and the third peer chose research, and the others
/// wellness.
private func withPeers(
  _ engine: Engine, _ body: (Ground, Peers) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    var plan = Ground.plan
    plan.shape = .peers
    plan.audience = .everyone
    try await ground.replan(plan)
    let people = [
      ground.cast.trainee, ground.cast.other, try await ground.hire("Sam"),
      try await ground.hire("Kim"),
    ]
    var ids: [ID<Enrollment>] = []
    for (place, person) in people.enumerated() {
      let topic = ground.topics[place.isMultiple(of: 2) ? 0 : 2]
      ids.append(try await ground.take(person, ground.mentee(topic)))
    }
    try await body(ground, Peers(people: people, ids: ids))
  }
}
