import Attachments
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
        portrait_type = \(portrait?.kind.rawValue)
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
      SELECT portrait, portrait_type FROM candidate
      WHERE id = \(candidate) AND portrait IS NOT NULL
        AND (state = 'accepted' OR position IS NOT NULL)
        AND election_id IN (SELECT election.id FROM election WHERE \(Election.visible(to: viewer)))
      """)
    guard let row, let kind = FileKind(rawValue: try row.text("portrait_type")) else {
      throw Absent()
    }
    return Portrait(kind: kind, kept: try row.bytes("portrait"))
  }
}
