/// What is counted: seats, candidates and ballot papers.
public struct Election: Sendable, Equatable {
  /// What the election is called; empty where nobody said.
  public let title: String
  /// How many are to be elected, at least one.
  public let seats: Int
  /// The candidates in the order of the paper. The first is number 1 in every report.
  public let candidates: [Candidate]
  /// The papers, equal ones together.
  public let papers: Papers

  /// The most candidates that a paper may list: Schulze's method takes their number cubed.
  public static let mostCandidates = 1000

  /// An election of papers that were read already.
  init(title: String, seats: Int, candidates: [Candidate], papers: Papers) {
    self.title = title
    self.seats = seats
    self.candidates = candidates
    self.papers = papers
  }

  /// An election of papers made in memory.
  ///
  /// - Throws: ``ElectionProblem`` where seats, candidates or a paper cannot be.
  public init(
    title: String = "", seats: Int, candidates: [Candidate], papers: [Paper]
  ) throws(ElectionProblem) {
    try Self.check(seats: seats, candidates: candidates.count)
    var stack = PaperStack(candidates: candidates.count)
    for (place, paper) in papers.enumerated() {
      if let problem = stack.add(paper) { throw .paper(place + 1, problem) }
    }
    self.init(title: title, seats: seats, candidates: candidates, papers: stack.grouped())
  }

  /// The same election for another number of seats, at least one.
  public func filling(seats: Int) throws(ElectionProblem) -> Election {
    try Self.check(seats: seats, candidates: candidates.count)
    return Election(title: title, seats: seats, candidates: candidates, papers: papers)
  }

  private static func check(seats: Int, candidates: Int) throws(ElectionProblem) {
    guard (1...mostCandidates).contains(candidates) else { throw .candidates(candidates) }
    guard (1...mostCandidates).contains(seats) else { throw .seats(seats) }
  }
}
