package import Tally

/// What can be counted again at any time: the published files, and how they are counted.
package struct Counting: Sendable, Equatable {
  /// The ballots as a .blt file.
  package let blt: String
  /// Who may be elected together, as a CSV file; empty where that is open.
  package let constraints: String
  package let method: Election.Method
  package let lotSeed: String

  package init(blt: String, constraints: String, method: Election.Method, lotSeed: String) {
    self.blt = blt
    self.constraints = constraints
    self.method = method
    self.lotSeed = lotSeed
  }

  /// Counts the files: what `housestaff tally` does with them.
  package func report() throws -> Report {
    let rule = method.rule
    let election = try Tally.Election(
      ballots: Array(blt.utf8), equalRanks: rule.allowsEqualRanks)
    let rules =
      constraints.isEmpty
      ? SeatConstraints() : try SeatConstraints(csv: Array(constraints.utf8), for: election)
    return try rule.count(election, lot: .seed(lotSeed), constraints: rules)
  }
}
