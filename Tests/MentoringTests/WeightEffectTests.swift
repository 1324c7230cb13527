import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What other weights would make of a matching.
@Suite struct WeightEffectTests {
  private static let mornings = WeekHours((0..<4).map { (day: $0, block: 1) })
  /// Hours count, and nothing else.
  private static let hours = CycleWeights([.hours: 10])

  @Test(arguments: Engine.available)
  func `other weights give other pairs, by name and by how well they fit`(
    _ engine: Engine
  ) async throws {
    try await withTwoMentors(engine) { ground, one in
      let effect = try await ground.effect(of: Self.hours)
      #expect(effect.mentees == 1)
      #expect(effect.matched == WeightEffect.Change(now: 1, then: 1))
      #expect(
        effect.moves == [
          WeightEffect.Move(person: one.mentee, now: one.byTopic, then: one.byHours)
        ])
      #expect(effect.lines.map(\.criterion) == Criterion.allCases)
      let topics = try #require(effect.lines.first { $0.criterion == .topics })
      #expect(topics.weight == WeightEffect.Change(now: 10, then: 0))
      #expect(topics.fit == WeightEffect.Change(now: 100, then: 0))
      let hours = try #require(effect.lines.first { $0.criterion == .hours })
      #expect(hours.weight == WeightEffect.Change(now: 6, then: 10))
      #expect(hours.fit == WeightEffect.Change(now: 0, then: 100))
    }
  }

  @Test(arguments: Engine.available)
  func `looking keeps nothing, and the weights that are kept change nothing`(
    _ engine: Engine
  ) async throws {
    try await withTwoMentors(engine) { ground, one in
      _ = try await ground.effect(of: Self.hours)
      let kept = try await ground.stage.see(as: ground.cast.office) { office, reader in
        try CycleWeights.of(ground.cycle, viewer: office, reader: reader)
      }
      #expect(kept == CycleWeights())
      let same = try await ground.effect(of: kept)
      #expect(same.moves.isEmpty)
      #expect(
        same.lines.allSatisfy { $0.weight.now == $0.weight.then && $0.fit.now == $0.fit.then })
      // What was looked at is what a matching with these weights is.
      try await ground.move(to: .matching)
      try await ground.stage.act(as: ground.cast.office) { office, writer in
        try Self.hours.set(in: ground.cycle, by: office, writer: writer)
      }
      let run = try await ground.match()
      #expect(try await ground.pairs(of: run).map(\.mentor) == [one.byHours])
    }
  }

  @Test(arguments: Engine.available)
  func `of peers both ways count, and both are told apart`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      var plan = Ground.plan
      (plan.shape, plan.audience) = (.peers, .everyone)
      try await ground.replan(plan)
      let (research, wellness) = (ground.topics[0], ground.topics[2])
      var ids: [ID<Enrollment>] = []
      for (person, topic, hours) in [
        (ground.cast.trainee, research, WeekHours.none),
        (ground.cast.other, research, Self.mornings),
        (try await ground.hire("Sam"), wellness, Self.mornings),
        (try await ground.hire("Kim"), wellness, WeekHours.none),
      ] {
        ids.append(try await ground.take(person, ground.mentee(topic, hours: hours)))
      }
      let effect = try await ground.effect(of: Self.hours)
      #expect(effect.matched == WeightEffect.Change(now: 4, then: 4))
      let topics = try #require(effect.lines.first { $0.criterion == .topics })
      #expect(topics.fit == WeightEffect.Change(now: 100, then: 0))
      let hours = try #require(effect.lines.first { $0.criterion == .hours })
      #expect(hours.fit == WeightEffect.Change(now: 0, then: 50))
      #expect(Set(effect.moves.map(\.person)) == Set(ids))
      let second = try #require(effect.moves.first { $0.person == ids[1] })
      #expect(second.now == ids[0] && second.then == ids[2])
    }
  }

  @Test(arguments: Engine.available)
  func `something counts, and the office alone looks`(_ engine: Engine) async throws {
    try await withTwoMentors(engine) { ground, _ in
      await #expect(throws: Problems.self) { try await ground.effect(of: CycleWeights([:])) }
      for (role, person) in ground.cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.effect(of: Self.hours, as: person)
        }
      }
      try await ground.move(to: .closed)
      await #expect(throws: MentoringRefusal.self) { try await ground.effect(of: Self.hours) }
    }
  }

  /// A mentee, a mentor who shares their topic, and one who shares their hours.
  private struct Choice: Sendable {
    let mentee, byTopic, byHours: ID<Enrollment>
  }

  private func withTwoMentors(
    _ engine: Engine, _ body: (Ground, Choice) async throws -> Void
  ) async throws {
    try await withGround(engine) { ground in
      let topic = ground.topics[0]
      let mentee = try await ground.take(
        ground.cast.trainee, ground.mentee(topic, hours: Self.mornings))
      let byTopic = try await ground.take(ground.cast.faculty, ground.mentor(1, topic))
      let byHours = try await ground.take(
        try await ground.hire("Sam"), ground.mentor(1, hours: Self.mornings))
      try await body(ground, Choice(mentee: mentee, byTopic: byTopic, byHours: byHours))
    }
  }
}

extension Ground {
  @discardableResult
  fileprivate func effect(
    of weights: CycleWeights
  ) async throws -> WeightEffect {
    try await effect(of: weights, as: cast.office)
  }

  @discardableResult
  fileprivate func effect(
    of weights: CycleWeights, as person: PersonID?
  ) async throws -> WeightEffect {
    let cycle = cycle
    let inputs = try await stage.see(as: person) { viewer, reader in
      try MatchingRun.prepare(cycle, for: .decide, viewer: viewer, reader: reader)
    }
    return try WeightEffect(of: inputs, weighing: weights)
  }
}
