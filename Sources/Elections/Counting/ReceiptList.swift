import Kernel
package import SQLStore

/// The published list of receipts' digests: it says which ballots are in the count, and of none
/// what it says.
package enum ReceiptList {
  /// Whether a voter's ballot is in the list.
  package static func holds(
    _ receipt: BallotReceipt, in election: ElectionID, reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM ballot_receipt
      WHERE election_id = \(election) AND digest = \(receipt.digest)
      """) > 0
  }

  /// The list as a file: a digest a line, sorted.
  package static func file(of election: ElectionID, reader: any SQLReader) throws -> String {
    try reader.rows(
      "SELECT digest FROM ballot_receipt WHERE election_id = \(election) ORDER BY digest"
    ).map { try $0.text("digest") + "\n" }.joined()
  }
}
