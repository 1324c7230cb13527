package import Kernel
import Roster
package import SQLStore

extension Candidate {
  /// Proposes someone. It counts once they accept, and nobody else reads of it before.
  ///
  /// Refused is only what everybody can see in the directory. Whether someone's standing lets them
  /// stand, they learn themselves when they answer; a proposer never does.
  @discardableResult
  package static func propose(
    _ person: PersonID, in id: ElectionID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<Candidate> {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    guard let proposer = viewer.person else { throw Absent() }
    guard person != proposer else {
      throw Problems(
        field: PersonPick.field, "To stand yourself, use “Stand for election”.")
    }
    try election.refuseOutsideNominations(at: viewer.now)
    guard try election.mayPropose(proposer, writer) else { throw ElectionRefusal.notAnElector }
    let nominee = try Nominee.find(person, viewer, writer)
    guard election.officer != person else { throw ElectionRefusal.officerNeverStands }
    guard nominee.trains(in: election.constituency) else {
      throw ElectionRefusal.notOfPlace(name: nominee.name)
    }
    try refuseAgain(person, nominee.name, election, writer)
    let made = try proposed(in: id, by: viewer, reader: writer).count
    guard made < mostProposals else { throw ElectionRefusal.tooManyProposals }
    let candidate: ID<Candidate> = world.newID()
    try writer.execute(
      """
      INSERT INTO candidate (id, election_id, person_id, program_id, department_id, state,
        statement, proposed_by, proposed_at)
      VALUES (\(candidate), \(id), \(person), \(nominee.program), \(nominee.department),
        'proposed', '', \(proposer), \(viewer.now))
      """)
    try Notice.tell(
      person,
      Notice.News(
        .approval, "You were proposed as a candidate in an election. It counts if you accept.",
        path: election.path), in: world, writer: writer)
    return candidate
  }

  private static func refuseAgain(
    _ person: PersonID, _ name: String, _ election: Election, _ reader: any SQLReader
  ) throws {
    let before = try reader.number(
      """
      SELECT count(*) FROM candidate
      WHERE election_id = \(election.id) AND person_id = \(person)
      """)
    if before > 0 { throw ElectionRefusal.proposedAlready(name: name) }
  }
}

extension Election {
  /// Whether someone may propose: whoever may vote, also by a correction.
  fileprivate func mayPropose(_ person: PersonID, _ reader: any SQLReader) throws -> Bool {
    if try isElector(person, reader: reader) { return true }
    return try reader.number(
      """
      SELECT count(*) FROM roll_correction
      WHERE election_id = \(id) AND person_id = \(person) AND ruling = 'added'
      """) > 0
  }
}

/// Someone to be proposed, as the directory has them.
private struct Nominee {
  let name: String
  let isTrainee: Bool
  let program: ProgramID?
  let department: DepartmentID?

  static func find(
    _ person: PersonID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Nominee {
    let entry = try Directory.entry(of: person, viewer: viewer, reader: reader)
    let row = try reader.first(
      """
      SELECT program_id, department_id FROM directory_entry WHERE person_id = \(person)
      """)
    return Nominee(
      name: entry.name, isTrainee: entry.capacity == .trainee && entry.presence == .current,
      program: try row?.idOrNil("program_id"), department: try row?.idOrNil("department_id"))
  }

  func trains(in constituency: Scope) -> Bool {
    guard isTrainee, program != nil else { return false }
    return switch constituency {
    case .institution: true
    case .department(let id): department == id
    case .program(let id): program == id
    case .site: false
    }
  }
}
