package import Kernel
import Matching
import Roster
package import SQLStore

extension MatchingRun {
  /// Freezes what a matching of a cycle looks at; solving it is done outside of any transaction.
  /// - Parameter action: what it is for, which the cycle's state must allow.
  /// - Throws: ``MentoringRefusal/nobodyToMatch`` where one side is empty.
  package static func prepare(
    _ id: ID<MentoringCycle>, for action: CycleAction = .run, viewer: Viewer,
    reader: any SQLReader
  ) throws -> FrozenInputs {
    _ = try MentoringCycle.toRun(id, action, viewer, reader)
    let inputs = try FrozenInputs.freeze(id, viewer: viewer, reader: reader)
    guard !inputs.mentees.isEmpty, !inputs.mentors.isEmpty else {
      throw MentoringRefusal.nobodyToMatch
    }
    try inputs.refuseBrokenLocks(reader)
    return inputs
  }

  /// Keeps what came out, in the place of the run that waited. Nothing is kept where the inputs are
  /// not the same any more.
  package static func keep(
    _ solved: FrozenInputs.Solved, of id: ID<MentoringCycle>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<MatchingRun> {
    let cycle = try MentoringCycle.toRun(id, .run, viewer, writer)
    guard try FrozenInputs.freeze(id, viewer: viewer, reader: writer) == solved.inputs else {
      throw MentoringRefusal.changedSince(["While it was computed, something was changed."])
    }
    try writer.execute(
      """
      UPDATE matching_run SET state = \(State.discarded.rawValue)
      WHERE cycle_id = \(id) AND state = \(State.pending.rawValue)
      """)
    let run: ID<MatchingRun> = world.newID()
    try writer.execute(
      """
      INSERT INTO matching_run (id, cycle_id, inputs, state, total, bound, mentees, matched,
        made_by, made_at)
      VALUES (\(run), \(id), \(try solved.inputs.text()), \(State.pending.rawValue),
        \(solved.total), \(solved.bound), \(solved.inputs.mentees.count),
        \(solved.matched), \(viewer.person), \(viewer.now))
      """)
    try solved.insertPairs(of: run, writer)
    try cycle.note(
      "mentoring.matched", "\(solved.matched) of \(solved.inputs.mentees.count)", by: viewer,
      to: writer)
    return run
  }
}

extension FrozenInputs.Solved {
  fileprivate func insertPairs(of run: ID<MatchingRun>, _ writer: any SQLWriter) throws {
    let rows: [[SQLValue]] = pairs.map { pair in
      [
        run.sqlValue, inputs.mentee(pair.mentee).sqlValue, inputs.mentor(pair.mentor).sqlValue,
        .integer(Int64(points(of: pair))),
      ]
    }
    try writer.executeMany(
      """
      INSERT INTO matching_run_pair (run_id, mentee_id, mentor_id, points)
      VALUES ($1, $2, $3, $4)
      """, rows)
  }
}

extension FrozenInputs {
  /// Refuses pairs that were set by hand where a rule keeps the two apart since, or the mentor has
  /// not that many places any more, by their names.
  fileprivate func refuseBrokenLocks(_ reader: any SQLReader) throws {
    let barred = Set(barred.map { [$0.mentee, $0.mentor] })
    let crowded = Dictionary(grouping: locks) { $0[1] }
      .filter { $1.count > mentors[$0].places }.keys
    let broken = locks.filter { barred.contains($0) || crowded.contains($0[1]) }.map { lock in
      (PersonID(stored: mentees[lock[0]].person), PersonID(stored: mentors[lock[1]].person))
    }
    guard !broken.isEmpty else { return }
    let names = try Directory.names(of: broken.flatMap { [$0.0, $0.1] }, reader: reader)
    throw MentoringRefusal.impossible(
      broken.map { "\(names[$0.0] ?? "") and \(names[$0.1] ?? "")" }.joined(separator: "; "))
  }
}
