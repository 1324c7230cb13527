import Councils
package import Kernel
package import SQLStore

extension Election {
  /// The field in which someone says why an election is called off.
  package static let reasonField = "reason"

  /// Ends an announced election without a result, for a reason that everybody reads. Once voting
  /// is open, a wrong election is closed and not certified: nobody may stop a vote that they dread.
  package static func callOff(
    _ id: ElectionID, because reason: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let election = try toRun(id, viewer, writer)
    guard election.state == .nominating else { throw ElectionRefusal.wrongState(election.state) }
    var fields = TypedFields { _ in reason }
    let reason = fields.requiredLines(
      reasonField, most: 500, "Write why, in a sentence. Everybody reads it.")
    try fields.problems.throwIfAny()
    try writer.execute(
      """
      UPDATE election SET state = 'called_off', ended_because = \(reason),
        closed_at = \(viewer.now)
      WHERE id = \(id)
      """)
    try election.note("election.called_off", election.title, by: viewer, to: writer)
    let people: [PersonID] = try writer.rows(
      """
      SELECT person_id FROM candidate WHERE election_id = \(id)
        AND state IN ('proposed', 'accepted') ORDER BY person_id
      """
    ).map { try $0.id("person_id") }
    for person in people where person != viewer.person {
      try Notice.tell(
        person,
        Notice.News(
          .council, "An election in which you stood, or were asked to, was called off.",
          path: election.path), in: world, writer: writer)
    }
  }

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
    let standing = try election.uncontested(writer)
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
    return try standing.compactMap { try election.seat($0, by: viewer, in: world, writer) }
  }

  /// Those who stand where no vote is needed.
  private func uncontested(_ reader: any SQLReader) throws -> [Candidate] {
    let standing = try Candidate.standing(in: self, reader: reader)
      .filter { $0.state == .accepted }
    switch Contest.of(standing, in: self) {
    case .nobody: throw ElectionRefusal.notReady(["Nobody stands."])
    case .contested: throw ElectionRefusal.needsVote
    case .uncontested: return standing
    }
  }

  /// Seats someone who is elected without a vote, and tells them.
  /// - Returns: why the seat cannot be taken, where it cannot.
  private func seat(
    _ candidate: Candidate, by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws -> String? {
    try Notice.tell(
      candidate.person,
      Notice.News(.council, "You are elected, without a vote.", path: path), in: world,
      writer: writer)
    do {
      try Seating.seat(
        Elected(candidate.person, to: rule, evidence: "\(title), elected without a vote"),
        by: viewer, in: world, writer: writer)
      return nil
    } catch is Absent {
      return "\(candidate.name) is not here any more."
    } catch let refusal as any Refusal {
      return "\(candidate.name): \(refusal.sentence)"
    }
  }
}
