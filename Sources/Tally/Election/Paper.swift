/// A ballot paper, or several equal ones: candidates by their number from 1, best first.
public struct Paper: Sendable, Hashable {
  /// What a paper says.
  public enum Marks: Sendable, Hashable {
    /// Ranks, best first. Several candidates in one are equal; an empty one was skipped.
    case ranks([[Int]])
    /// A score, from 0 to 65,535, for each candidate who was given one.
    case scores([Int: Int])
  }

  /// How many such papers there are.
  public let count: Int
  /// What the papers say.
  public let marks: Marks

  /// So many papers with these marks.
  public init(_ count: Int = 1, _ marks: Marks) {
    self.count = count
    self.marks = marks
  }

  /// So many papers that rank these candidates, best first.
  public init(_ count: Int = 1, ranking numbers: [Int]) {
    self.init(count, .ranks(numbers.map { [$0] }))
  }
}

/// What is wrong with a paper.
public enum PaperProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A paper names someone who does not stand.
  case stranger(String, candidates: Int)
  /// A paper names a candidate twice.
  case twice(Int)
  /// A paper stands for no paper, or less.
  case weight(String)
  /// All papers together are more than can be counted: 2 to the power of 62.
  case tooMany
  /// A score is not from 0 to 65,535.
  case score(String)
  /// The rule has no answer to equal ranks.
  case equal
  /// Some papers have ranks, others scores.
  case mixed

  /// The problem in a sentence that says how to mend it.
  public var description: String {
    switch self {
    case .stranger(let number, let candidates):
      "there is no candidate \(number); they are numbered 1 to \(candidates)."
    case .twice(let number): "candidate \(number) is marked twice on one paper."
    case .weight(let number):
      "a paper cannot stand for \(number) papers; write a whole number from 1."
    case .tooMany: "the papers add up to more than 4,611,686,018,427,387,904."
    case .score(let score): "the score \(score) is not a whole number from 0 to 65535."
    case .equal: "candidates share a rank; this method has no rule for equal ranks."
    case .mixed: "some papers have ranks and others scores; one election has one kind."
    }
  }
}
