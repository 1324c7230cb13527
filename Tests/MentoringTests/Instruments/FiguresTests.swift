import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What the office reads of the answers, and what it cannot derive.
@Suite struct FiguresTests {
  @Test(arguments: Engine.available)
  func `scores are means with reversed items turned, as computed by hand`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.choose(try await ground.load(sheetFile(answeredBy: "mentees")))
      let mentees = try await ground.pairUp(mentees: 6, mentors: 1).mentees
      // Aim is the mean of the first and of 6 less the second: before 1, 2, 3, 2, 3; after 2, 4, 3,
      // 3, 5; changes 1, 2, 0, 1, 2 with the mean 1.2 and the squares 0.04, 0.64, 1.44, 0.04, 0.64.
      let answers = [
        ([1, 5, 1], [2, 4, 3]), ([2, 4, 2], [4, 2, 3]), ([3, 3, 3], [3, 3, 3]),
        ([1, 3, 4], [3, 3, 4]), ([3, 3, 5], [5, 1, 4]),
      ]
      for (person, (before, after)) in zip(mentees, answers) {
        try await ground.answerTwice(before, after, as: person)
      }
      // Only once: counted nowhere.
      try await ground.answer([5, 1, 5], as: mentees[5], on: Ground.lastBefore)
      try await ground.morning("2027-07-28T15:00:00.000Z")
      #expect(try await ground.figures() == nil)
      try await ground.morning(Ground.counted)
      // Help is the third alone: before 1 to 5 with the mean 3, after 3, 3, 3, 4, 4 with 3.4;
      // changes 2, 1, 0, 0, -1 with the mean 0.4 and the variance 5.2 / 4.
      let lines = try #require(try await ground.figures()).lines
      #expect(lines.map(\.subscale) == ["Aim", "Help"])
      #expect(lines.allSatisfy { $0.who == .mentees && $0.shown?.people == 5 })
      #expect(lines.map(Self.tenths) == [[22, 34, 12, 8], [30, 34, 4, 11]])
    }
  }

  @Test(arguments: Engine.available)
  func `four are withheld and five are shown; of one side withheld the total is too`(
    _ engine: Engine
  ) async throws {
    for (mentees, mentors, shown) in [
      (4, 5, [CycleFigures.Who.mentors]), (5, 4, [.mentees]), (5, 5, [.mentees, .mentors, .all]),
      (4, 4, [.all]), (4, 1, []), (5, 0, [.mentees, .mentors, .all]),
    ] {
      let figures = try await counted(engine, mentees: mentees, mentors: mentors)
      for who in CycleFigures.Who.allCases {
        let lines = figures.lines.filter { $0.who == who }
        #expect(lines.map(\.subscale) == ["Aim", "Help"])
        // All subscales of a group, or none: they have the same people.
        let isShown = lines.map { $0.shown != nil }
        #expect(isShown == lines.map { _ in shown.contains(who) }, "\(mentees) \(mentors) \(who)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a mean that tells everybody's is withheld`(_ engine: Engine) async throws {
    let figures = try await counted(engine, mentees: 6, mentors: 5, alike: true)
    // All mentees stand alike before: they are withheld as if they were few, and the total too.
    #expect(Set(figures.lines.filter { $0.shown != nil }.map(\.who)) == [.mentors])
  }

  @Test(arguments: Engine.available)
  func `figures stay as they were counted, whoever deletes their answers`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.choose(try await ground.load())
      let people = try await ground.pairUp(mentees: 5, mentors: 5)
      try await ground.answerAll(people.mentees + people.mentors)
      try await ground.morning(Ground.counted)
      let figures = try await ground.figures()
      #expect(figures?.lines.first?.shown?.people == 5)
      try await ground.forget(as: people.mentees[0])
      try await ground.morning("2027-07-30T15:00:00.000Z")
      #expect(try await ground.figures() == figures)
    }
  }

  @Test(arguments: Engine.available, ["mentees", "mentors", "both"])
  func `peers are one kind of people, whoever is asked`(
    _ engine: Engine, answeredBy: String
  ) async throws {
    try await withGround(engine) { ground in
      var plan = Ground.plan
      (plan.shape, plan.audience) = (.peers, .everyone)
      try await ground.replan(plan)
      try await ground.choose(try await ground.load(sheetFile(answeredBy: answeredBy)))
      let people = try await ground.pairUp(mentees: 3, mentors: 2)
      try await ground.answerAll(people.mentees + people.mentors)
      try await ground.morning(Ground.counted)
      let lines = try #require(try await ground.figures()).lines
      #expect(lines.map(\.who) == [.all, .all])
      #expect(lines.map(\.subscale) == ["Aim", "Help"])
      #expect(lines.allSatisfy { $0.shown?.people == 5 })
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the office reads the figures`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      for (role, person) in ground.cast.viewers where role != "office" {
        let cycle = ground.cycle
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try CycleFigures.of(cycle, viewer: viewer, reader: reader)?.lines.count
          }
        }
      }
    }
  }

  /// Means before and after, of the change, and its deviation, in tenths.
  private static func tenths(_ line: CycleFigures.Line) -> [Int] {
    guard let means = line.shown?.means else { return [] }
    return [means.before, means.after, means.change, means.deviation]
  }

  /// The figures of so many people of each side, all of whom answered twice.
  private func counted(
    _ engine: Engine, mentees: Int, mentors: Int, alike: Bool = false
  ) async throws -> CycleFigures {
    try await withGround(engine) { ground in
      try await ground.choose(try await ground.load())
      let people = try await ground.pairUp(mentees: mentees, mentors: max(mentors, 1))
      try await ground.answerAll(people.mentees, alike: alike)
      try await ground.answerAll(Array(people.mentors.prefix(mentors)))
      try await ground.morning(Ground.counted)
      return try #require(try await ground.figures())
    }
  }
}

extension Ground {
  /// Each answers otherwise, before, after and in what changes; or all alike before.
  fileprivate func answerAll(_ people: [PersonID], alike: Bool = false) async throws {
    for (place, person) in people.enumerated() {
      let one = alike ? 3 : 1 + place % 2
      try await answerTwice([one, 3, one], [2 + place % 3, 3, 4 - place % 3], as: person)
    }
  }
}
