package import Kernel
package import SQLStore

extension Program {
  /// Adds a program under its sponsor of record.
  package static func add(
    _ draft: ProgramDraft, sponsor: SponsorID, by viewer: Viewer, in world: World,
    to writer: any SQLWriter
  ) throws -> ProgramID {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    try draft.check(of: nil, in: writer)
    _ = try NamedTable.sponsors.name(of: sponsor.text, writer)
    let id = world.newID(ProgramID.self)
    try writer.execute(
      """
      INSERT INTO program (id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, final_level)
      VALUES (\(id), \(draft.name), \(FoldedText.key(draft.name)),
        \(draft.accreditationNumber), \(draft.department), \(sponsor), \(draft.directorAddress),
        \(draft.finalLevel))
      """)
    try find(id, in: writer).note("program.added", draft.name, by: viewer, to: writer)
    return id
  }

  /// Changes a program; where its people are listed, its name changes in the same transaction.
  package static func edit(
    _ id: ProgramID, _ draft: ProgramDraft, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let before = try find(id, in: writer)
    guard ProgramDraft(before) != draft else { return }
    try draft.check(of: id, in: writer)
    try writer.execute(
      """
      UPDATE program SET name = \(draft.name), name_key = \(FoldedText.key(draft.name)),
        accreditation_number = \(draft.accreditationNumber),
        department_id = \(draft.department), director_address = \(draft.directorAddress),
        final_level = \(draft.finalLevel)
      WHERE id = \(id)
      """)
    let department = try NamedTable.departments.name(of: draft.department.text, writer)
    try writer.execute(
      """
      UPDATE directory_entry SET program_name = \(draft.name),
        department_id = \(draft.department), department_name = \(department)
      WHERE program_id = \(id)
      """)
    let changed = zip(ProgramDraft(before).fields, draft.fields)
      .filter { $0.value != $1.value }.map(\.0.name)
    try before.note(
      "program.edited", changed.joined(separator: ", "), by: viewer, to: writer)
  }

  /// Puts a program under another sponsor of record; the audit trail keeps both.
  package static func changeSponsor(
    of id: ProgramID, to sponsor: SponsorID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let program = try find(id, in: writer)
    let name = try NamedTable.sponsors.name(of: sponsor.text, writer)
    guard program.sponsor != sponsor else { return }
    let before = try NamedTable.sponsors.name(of: program.sponsor.text, writer)
    try writer.execute("UPDATE program SET sponsor_id = \(sponsor) WHERE id = \(id)")
    try program.note(
      "program.sponsor_changed", "\(before) to \(name)", by: viewer, to: writer)
  }

  /// Closes a program after a day; whoever still trains there then has to be moved first.
  package static func close(
    _ id: ProgramID, on day: Day, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let program = try find(id, in: writer)
    let ended = Standing.allCases.filter(\.isEnded).map(\.rawValue)
    let people = try writer.number(
      """
      SELECT count(DISTINCT person_id) FROM appointment
      WHERE program_id = \(id) AND ends_on > \(day) AND standing NOT IN (\(list: ended))
      """)
    if people > 0 { throw RosterRefusal.stillTraining(people: people) }
    try writer.execute("UPDATE program SET closed_on = \(day) WHERE id = \(id)")
    try program.note("program.closed", "after \(day.text)", by: viewer, to: writer)
  }

  /// Opens a closed program again.
  package static func reopen(
    _ id: ProgramID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let program = try find(id, in: writer)
    guard program.closedOn != nil else { return }
    try writer.execute("UPDATE program SET closed_on = NULL WHERE id = \(id)")
    try program.note("program.reopened", "", by: viewer, to: writer)
  }
}
