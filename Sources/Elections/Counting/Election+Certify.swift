import Councils
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
  /// Whoever cannot take it (they left, or the seat is taken) does not hold the result up: why is
  /// kept beside their name.
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
    let result = try ElectionResult.whole(of: election, reader: writer)
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
    var seating: ID<Seating>?
    var obstacle = ""
    do {
      seating = try Seating.seat(
        Elected(person, to: rule, evidence: evidence), by: viewer, in: world, writer: writer)
    } catch is Absent {
      obstacle = "They are not here any more."
    } catch let refusal as any Refusal {
      obstacle = refusal.sentence
    }
    try writer.execute(
      """
      UPDATE elected_candidate SET seating_id = \(seating), obstacle = \(obstacle)
      WHERE election_id = \(self.id) AND place = \(place)
      """)
  }

  /// What stands beside the seat of whoever was elected.
  private var evidence: String { "Elected by peers: \(title)" }
}
