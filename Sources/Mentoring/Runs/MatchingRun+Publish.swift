package import Kernel
import Roster
package import SQLStore

extension MatchingRun {
  /// Makes the pairs of a run, and tells both sides. Everything is checked again in this
  /// transaction: who is enrolled, what keeps people apart, and every mentor's places across all
  /// programs. Where one pair cannot be, none is made.
  package static func publish(
    _ id: ID<MatchingRun>, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let run = try find(id, viewer: viewer, reader: writer)
    let cycle = try MentoringCycle.toRun(run.cycle, .publish, viewer, writer)
    guard run.state == .pending else { throw MentoringRefusal.runIsOver }
    let lines = try run.lines(viewer: viewer, reader: writer)
    guard !lines.isEmpty else { throw MentoringRefusal.noPairs }
    let now = try FrozenInputs.freeze(run.cycle, viewer: viewer, reader: writer)
    let people = try PublishCheck(now, lines, writer).people()
    let couples = lines.compactMap { line in
      people[line.mentee].flatMap { mentee in
        people[line.mentor].map { (mentee: mentee, mentor: $0) }
      }
    }
    try MentoringRequest.takeBackAll(
      of: couples.map(\.mentee), in: cycle.id, at: viewer.now, writer)
    try MentoringPair.make(couples, of: run.id, in: cycle, at: (viewer, world), writer)
    try writer.execute(
      """
      UPDATE matching_run SET state = \(State.published.rawValue), published_at = \(viewer.now)
      WHERE id = \(id)
      """)
    try writer.execute(
      """
      UPDATE mentoring_cycle SET state = \(MentoringCycle.State.active.rawValue)
      WHERE id = \(cycle.id)
      """)
    try MentoringRequest.lapseWhereFull(
      of: Set(couples.map(\.mentor)).sorted(), at: viewer.now, world, writer)
    try cycle.note(
      "mentoring.published", PublishCheck.pairs(lines.count), by: viewer,
      to: writer)
  }
}

/// Whether the pairs of a run can still be made, with what stands in the way in words.
private struct PublishCheck {
  let now: FrozenInputs
  let lines: [MatchingRun.Line]
  let reader: any SQLReader

  init(_ now: FrozenInputs, _ lines: [MatchingRun.Line], _ reader: any SQLReader) {
    self.now = now
    self.lines = lines
    self.reader = reader
  }

  /// The people of all enrollments of the run.
  /// - Throws: ``MentoringRefusal/changedSince(_:)`` with every pair that cannot be.
  func people() throws -> [ID<Enrollment>: PersonID] {
    let mentees = numbers(now.mentees)
    let mentors = numbers(now.mentors)
    let barred = Set(now.barred.map { [$0.mentee, $0.mentor] }).union(now.bans)
    var (gone, apart, taken, mentorOf) = (0, 0, [Int: Int](), [Int: Int]())
    for line in lines {
      guard let mentee = mentees[line.mentee.text], let mentor = mentors[line.mentor.text] else {
        gone += 1
        continue
      }
      if barred.contains([mentee, mentor]) { apart += 1 }
      taken[mentor, default: 0] += 1
      mentorOf[mentee] = mentor
    }
    apart += now.apart.count { now.isTogether($0, by: mentorOf) }
    let full = try names(taken.filter { $1 > now.mentors[$0].places }.keys.sorted())
    let changes = [
      gone > 0 ? "\(Self.pairs(gone)) cannot be made, since someone left or changed." : nil,
      apart > 0 ? "\(Self.pairs(apart)) cannot be made, since a rule keeps people apart now." : nil,
      lacksLock ? "A pair that you set by hand is not among them." : nil,
      full.isEmpty ? nil : "More places were given than \(full.joined(separator: ", ")) has left.",
    ].compactMap(\.self)
    guard changes.isEmpty else { throw MentoringRefusal.changedSince(changes) }
    return Dictionary(
      uniqueKeysWithValues: Set(
        now.mentees.map { [$0.id, $0.person] } + now.mentors.map { [$0.id, $0.person] }
      ).map { (ID(stored: $0[0]), ID(stored: $0[1])) })
  }

  /// Whether a pair that the office set since the run is not among its pairs.
  private var lacksLock: Bool {
    let made = Set(lines.map { [$0.mentee, $0.mentor] })
    return now.locks.contains { !made.contains([now.mentee($0[0]), now.mentor($0[1])]) }
  }

  private func numbers(_ people: [FrozenPerson]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
  }

  private func names(_ mentors: [Int]) throws -> [String] {
    let people = mentors.map { PersonID(stored: now.mentors[$0].person) }
    let names = try Directory.names(of: people, reader: reader)
    return people.compactMap { names[$0] }
  }

  static func pairs(_ count: Int) -> String {
    count == 1 ? "1 pair" : "\(count) pairs"
  }
}
