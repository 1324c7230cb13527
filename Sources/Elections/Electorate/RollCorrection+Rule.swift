package import Kernel
import Roster
package import SQLStore

extension RollCorrection {
  /// Asks to be put on the roll. No entry in the audit trail says who asked: it would say who was
  /// left out.
  @discardableResult
  package static func ask(
    _ wish: String, in id: ElectionID, by viewer: Viewer, at world: World, writer: any SQLWriter
  ) throws -> ID<RollCorrection> {
    let election = try Election.find(id, viewer: viewer, reader: writer)
    guard let person = viewer.person else { throw Absent() }
    try election.refuseClosedRoll(at: viewer.now)
    guard try !election.isElector(person, reader: writer) else {
      throw ElectionRefusal.onRollAlready
    }
    var fields = TypedFields { _ in wish }
    let wish = fields.requiredLines(
      Field.wish, most: most, "Write why you belong on the roll, in a sentence or two.")
    try fields.problems.throwIfAny()
    let before = try own(of: id, viewer: viewer, reader: writer)
    if before.contains(where: { $0.ruling == nil }) { throw ElectionRefusal.askedAlready }
    if before.contains(where: { $0.ruling == .added }) { throw ElectionRefusal.onRollAlready }
    let correction: ID<RollCorrection> = world.newID()
    try writer.execute(
      """
      INSERT INTO roll_correction (id, election_id, person_id, wish, asked_at, reason)
      VALUES (\(correction), \(id), \(person), \(wish), \(viewer.now), '')
      """)
    if let officer = election.officer {
      try Notice.tell(
        officer,
        Notice.News(
          .approval, "Someone asks to be put on the roll of an election. Please decide.",
          path: election.path + "/corrections"), in: world, writer: writer)
    }
    return correction
  }

  /// Decides about a correction: the election officer alone, and never about themselves.
  ///
  /// Before voting is opened, an addition holds from the freezing on; while voting is open, at
  /// once. Afterwards nobody is added: the change of a count would tell the added voter's choice.
  package static func rule(
    _ id: ID<RollCorrection>, _ decision: Decision, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let correction = try toRule(id, viewer: viewer, reader: writer)
    let election = try Election.find(correction.election, viewer: viewer, reader: writer)
    guard correction.person != viewer.person else { throw ElectionRefusal.ownCorrection }
    guard correction.ruling == nil else { throw ElectionRefusal.ruledAlready }
    try election.refuseClosedRoll(at: viewer.now)
    let reason = try answer(decision)
    let ruling = decision.ruling
    try writer.execute(
      """
      UPDATE roll_correction SET ruling = \(ruling.rawValue), reason = \(reason),
        ruled_by = \(viewer.person), ruled_at = \(viewer.now)
      WHERE id = \(id)
      """)
    if ruling == .added, election.isRollFrozen { try correction.add(to: writer) }
    try election.note(
      "election.roll_corrected", ruling == .added ? "someone added" : "refused", by: viewer,
      to: writer)
    try Notice.tell(
      correction.person,
      Notice.News(
        .council,
        ruling == .added
          ? "You are on the roll of an election now."
          : "You are not put on the roll of an election.",
        path: election.path), in: world, writer: writer)
  }

  private static func answer(_ decision: Decision) throws -> String {
    var fields = TypedFields { _ in decision.reason }
    let answer =
      decision.ruling == .refused
      ? fields.requiredLines(
        Field.reason, most: most, "Write why, in a sentence. Whoever asked reads it.")
      : fields.lines(Field.reason, most: most)
    try fields.problems.throwIfAny()
    return answer ?? ""
  }

  private func add(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO elector (election_id, person_id, program_id, department_id, added_later,
        has_voted)
      SELECT \(election), person_id, program_id, department_id, 1 = 1, 1 = 0
      FROM directory_entry WHERE person_id = \(person)
      ON CONFLICT (election_id, person_id) DO NOTHING
      """)
  }
}

extension Election {
  /// Corrections are asked for and ruled on from the announcement to the end of voting.
  fileprivate func refuseClosedRoll(at now: Instant) throws(ElectionRefusal) {
    switch state {
    case .nominating: return
    case .voting:
      if let end = schedule.voteUntil, now >= end { throw .rollIsClosed }
    case .draft: throw .wrongState(.draft)
    case .closed, .certified, .calledOff: throw .rollIsClosed
    }
  }
}
