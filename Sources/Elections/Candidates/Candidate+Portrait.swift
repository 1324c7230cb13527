package import Kernel
package import SQLStore

extension Candidate {
  /// Shows a picture beside one's own statement, or takes it away.
  package static func show(
    _ portrait: Portrait?, in id: ElectionID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    let candidate = try own(in: id, viewer: viewer, reader: writer)
    guard let candidate, candidate.state == .accepted else { throw Absent() }
    // Taking a picture of oneself away is nobody else's business, at any time.
    if portrait != nil { try election.refuseOutsideNominations(at: viewer.now) }
    try writer.execute(
      """
      UPDATE candidate SET portrait = \(portrait?.bytes),
        portrait_type = \(portrait?.format.rawValue)
      WHERE id = \(candidate.id)
      """)
  }

  /// The picture of someone who stands.
  /// - Throws: ``Absent`` where there is none, or the viewer does not see the election.
  package static func portrait(
    of candidate: ID<Candidate>, viewer: Viewer, reader: any SQLReader
  ) throws -> Portrait {
    let row = try reader.first(
      """
      SELECT election_id, portrait, portrait_type FROM candidate
      WHERE id = \(candidate) AND portrait IS NOT NULL
        AND (state = 'accepted' OR position IS NOT NULL)
      """)
    guard let row, let format = Portrait.Format(rawValue: try row.text("portrait_type")) else {
      throw Absent()
    }
    _ = try Election.find(try row.id("election_id"), viewer: viewer, reader: reader)
    return Portrait(format: format, kept: try row.bytes("portrait"))
  }
}
