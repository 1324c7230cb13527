package import Kernel
package import Matching

/// Answers about a matching: why this pair, why not me, what if.
///
/// They come from the proof, so they need the inputs alone: solving them again gives the same
/// pairs.
package struct MatchingAnswers: Sendable {
  package let solved: FrozenInputs.Solved
  private let explainer: Explainer?

  /// Solves the inputs again, which gives the same pairs.
  package init(_ inputs: FrozenInputs) throws {
    solved = try inputs.solve()
    // The fairest worst match is not explained in points.
    explainer =
      solved.assignment.objective == .fair
      ? nil : try Explainer(solved.problem, solved.assignment)
  }

  /// Why someone has their mentor, or none, with what each other pair would cost all together.
  /// - Returns: nil where the objective has no answer in points.
  package func why(_ mentee: ID<Enrollment>) throws -> Explanation? {
    guard let index = solved.inputs.index(ofMentee: mentee) else { throw Absent() }
    return try explainer?.explain(index)
  }

  /// How many would have a mentor, and at how many points, if one bar did not count.
  package func without(_ bar: Bar) throws -> Difference {
    let other = try solved.inputs.solve(relaxing: [bar])
    let gaining = zip(solved.assignment.mentorOf, other.assignment.mentorOf).enumerated()
      .filter { $0.element.0 == nil && $0.element.1 != nil }
      .map { solved.inputs.mentee($0.offset) }
    return Difference(
      matched: other.assignment.matched - solved.assignment.matched,
      points: other.assignment.total - solved.assignment.total, gaining: gaining)
  }

  /// What a matching would be against the one that is.
  package struct Difference: Sendable, Equatable {
    package let matched: Int
    package let points: Int
    /// Those who would have a mentor and have none.
    package let gaining: [ID<Enrollment>]
  }
}
