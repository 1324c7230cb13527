/// The pairs that are still open, from each person's side, with what they score.
struct PeerGraph<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  let arena = Arena()
  let count: Int
  /// Where each person's arcs begin, and one more for the end.
  let starts: Cells<Int32>
  /// Who is at the end of each arc, ascending for each person.
  let ends: Cells<Int32>
  /// Points and bonus of each arc, in half points.
  let scores: Cells<Score>

  /// The edges of a problem without those of people who are locked.
  init(_ problem: PeerProblem, bonus: Int128) {
    count = problem.count
    starts = arena.cells(count + 1, 0)
    ends = arena.cells(problem.rows.mentors.count, 0)
    scores = arena.cells(problem.rows.mentors.count, 0)
    let isLocked = problem.isLocked
    var arc = 0
    for person in 0..<count {
      for position in problem.rows[person] where !isLocked[person] {
        let other = problem.rows.mentors[position]
        guard !isLocked[Int(other)] else { continue }
        ends[arc] = other
        scores[arc] = Score(2 * (Int128(problem.rows.weights[position]) + bonus))
        arc += 1
      }
      starts[person + 1] = Int32(arc)
    }
  }

  /// The arcs of a person.
  @inline(__always)
  func arcs(of person: Int) -> Range<Int> { Int(starts[person])..<Int(starts[person + 1]) }
}
