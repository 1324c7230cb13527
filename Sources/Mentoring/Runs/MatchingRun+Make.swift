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
    guard inputs.mentees.count > (inputs.arePeers ? 1 : 0), !inputs.mentors.isEmpty else {
      throw MentoringRefusal.nobodyToMatch
    }
    try refuseBroken(
      try incompleteLocks(in: id, inputs, viewer, reader) + inputs.brokenLocks, reader)
    return inputs
  }

  /// Pairs that were set by hand of which one is not among those who are matched now: under review,
  /// away, or a mentor no more. Whoever is in a pair already is not asked for.
  private static func incompleteLocks(
    in id: ID<MentoringCycle>, _ inputs: FrozenInputs, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [FrozenInputs.Couple] {
    let missing = try MentoringDecision.all(in: id, viewer: viewer, reader: reader).filter {
      $0.kind == .lock
        && (inputs.index(ofMentee: $0.mentee) == nil
          || inputs.index(ofMentor: $0.mentor) == nil)
    }
    guard !missing.isEmpty else { return [] }
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let people = Dictionary(
      uniqueKeysWithValues: try Enrollment.all(in: id, viewer: viewer, reader: reader).map {
        ($0.id, $0.person)
      })
    let matched = try MentoringPair.matched(in: cycle, by: MentoringPair.State.lasting, reader)
    return missing.compactMap { one in
      guard let mentee = people[one.mentee], let mentor = people[one.mentor],
        !matched.contains(mentee), !(inputs.arePeers && matched.contains(mentor))
      else { return nil }
      return (mentee, mentor)
    }
  }

  /// Refuses by the names of the people.
  private static func refuseBroken(
    _ broken: [FrozenInputs.Couple], _ reader: any SQLReader
  ) throws {
    guard !broken.isEmpty else { return }
    let names = try Directory.names(of: broken.flatMap { [$0.mentee, $0.mentor] }, reader: reader)
    throw MentoringRefusal.impossible(
      broken.map { "\(names[$0.mentee] ?? "") and \(names[$0.mentor] ?? "")" }
        .joined(separator: "; "))
  }

  /// Keeps what came out, in the place of the run that waited. Nothing is kept where the inputs are
  /// not the same any more.
  package static func keep(
    _ solved: FrozenInputs.Solved, of id: ID<MentoringCycle>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<MatchingRun> {
    let cycle = try MentoringCycle.toRun(id, .run, viewer, writer)
    let now = try FrozenInputs.freeze(id, viewer: viewer, reader: writer)
    guard now.closing(solved.closed) == solved.inputs else {
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
  /// A mentee and whom they would have as a mentor.
  fileprivate typealias Couple = (mentee: PersonID, mentor: PersonID)

  /// Pairs that were set by hand where a rule keeps the two apart since, or the mentor has not that
  /// many places any more. Of two who cannot be in one group one is named, as for any other rule.
  fileprivate var brokenLocks: [Couple] {
    let mentorOf = Dictionary(locks.map { ($0[0], $0[1]) }) { first, _ in first }
    let grouped = apart.filter { isTogether($0, by: mentorOf) }.map { [$0[1], mentorOf[$0[1]]] }
    let barred = Set(barred.map { [$0.mentee, $0.mentor] })
    let crowded = Dictionary(grouping: locks) { $0[1] }
      .filter { $1.count > mentors[$0].places }.keys
    return locks.filter {
      barred.contains($0) || crowded.contains($0[1]) || grouped.contains($0)
    }.map { lock in
      (PersonID(stored: mentees[lock[0]].person), PersonID(stored: mentors[lock[1]].person))
    }
  }
}
