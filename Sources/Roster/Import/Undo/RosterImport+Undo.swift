package import Kernel
import SQLStore

extension RosterImport {
  /// What an undo removed and put back.
  package struct Undone: Sendable, Equatable {
    /// People who are no longer known.
    package var removedPeople = 0
    /// People who are again as they were.
    package var restoredPeople = 0
    /// Programs, departments, sites and sponsors that are no longer known.
    package var removedPlaces = 0

    /// What happened, for a page or a terminal, with words in braces.
    package var sentence: String {
      "Undone: \(Self.people(removedPeople)) removed, \(Self.people(restoredPeople)) as before, "
        + "\(RosterReport.number(removedPlaces)) {programs} and places removed."
    }

    private static func people(_ count: Int) -> String {
      count == 1 ? "1 person" : "\(RosterReport.number(count)) people"
    }
  }

  /// Takes an import back, in one transaction: whoever it brought is removed, whatever it changed
  /// is again as it was.
  /// - Throws: ``ImportRefusal/tooLate`` after the days that the settings give, and
  ///   ``ImportRefusal/builtUpon(_:)`` with up to ten reasons where something that it brought or
  ///   changed has been changed or used since.
  @discardableResult
  package static func undo(
    _ id: ID<RosterImport>, dependents: [RosterDependent] = RosterDependent.known,
    on occasion: RosterOccasion
  ) async throws -> Undone {
    try occasion.checkRight()
    return try await occasion.write { writer, watch in
      guard let found = try find(id, in: writer) else { throw Absent() }
      guard found.state == .imported else { throw ImportRefusal.wrongState(found.state) }
      let end = found.undoEnds(by: try Settings(reader: writer))
      guard let end, occasion.world.now() < end else { throw ImportRefusal.tooLate }
      let reasons = try UndoCheck(id: id, reader: writer).reasons(dependents)
      if !reasons.isEmpty { throw ImportRefusal.builtUpon(reasons) }
      let restore = UndoRestore(id: id, today: occasion.today, writer: writer, watch: watch)
      let undone = try restore.run()
      let now = occasion.world.now()
      try writer.execute(
        """
        UPDATE roster_import SET state = \(State.undone.rawValue), undone_at = \(now)
        WHERE id = \(id)
        """)
      try Audit.append(
        Audit.Act(
          "roster.undone", of: subject(id),
          detail: "\(found.fileName): \(undone.sentence)"),
        by: occasion.actor, at: now, to: writer)
      return undone
    }
  }
}
