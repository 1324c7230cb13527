import Matching
import Mentoring
import Testing

/// Why someone has no mentor, in short, beside the answer that searches all pairs for one person.
@Suite struct WithoutMentorTests {
  @Test(arguments: 0..<30)
  func `the short reason is that of the long answer`(seed: Int) throws {
    var chance = Chance(state: UInt64(seed))
    let inputs = try Self.inputs(&chance)
    let answers = try MatchingAnswers(inputs)
    let without = answers.solved.withoutMentor
    #expect(without.count == 8 - answers.solved.matched)
    for one in without {
      guard case .points(let why) = try answers.why(one.mentee) else {
        Issue.record("the answer is not about points")
        continue
      }
      #expect(why.mentor == nil)
      #expect(one.reason == Self.short(why.reason))
    }
  }

  private static func short(_ reason: Explanation.Reason) -> WithoutMentor.Reason? {
    switch reason {
    case .noAllowedPair: .noAllowedPair
    case .noPlace: .noPlace
    case .outbid: .outbid
    case .locked, .matched, .onlyNegative: nil
    }
  }

  /// Few places, many bars, a pair that was set by hand.
  private static func inputs(_ chance: inout Chance) throws -> FrozenInputs {
    let mentees = (0..<8).map { person("mentee-\($0)", 0, &chance) }
    let mentors = (0..<4).map { person("mentor-\($0)", $0 == 0 ? 1 : chance.below(3), &chance) }
    let barred = (0..<8).flatMap { mentee in
      (0..<4).filter { (mentee, $0) != (0, 0) && chance.below(2) == 0 }.map { mentor in
        "{\"mentee\":\(mentee),\"mentor\":\(mentor),\"bars\":[\"apart\"]}"
      }
    }
    return try FrozenInputs(
      text: """
        {"objective":"most","weights":{"topics":1},
        "mentees":[\(mentees.joined(separator: ","))],
        "mentors":[\(mentors.joined(separator: ","))],
        "barred":[\(barred.joined(separator: ","))],"locks":[[0,0]],"bans":[]}
        """)
  }

  private static func person(_ name: String, _ places: Int, _ chance: inout Chance) -> String {
    """
    {"id":"\(name)","person":"\(name)","places":\(places),"hours":0,"department":"",
    "topics":\((0..<4).filter { _ in chance.below(2) == 0 }),"careers":[],"specialties":[],
    "languages":[],"formats":[]}
    """
  }
}
