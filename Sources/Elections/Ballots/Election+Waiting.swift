package import Kernel
package import SQLStore

extension Election {
  /// The elections that wait for the viewer: to vote now, or to certify the result. The first to
  /// end in front.
  package static func waiting(for viewer: Viewer, reader: any SQLReader) throws -> [Election] {
    try reader.all(
      Election.self,
      """
      SELECT \(columns) FROM election
      LEFT JOIN elector ON elector.election_id = election.id
        AND elector.person_id = \(viewer.person)
      WHERE (election.state = 'voting' AND NOT elector.has_voted
          AND election.vote_from <= \(viewer.now) AND election.vote_until > \(viewer.now))
        OR (election.state = 'closed' AND election.officer_id = \(viewer.person))
      ORDER BY election.vote_until, election.id
      """)
  }
}
