package import Kernel
package import SQLStore

/// A pair that the office decided by hand before the matching: to be made, or not to be.
package struct MentoringDecision: Sendable, Equatable {
  package let mentee: ID<Enrollment>
  package let mentor: ID<Enrollment>
  package let kind: Kind
  /// Why, for the office alone.
  package let because: String

  /// What was decided.
  package enum Kind: String, Sendable, CaseIterable {
    case lock, ban
  }

  package init(
    _ kind: Kind, mentee: ID<Enrollment>, mentor: ID<Enrollment>, because: String = ""
  ) {
    self.kind = kind
    self.mentee = mentee
    self.mentor = mentor
    self.because = because
  }
}

extension MentoringDecision: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      try row.word("kind"), mentee: try row.id("mentee_id"), mentor: try row.id("mentor_id"),
      because: try row.text("because"))
  }

  /// What was decided in a cycle, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [MentoringDecision] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      MentoringDecision.self,
      """
      SELECT mentee_id, mentor_id, kind, because FROM mentoring_decision
      WHERE cycle_id = \(cycle) ORDER BY mentee_id, mentor_id
      """)
  }

  /// Keeps the decision, in the place of an earlier one on the same two. A pair that the rules
  /// keep apart cannot be locked. Of peers it does not matter who is named first.
  package func keep(
    in id: ID<MentoringCycle>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let cycle = try MentoringCycle.toRun(id, .decide, viewer, writer)
    var inputs = try FrozenInputs.freeze(id, viewer: viewer, reader: writer)
    guard let one = inputs.index(ofMentee: mentee), let other = inputs.index(ofMentor: mentor)
    else { throw MentoringRefusal.notToMatch }
    let two = [inputs.mentees[one].person, inputs.mentors[other].person]
    guard viewer.person.map({ !two.contains($0.text) }) ?? true else {
      throw MentoringRefusal.ownEnrollment
    }
    inputs.locks.removeAll { $0 == [one, other] }
    inputs.bans.removeAll { $0 == [one, other] }
    if inputs.arePeers, one > other {
      return try MentoringDecision(kind, mentee: mentor, mentor: mentee, because: because)
        .keep(in: id, by: viewer, writer: writer)
    }
    if kind == .lock { try inputs.refuseLock(one, other) }
    try writer.execute(
      """
      INSERT INTO mentoring_decision (cycle_id, mentee_id, mentor_id, kind, because, decided_by,
        decided_at)
      VALUES (\(id), \(mentee), \(mentor), \(kind.rawValue), \(TypedLine.tidy(because)),
        \(viewer.person), \(viewer.now))
      ON CONFLICT (mentee_id, mentor_id) DO UPDATE SET kind = excluded.kind,
        because = excluded.because, decided_by = excluded.decided_by,
        decided_at = excluded.decided_at
      """)
    try cycle.note("mentoring.\(kind.rawValue)_set", "", by: viewer, to: writer)
  }

  /// Takes back what was decided on two people.
  package static func takeBack(
    mentee: ID<Enrollment>, mentor: ID<Enrollment>, in id: ID<MentoringCycle>, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    let cycle = try MentoringCycle.toRun(id, .decide, viewer, writer)
    let removed = try writer.execute(
      """
      DELETE FROM mentoring_decision
      WHERE cycle_id = \(id) AND mentee_id = \(mentee) AND mentor_id = \(mentor)
      """)
    guard removed == 1 else { throw Absent() }
    try cycle.note("mentoring.decision_taken_back", "", by: viewer, to: writer)
  }
}

extension FrozenInputs {
  fileprivate func refuseLock(_ mentee: Int, _ mentor: Int) throws {
    if let bar = barred.first(where: { $0.mentee == mentee && $0.mentor == mentor })?.bars.first {
      throw MentoringRefusal.barred(bar)
    }
    let group = Set(locks.filter { $0[1] == mentor }.map { $0[0] })
    if apart.contains(where: { $0.contains(mentee) && !group.isDisjoint(with: $0) }) {
      throw MentoringRefusal.barred(.apart)
    }
    let isLocked = locks.contains { lock in
      arePeers ? lock.contains(mentee) || lock.contains(mentor) : lock[0] == mentee
    }
    guard !isLocked else { throw MentoringRefusal.lockedElsewhere }
    guard locks.count(where: { $0[1] == mentor }) < mentors[mentor].places else {
      throw MentoringRefusal.noPlace
    }
  }
}

extension MentoringDecision {
  /// The names of the fields.
  package enum Field {
    /// Who looks for a mentor.
    package static let mentee = "mentee"
    /// The mentor.
    package static let mentor = "mentor"
    /// What is decided.
    package static let kind = "kind"
    /// Why.
    package static let because = "because"
  }

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let mentee = fields.id(Field.mentee, ID<Enrollment>.self, "Choose one of the two.")
    let mentor = fields.id(Field.mentor, ID<Enrollment>.self, "Choose the other.")
    let kind = fields.word(Field.kind, Kind.self, "Choose what you decide.")
    let because = fields.line(Field.because, most: 200)
    try fields.problems.throwIfAny()
    guard let mentee, let mentor, let kind else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(kind, mentee: mentee, mentor: mentor, because: because ?? "")
  }
}
