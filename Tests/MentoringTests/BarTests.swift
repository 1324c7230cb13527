import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is never matched with whom, whatever their points.
@Suite struct BarTests {
  @Test(arguments: Engine.available)
  func `who leads, supervises or judges is never the mentor`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let colleague = try await ground.hire("Rosa")
      try await ground.stage.act(as: cast.office) { office, writer in
        try Judge(cast.faculty, as: .competencyCommittee, in: cast.internalMedicine)
          .note(by: office, writer: writer)
        try Judge(colleague, as: .evaluator, in: cast.internalMedicine)
          .note(by: office, writer: writer)
      }
      // Of internal medicine: its director, its coordinator, a judge, an evaluator.
      #expect(try await ground.mentorless(cast.trainee, among: cast.director))
      #expect(try await ground.mentorless(cast.trainee, among: cast.coordinator))
      #expect(try await ground.mentorless(cast.trainee, among: cast.faculty))
      #expect(try await ground.mentorless(cast.trainee, among: colleague))
      // Of surgery: none of them.
      #expect(try await !ground.mentorless(cast.other, among: cast.director))
      #expect(try await !ground.mentorless(cast.other, among: cast.faculty))
    }
  }

  @Test(arguments: Engine.available)
  func `a wish to be apart holds both ways, and nobody else reads it`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let before = try await ground.stage.lastAct()
      try await ground.avoid(cast.faculty, by: cast.trainee)
      try await ground.avoid(cast.faculty, by: cast.trainee)
      try await ground.avoid(cast.other, by: cast.surgeon)
      #expect(try await ground.stage.acts(after: before) == [])
      for (role, person) in cast.viewers {
        let named = try await ground.stage.see(as: person) { viewer, reader in
          try Avoidance.own(viewer: viewer, reader: reader).map(\.person)
        }
        let expected: [PersonID] =
          switch role {
          case "trainee": [cast.faculty]
          case "other director": [cast.other]
          default: []
          }
        #expect(named == expected, "\(role)")
      }
      #expect(try await ground.mentorless(cast.trainee, among: cast.faculty))
      #expect(try await ground.mentorless(cast.other, among: cast.surgeon))
      await #expect(throws: MentoringRefusal.ownAvoidance) {
        try await ground.avoid(cast.trainee, by: cast.trainee)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `every bar is said in the same words, so that a wish is not told from a rule`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.avoid(cast.faculty, by: cast.trainee)
      let mentee = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      let wished = try await ground.take(cast.faculty, ground.mentor(1))
      let leading = try await ground.take(cast.director, ground.mentor(1))
      let sentences = try await [wished, leading].asyncMap { mentor in
        try await ground.sentence(MentoringDecision(.lock, mentee: mentee, mentor: mentor))
      }
      #expect(sentences[0] == sentences[1])
      #expect(sentences[0].contains("Which one is not said"))
      #expect(Set(Bar.allCases.map(\.sentence)).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that was declined is not made again`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first)
      try await ground.decline(pair.id, as: cast.faculty)
      let inputs = try await ground.freeze()
      let matched = try inputs.solve().matched
      #expect(matched == 0)
    }
  }
}

extension Ground {
  func avoid(_ other: PersonID, by person: PersonID) async throws {
    try await stage.act(as: person) { viewer, writer in
      try Avoidance.add(other, by: viewer, writer: writer)
    }
  }

  fileprivate func decline(_ pair: ID<MentoringPair>, as person: PersonID) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try MentoringPair.decline(pair, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func freeze() async throws -> FrozenInputs {
    let cycle = cycle
    return try await stage.see(as: cast.office) { office, reader in
      try FrozenInputs.freeze(cycle, viewer: office, reader: reader)
    }
  }

  /// Whether someone stays without a mentor in a cycle of theirs and one mentor's alone.
  fileprivate func mentorless(
    _ mentee: PersonID, among mentor: PersonID
  ) async throws -> Bool {
    let (world, program) = (world, program)
    let cycle = try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.begin(
        CycleDraft(title: "\(mentee.text) with \(mentor.text)", plan: Ground.plan), of: program,
        by: office, in: world, writer: writer)
    }
    try await take(mentee, self.mentee(topics[0]), in: cycle)
    try await take(mentor, self.mentor(1, topics[0]), in: cycle)
    try await move(to: .matching, cycle)
    return try await prepare(cycle).solve().matched == 0
  }

  fileprivate func sentence(_ decision: MentoringDecision) async throws -> String {
    do {
      try await set(decision)
      return "It was set."
    } catch let refusal as MentoringRefusal { return refusal.sentence }
  }
}

extension Sequence {
  fileprivate func asyncMap<Answer>(
    _ transform: (Element) async throws -> Answer
  ) async throws -> [Answer] {
    var answers: [Answer] = []
    for element in self { answers.append(try await transform(element)) }
    return answers
  }
}
