/// The whole of a count: what came in, every stage, every tie, and who is elected.
public struct Report: Sendable, Hashable {
  /// The short name of the method.
  public let method: String
  /// The rule in words, with its source.
  public let rule: String
  /// What the election is called; empty where nobody said.
  public let title: String
  /// How many are to be elected.
  public let seats: Int
  /// All candidates in the order of the paper.
  public let candidates: [Candidate]
  /// How many papers came in.
  public let papers: Int
  /// How many of them count under the rule. Under Meek's method and instant runoff a blank paper
  /// counts, and is exhausted from the beginning.
  public let valid: Int
  /// The quota; under Meek's method the last. Nil where the method has none.
  public let quota: Amount?
  /// Every stage in order.
  public let stages: [Stage]
  /// Who is elected, by number, in order of election.
  public let elected: [Int]
  /// Who of them had no quota at the end and took a seat that nobody else was left for.
  public let electedRemaining: [Int]
  /// Who was excluded, by number, in order of exclusion.
  public let excluded: [Int]
  /// Every choice among equals.
  public let ties: [Tie]
  /// The order that lots follow, fixed before the count.
  public let lots: LotOrder
  /// How candidates compare in pairs, where the method asks.
  public let pairs: PairReport?
}
