import Matching
import Mentoring
import Testing

/// The points of all pairs, which are counted for many at a time, beside those of one pair.
@Suite struct PairPointsTests {
  @Test(arguments: 0..<20)
  func `a problem has the points of each pair that may be, and no other`(seed: Int) throws {
    var chance = Chance(state: UInt64(seed))
    let mentees = (0..<9).map { person("mentee-\($0)", &chance) }
    let mentors = (0..<6).map { person("mentor-\($0)", &chance) }
    let weights = Criterion.allCases.map { "\"\($0.rawValue)\":\(chance.below(4))" }
    let inputs = try FrozenInputs(
      text: """
        {"objective":"most","weights":{\(weights.joined(separator: ","))},
        "mentees":[\(mentees.joined(separator: ","))],
        "mentors":[\(mentors.joined(separator: ","))],
        "barred":[{"mentee":1,"mentor":2,"bars":["paired"]},
        {"mentee":3,"mentor":0,"bars":["apart","leadership"]}],
        "locks":[],"bans":[[1,4],[8,5]]}
        """)
    let problem = try inputs.problem()
    let closed = [Pair(1, 2), Pair(3, 0), Pair(1, 4), Pair(8, 5)]
    for mentee in 0..<9 {
      for mentor in 0..<6 {
        let points = inputs.points(mentee: mentee, mentor: mentor).reduce(0) { $0 + $1.points }
        let pair = Pair(mentee, mentor)
        #expect(problem.weight(of: pair) == (closed.contains(pair) ? nil : points))
      }
    }
    let relaxed = try inputs.problem(relaxing: [.paired])
    #expect(relaxed.weight(of: Pair(1, 2)) != nil)
    #expect(relaxed.weight(of: Pair(3, 0)) == nil)
  }

  private func person(_ name: String, _ chance: inout Chance) -> String {
    let terms = ["topics", "careers", "specialties", "languages", "formats"].map { kind in
      let numbers = (0..<6).filter { _ in chance.below(3) == 0 }
      return "\"\(kind)\":\(numbers)"
    }
    return """
      {"id":"\(name)","person":"\(name)","places":1,"hours":\(chance.below(1 << 20)),
      "department":"\(chance.below(3))",\(terms.joined(separator: ","))}
      """
  }
}
