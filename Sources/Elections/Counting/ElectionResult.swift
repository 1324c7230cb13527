package import Kernel
package import SQLStore

/// What came out of an election, as it was kept when it was closed.
package struct ElectionResult: Sendable, Equatable {
  package let election: ElectionID
  /// How many were on the roll.
  package let electors: Int
  /// How many of them have voted by the roll.
  package let voted: Int
  /// How many ballots were in the urn.
  package let ballots: Int
  package let abstained: Int
  /// How many of them could not be opened, or said what no ballot can say.
  package let unreadable: Int
  /// Whether there are too few ballots to show more than who is elected.
  package let isWithheld: Bool
  /// The published files; nil where there was nothing to count, or it is withheld.
  package let counting: Counting?
  /// The report as the counting library writes it; empty where there was nothing to count, or it
  /// is withheld.
  package let report: String
  /// Why there was nothing to count; empty where there was.
  package let problem: String
  /// Who is elected, in order of election.
  package let elected: [ElectedCandidate]

  /// Whether the urn holds as many ballots as people voted by the roll.
  package var agrees: Bool { voted == ballots }

  /// The elections of which the viewer may see the result.
  static func visible(to viewer: Viewer) -> SQLQuery {
    """
    (\(Election.visible(to: viewer)) AND (election.state = 'certified'
      OR (election.state = 'closed' AND election.officer_id = \(viewer.person))))
    """
  }

  /// The result as the viewer may see it: once it is certified, and before that for the election
  /// officer alone. Of fewer ballots than the public threshold only who is elected is told.
  /// - Returns: nil where there is none, or it is not the viewer's to see.
  package static func find(
    _ id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> ElectionResult? {
    let election = try reader.first(
      Election.self,
      """
      SELECT \(Election.columns) FROM election
      WHERE election.id = \(id) AND \(visible(to: viewer))
      """)
    guard let election else { return nil }
    let threshold = try Settings(reader: reader).publicThreshold
    return try read(election, withholdingBelow: threshold, viewer, reader)
  }

  /// The whole result of an election that was closed, as certifying needs it: for no page.
  package static func whole(
    of election: Election, viewer: Viewer, reader: any SQLReader
  ) throws -> ElectionResult? {
    try read(election, withholdingBelow: 0, viewer, reader)
  }

  private static func read(
    _ election: Election, withholdingBelow threshold: Int, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> ElectionResult? {
    try reader.first(
      """
      SELECT electors, voted, ballots, abstained, unreadable, blt, constraints, report, problem
      FROM election_result WHERE election_id = \(election.id)
      """
    ).map { row in
      let ballots = try row.integer("ballots")
      let isWithheld = ballots < threshold
      let blt = try isWithheld ? "" : row.text("blt")
      let constraints = try row.text("constraints")
      let counting = election.lotSeed.flatMap { seed in
        blt.isEmpty
          ? nil
          : Counting(blt: blt, constraints: constraints, method: election.method, lotSeed: seed)
      }
      return ElectionResult(
        election: election.id, electors: try row.integer("electors"),
        voted: try row.integer("voted"), ballots: ballots,
        abstained: try row.integer("abstained"), unreadable: try row.integer("unreadable"),
        isWithheld: isWithheld, counting: counting,
        report: try isWithheld ? "" : row.text("report"), problem: try row.text("problem"),
        elected: try ElectedCandidate.all(of: election.id, viewer: viewer, reader: reader))
    }
  }
}
