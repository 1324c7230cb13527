package import Councils
package import Kernel
package import SQLStore

extension Election {
  /// The certified elections that put people into seats, by seat, where the viewer finds them: one
  /// query for all of them.
  package static func behind(
    _ seatings: [ID<Seating>], viewer: Viewer, reader: any SQLReader
  ) throws -> [ID<Seating>: ElectionID] {
    let found: [(ID<Seating>, ElectionID)] = try reader.rows(
      """
      SELECT elected_candidate.seating_id AS seating_id, election.id AS election_id
      FROM elected_candidate JOIN election ON election.id = elected_candidate.election_id
      WHERE elected_candidate.seating_id IN (\(list: seatings))
        AND election.state = 'certified' AND \(visible(to: viewer))
      """
    ).map { (try $0.id("seating_id"), try $0.id("election_id")) }
    return Dictionary(found) { first, _ in first }
  }
}
