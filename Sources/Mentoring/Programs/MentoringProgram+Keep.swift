package import Kernel
package import SQLStore

extension MentoringProgram {
  /// Founds a program with what those who enroll in it promise each other.
  package static func found(
    _ draft: MentoringProgramDraft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<MentoringProgram> {
    try viewer.refuseUnlessRunsMentoring()
    let id: ID<MentoringProgram> = world.newID()
    try draft.refuseTaken(by: nil, in: writer)
    try writer.execute(
      """
      INSERT INTO mentoring_program (id, name, name_key, purpose, founded_at)
      VALUES (\(id), \(draft.name), \(FoldedText.key(draft.name)), \(draft.purpose),
        \(viewer.now))
      """)
    try Commitment.write(draft.commitments, version: 1, of: id, by: viewer, to: writer)
    try note("mentoring_program.founded", id, draft.name, by: viewer, to: writer)
    return id
  }

  /// Changes what a program is called and says of itself. Commitments that are written anew become
  /// the next version: whoever accepted an older one has accepted that.
  package static func change(
    _ id: ID<MentoringProgram>, _ draft: MentoringProgramDraft, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let before = try find(id, viewer: viewer, reader: writer)
    guard before.closedAt == nil else { throw MentoringRefusal.programClosed }
    try draft.refuseTaken(by: id, in: writer)
    try writer.execute(
      """
      UPDATE mentoring_program SET name = \(draft.name),
        name_key = \(FoldedText.key(draft.name)), purpose = \(draft.purpose)
      WHERE id = \(id)
      """)
    let last = try Commitment.latest(of: id, viewer: viewer, reader: writer)
    if last.text != draft.commitments {
      try Commitment.write(
        draft.commitments, version: last.version + 1, of: id, by: viewer, to: writer)
    }
    try note("mentoring_program.changed", id, draft.name, by: viewer, to: writer)
  }

  /// Closes a program of which no cycle goes on. What was stays on record.
  package static func close(
    _ id: ID<MentoringProgram>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let program = try find(id, viewer: viewer, reader: writer)
    let going = try writer.number(
      "SELECT count(*) FROM mentoring_cycle WHERE program_id = \(id) AND state <> 'closed'")
    guard going == 0 else { throw MentoringRefusal.cyclesGoOn(going) }
    let closed = try writer.execute(
      """
      UPDATE mentoring_program SET closed_at = \(viewer.now)
      WHERE id = \(id) AND closed_at IS NULL
      """)
    guard closed == 1 else { throw MentoringRefusal.programClosed }
    try note("mentoring_program.closed", id, program.name, by: viewer, to: writer)
  }

  private static func note(
    _ act: String, _ id: ID<MentoringProgram>, _ detail: String, by viewer: Viewer,
    to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(
        act, of: Audit.Subject(kind: "mentoring_program", id: id.text), detail: detail),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
