/// How candidates compare in pairs, and what follows from it under a Condorcet method.
public struct PairReport: Sendable, Hashable {
  /// How many papers prefer the row's candidate to the column's.
  public let preferences: [[Int]]
  /// The strength of the strongest path from the row's candidate to the column's.
  public let paths: [[Int]]
  /// Whom nobody beats by a stronger path; more than one only in a tie.
  public let winners: [Int]
  /// All candidates in groups by how many they beat by paths, the best first.
  public let ranking: [[Int]]

  /// What the report writes beyond the members of every method.
  var members: [(String, JSON)] {
    [
      ("winners", .numbers(winners)), ("ranking", .array(ranking.map(JSON.numbers))),
      ("pairwise", .array(preferences.map(JSON.numbers))),
      ("paths", .array(paths.map(JSON.numbers))),
    ]
  }
}
