package import Kernel
package import SQLStore

extension Election {
  /// The elections whose results wait for the viewer to certify them.
  package static func toCertify(viewer: Viewer, reader: any SQLReader) throws -> [Election] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      Election.self,
      """
      SELECT \(columns) FROM election
      WHERE election.officer_id = \(person) AND election.state = 'closed'
      ORDER BY election.closed_at, election.id
      """)
  }

  /// Certifies the result: it is published, and who is elected takes a seat.
  ///
  /// Whoever cannot take it does not hold the result up: why is kept beside their name. Where the
  /// seat is still held, they take it when it falls free.
  package static func certify(
    _ id: ElectionID, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let election = try opened(id, reader: writer)
    guard election.mayClose(viewer) else { throw BallotRefusal.notYours }
    guard election.state == .closed else { throw BallotRefusal.notClosed }
    try writer.execute(
      """
      UPDATE election SET state = 'certified', certified_at = \(viewer.now),
        certified_by = \(viewer.person)
      WHERE id = \(id)
      """)
    let result = try ElectionResult.whole(of: election, viewer: viewer, reader: writer)
    for (place, elected) in (result?.elected ?? []).enumerated() {
      try election.seat(elected.person, place: place + 1, by: viewer, in: world, writer)
    }
    try Audit.append(
      Audit.Act(
        "election.certified", of: Audit.Subject(kind: "election", id: id.text),
        detail: election.title),
      by: viewer.person, at: viewer.now, to: writer)
  }

  private func seat(
    _ person: PersonID, place: Int, by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws {
    let taking = try SeatTaking(of: person, in: self, by: viewer, world, writer)
    try writer.execute(
      """
      UPDATE elected_candidate SET seating_id = \(taking.seating), obstacle = \(taking.obstacle),
        waits = \(taking.waits)
      WHERE election_id = \(self.id) AND place = \(place)
      """)
  }
}
