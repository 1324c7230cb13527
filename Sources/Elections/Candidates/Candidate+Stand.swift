package import Kernel
import Roster
package import SQLStore

extension Candidate {
  /// Stands for election, or accepts a proposal: both say the same, and only the person can.
  @discardableResult
  package static func stand(
    _ statement: String, in id: ElectionID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> Candidate {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    guard let person = viewer.person else { throw Absent() }
    try election.refuseOutsideNominations(at: viewer.now)
    guard election.officer != person else { throw ElectionRefusal.officerNeverStands }
    let statement = try read(statement)
    let place = try place(of: person, in: election, viewer, writer)
    let before = try own(in: id, viewer: viewer, reader: writer)
    try writer.execute(
      """
      INSERT INTO candidate (id, election_id, person_id, program_id, department_id, state,
        statement, proposed_at, answered_at)
      VALUES (\(world.newID(ID<Candidate>.self)), \(id), \(person), \(place.program),
        \(place.department), 'accepted', \(statement), \(viewer.now), \(viewer.now))
      ON CONFLICT (election_id, person_id) DO UPDATE SET program_id = excluded.program_id,
        department_id = excluded.department_id, state = excluded.state,
        statement = excluded.statement, answered_at = excluded.answered_at, withdrawn_at = NULL
      """)
    guard let candidate = try own(in: id, viewer: viewer, reader: writer) else { throw Absent() }
    if before?.state != .accepted {
      try election.note("candidate.stands", candidate.name, by: viewer, to: writer)
    }
    return candidate
  }

  /// Says no to a proposal. Nobody but the proposer's count of proposals knows of it.
  package static func decline(
    in id: ElectionID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    let candidate = try own(in: id, viewer: viewer, reader: writer)
    guard let candidate, candidate.state == .proposed else { throw Absent() }
    guard election.state == .nominating else { throw ElectionRefusal.wrongState(election.state) }
    try writer.execute(
      """
      UPDATE candidate SET state = 'declined', answered_at = \(viewer.now)
      WHERE id = \(candidate.id)
      """)
  }

  /// Stops standing. Before the opening it is as if one never stood, and one can stand again while
  /// nominations are open; after it, the name stays on the papers and is passed over.
  package static func withdraw(
    from id: ElectionID, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    let candidate = try own(in: id, viewer: viewer, reader: writer)
    guard let candidate, candidate.state == .accepted else { throw Absent() }
    guard election.state == .nominating || election.state == .voting else {
      throw ElectionRefusal.wrongState(election.state)
    }
    try writer.execute(
      """
      UPDATE candidate SET state = 'withdrawn', withdrawn_at = \(viewer.now)
      WHERE id = \(candidate.id)
      """)
    try election.note("candidate.withdrew", candidate.name, by: viewer, to: writer)
    if election.state == .voting, let officer = election.officer {
      try Notice.tell(
        officer,
        Notice.News(
          .council, "A candidate withdrew from an election that is open for voting.",
          path: election.path), in: world, writer: writer)
    }
  }

  private static func read(_ statement: String) throws(Problems) -> String {
    var fields = TypedFields { _ in statement }
    let statement = fields.lines(Field.statement, most: longestStatement)
    try fields.problems.throwIfAny()
    return statement ?? ""
  }

  /// Where someone trains who can stand: whoever may vote.
  private static func place(
    of person: PersonID, in election: Election, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (program: ProgramID, department: DepartmentID) {
    guard let electorate = election.electorate else {
      throw ElectionRefusal.wrongState(election.state)
    }
    if let place = try electorate.member(person, reader) { return place }
    if let added = try election.addedPlace(of: person, reader) { return added }
    let exclusion = try electorate.exclusion(of: person, reader: reader) ?? .notTraining
    throw ElectionRefusal.cannotStand(exclusion)
  }
}

extension Election {
  /// Refuses nominations before the announcement, outside their window and after the opening.
  func refuseOutsideNominations(at now: Instant) throws(ElectionRefusal) {
    guard state == .nominating else { throw .wrongState(state) }
    guard schedule.takesNominations(at: now) else { throw .nominationsClosed }
  }

  /// Where someone trains whom a correction will put on the roll.
  fileprivate func addedPlace(
    of person: PersonID, _ reader: any SQLReader
  ) throws -> (program: ProgramID, department: DepartmentID)? {
    let row = try reader.first(
      """
      SELECT directory_entry.program_id AS program_id,
        directory_entry.department_id AS department_id
      FROM roll_correction
      JOIN directory_entry ON directory_entry.person_id = roll_correction.person_id
      WHERE roll_correction.election_id = \(id) AND roll_correction.person_id = \(person)
        AND roll_correction.ruling = 'added' AND directory_entry.program_id IS NOT NULL
      """)
    return try row.map { (try $0.id("program_id"), try $0.id("department_id")) }
  }
}
