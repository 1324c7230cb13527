import Councils
package import Kernel
package import SQLStore

/// Those who were elected to a seat that is still held: each takes it when it falls free, who was
/// elected earlier first.
package enum WaitingSeats {
  /// The kind of the job that seats them.
  package static let job = "elections.seat"

  /// Seats everybody whose seat has fallen free.
  /// - Returns: how many.
  package static func settle(in world: World, _ store: any Store) async throws -> Int {
    try await store.write { writer in
      let now = world.now()
      let viewer = try program(at: now, writer)
      var seated = 0
      for row in try waiting(writer) {
        let election = try Election.opened(try row.id("election_id"), reader: writer)
        let person: PersonID = try row.id("person_id")
        let taking = try SeatTaking(of: person, in: election, by: viewer, world, writer)
        try writer.execute(
          """
          UPDATE elected_candidate SET seating_id = \(taking.seating),
            obstacle = \(taking.obstacle), waits = \(taking.waits)
          WHERE election_id = \(election.id) AND place = \(try row.integer("place"))
          """)
        guard taking.seating != nil else { continue }
        seated += 1
        try Notice.tell(
          person,
          Notice.News(
            .council, "The seat to which you were elected is free, and yours from today.",
            path: election.path), in: world, writer: writer)
      }
      return seated
    }
  }

  private static func waiting(_ reader: any SQLReader) throws -> [SQLRow] {
    try reader.rows(
      """
      SELECT elected_candidate.election_id AS election_id, elected_candidate.place AS place,
        candidate.person_id AS person_id
      FROM elected_candidate JOIN election ON election.id = elected_candidate.election_id
      JOIN candidate ON candidate.id = elected_candidate.candidate_id
      WHERE elected_candidate.waits
      ORDER BY election.certified_at, election.id, elected_candidate.place
      """)
  }

  /// The program itself, which finds each organization, as it does when seats end.
  private static func program(at now: Instant, _ reader: any SQLReader) throws -> Viewer {
    Viewer(
      person: nil, grants: [Grant(role: .administrator, scope: .institution)], now: now,
      today: now.day(in: try Settings(reader: reader).timeZone))
  }
}
