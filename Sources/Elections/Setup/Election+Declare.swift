import Councils
package import Kernel
package import SQLStore

extension Election {
  /// Declares everybody elected who stands, where there are no more of them than seats: without a
  /// vote, and said so. The election officer does it once nominations are over.
  /// - Returns: sentences about those who cannot take their seat; they do not hold the others up.
  @discardableResult
  package static func declareUncontested(
    _ id: ElectionID, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> [String] {
    let election = try find(id, viewer: viewer, reader: writer)
    guard let person = viewer.person, election.officer == person else {
      throw ElectionRefusal.onlyElectionOfficer
    }
    guard election.state == .nominating else { throw ElectionRefusal.wrongState(election.state) }
    guard let until = election.schedule.nominateUntil, until <= viewer.now else {
      throw ElectionRefusal.notReady(["Nominations are still open."])
    }
    let standing = try election.uncontested(viewer, writer)
    try writer.execute(
      """
      DELETE FROM candidate WHERE election_id = \(id) AND state <> 'accepted'
      """)
    try writer.execute(
      """
      UPDATE election SET state = 'certified', closed_at = \(viewer.now),
        certified_at = \(viewer.now), certified_by = \(person)
      WHERE id = \(id)
      """)
    try election.note(
      "election.uncontested", "\(election.title): \(standing.count) elected without a vote",
      by: viewer, to: writer)
    return try standing.enumerated().compactMap { place, candidate in
      try election.keep(candidate, place: place + 1, by: viewer, in: world, writer)
    }
  }

  /// Those who stand where no vote is needed.
  private func uncontested(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Candidate] {
    let standing = try Candidate.standing(in: self, viewer: viewer, reader: reader)
      .filter { $0.state == .accepted }
    switch Contest.of(standing, in: self) {
    case .nobody: throw ElectionRefusal.notReady(["Nobody stands."])
    case .contested: throw ElectionRefusal.needsVote
    case .uncontested: return standing
    }
  }

  /// Keeps someone as elected without a vote, seats them, and tells them.
  /// - Returns: why the seat cannot be taken now, where it cannot.
  private func keep(
    _ candidate: Candidate, place: Int, by viewer: Viewer, in world: World,
    _ writer: any SQLWriter
  ) throws -> String? {
    try Notice.tell(
      candidate.person,
      Notice.News(.council, "You are elected, without a vote.", path: path), in: world,
      writer: writer)
    let taking = try SeatTaking(of: candidate.person, in: self, by: viewer, world, writer)
    try writer.execute(
      """
      INSERT INTO elected_candidate (election_id, place, candidate_id, seating_id, obstacle, waits)
      VALUES (\(id), \(place), \(candidate.id), \(taking.seating), \(taking.obstacle),
        \(taking.waits))
      """)
    return taking.obstacle.isEmpty ? nil : "\(candidate.name): \(taking.obstacle)"
  }
}
