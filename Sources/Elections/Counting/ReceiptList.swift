package import Kernel
package import SQLStore

/// The published list of receipts' digests: it says which ballots are in the count, and of none
/// what it says.
package enum ReceiptList {
  /// Whether a voter's ballot is in the list: for everyone who sees the election.
  package static func holds(
    _ receipt: BallotReceipt, in election: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM ballot_receipt JOIN election ON election.id = ballot_receipt.election_id
      WHERE election.id = \(election) AND digest = \(receipt.digest)
        AND \(Election.visible(to: viewer))
      """) > 0
  }

  /// The list as a file: a digest a line, sorted. Empty for whoever does not see the result, and
  /// where there are too few ballots to show them.
  package static func file(
    of election: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> String {
    let threshold = try Settings(reader: reader).publicThreshold
    return try reader.rows(
      """
      SELECT digest FROM ballot_receipt JOIN election ON election.id = ballot_receipt.election_id
      WHERE election.id = \(election) AND \(ElectionResult.visible(to: viewer))
        AND (SELECT ballots FROM election_result WHERE election_id = election.id) >= \(threshold)
      ORDER BY digest
      """
    ).map { try $0.text("digest") + "\n" }.joined()
  }
}
