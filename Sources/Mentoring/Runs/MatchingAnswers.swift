package import Kernel
package import Matching

/// Answers about a matching: why this pair, why not me, what if.
///
/// They come from the proof, so they need the inputs alone: solving them again gives the same
/// pairs.
package struct MatchingAnswers: Sendable {
  package let solved: FrozenInputs.Solved

  /// Solves the inputs again, which gives the same pairs.
  package init(_ inputs: FrozenInputs) throws { solved = try inputs.solve() }

  /// Why someone has their mentor, or none.
  package enum Why: Sendable {
    /// With what each other pair would cost all together.
    case points(Explanation)
    /// By what both sides ranked.
    case rankings(RankingAnswer)
    /// By what each other pair of peers would cost.
    case peers(PeerAnswer)
    /// The fairest worst match is not explained in points.
    case fairest
  }

  /// What the rankings say of someone.
  package struct RankingAnswer: Sendable, Equatable {
    package let mentee: Int
    /// The mentor; nil for none.
    package let mentor: Int?
    /// The mentors whom they ranked higher, with others in their places.
    package let missed: [Int]
  }

  /// Why someone has their mentor, or none.
  package func why(_ mentee: ID<Enrollment>) throws -> Why {
    guard let index = solved.inputs.index(ofMentee: mentee) else { throw Absent() }
    switch solved.answer {
    case .points(let problem, let assignment):
      guard assignment.objective != .fair else { return .fairest }
      return .points(try Explainer(problem, assignment).explain(index))
    case .rankings(_, let matching):
      let mentor = matching.programOf[index]
      let closed = solved.inputs.closed()[index]
      let ranked = solved.inputs.ranked(byMentee: index).filter { !closed.contains($0) }
      return .rankings(
        RankingAnswer(
          mentee: index, mentor: mentor,
          missed: Array(ranked.prefix { $0 != mentor })))
    case .peers(let problem, let matching):
      return .peers(try peer(of: index, problem, matching))
    }
  }

  /// How many would have a mentor, and at how many points, if one bar did not count.
  package func without(_ bar: Bar) throws -> Difference {
    against(try solved.inputs.solve(relaxing: [bar]))
  }

  /// The same, if every mentor took one more.
  package func withOneMore() throws -> Difference {
    var inputs = solved.inputs
    inputs.mentors = inputs.mentors.map(\.withOneMore)
    return against(try inputs.solve())
  }

  private func against(_ other: FrozenInputs.Solved) -> Difference {
    Difference(
      matched: other.matched - solved.matched, points: other.total - solved.total,
      gaining: other.found.subtracting(solved.found).sorted().map(solved.inputs.mentee))
  }

  /// What a matching would be against the one that is.
  package struct Difference: Sendable, Equatable {
    package let matched: Int
    package let points: Int
    /// Those who would have a mentor and have none.
    package let gaining: [ID<Enrollment>]
  }
}
