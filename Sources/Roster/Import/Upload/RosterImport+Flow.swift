package import Kernel
import SQLStore

/// The way of an uploaded file: look, choose columns, look again, confirm.
extension RosterImport {
  /// How an uploaded file is laid out, for choosing its columns.
  package static func layout(
    of id: ID<RosterImport>, directory: String, on occasion: RosterOccasion
  ) async throws -> RosterLayout {
    try await RosterUpload.withFile(id, in: directory, on: occasion) { file in
      try await layout(of: file, on: occasion)
    }
  }

  /// Keeps the columns that a person chose for a file that is not imported yet; it has to be
  /// looked through again.
  package static func choose(
    _ mapping: ColumnMapping, for id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws {
    try occasion.checkRight()
    try await occasion.store.write { writer in
      try move(id, from: [.uploaded, .checked, .failed], to: .uploaded, in: writer)
      try writer.execute(
        "UPDATE roster_import SET mapping = \(mapping.json), report = '' WHERE id = \(id)")
      try RefusedRows.forget(with: id, in: writer)
    }
  }

  /// Looks through an uploaded file and keeps what was found for its page.
  ///
  /// A file that cannot be read is marked as failed, with the reason among its report's notes; one
  /// whose columns are missing waits for a person to choose them.
  /// - Parameter directory: where the file may lie for as long as it is read.
  @discardableResult
  package static func check(
    _ id: ID<RosterImport>, directory: String, on occasion: RosterOccasion
  ) async throws -> Check {
    try occasion.checkRight()
    let open: [State] = [.uploaded, .checking, .checked, .failed]
    try await move(id, from: open, to: .checking, on: occasion)
    do {
      let found = try await RosterUpload.withFile(id, in: directory, on: occasion) { file in
        try await Self.check(file, on: occasion)
      }
      try await keep(found, of: id, on: occasion)
      return found
    } catch {
      await fall(back: id, after: error, to: .uploaded, on: occasion)
      throw error
    }
  }

  /// Imports an uploaded file, if that still does what its preview said.
  ///
  /// May be called again when it broke off: the import is there whole or not at all.
  /// - Throws: ``ImportRefusal/outdated`` where the roster has changed since; a new look is needed.
  @discardableResult
  package static func run(
    _ id: ID<RosterImport>, directory: String, on occasion: RosterOccasion
  ) async throws -> RosterReport {
    try occasion.checkRight()
    try await move(id, from: [.checked, .importing], to: .importing, on: occasion)
    do {
      return try await RosterUpload.withFile(id, in: directory, on: occasion) { file in
        try await occasion.write { writer, watch in
          guard let found = try find(id, in: writer) else { throw Absent() }
          guard found.state == .importing else { throw ImportRefusal.wrongState(found.state) }
          return try perform(
            id, file, expecting: found.planDigest, occasion, (writer, watch))
        }
      }
    } catch {
      let isOutdated = error as? ImportRefusal == .outdated
      await fall(back: id, after: error, to: isOutdated ? .uploaded : .checked, on: occasion)
      throw error
    }
  }
}

extension RosterImport {
  /// Moves an import on, if it is where it is thought to be.
  static func move(
    _ id: ID<RosterImport>, from: [State], to state: State, on occasion: RosterOccasion
  ) async throws {
    try await occasion.store.write { writer in
      try move(id, from: from, to: state, in: writer)
    }
  }

  static func move(
    _ id: ID<RosterImport>, from: [State], to state: State, in writer: any SQLWriter
  ) throws {
    let row = try writer.first("SELECT state FROM roster_import WHERE id = \(id)")
    guard let row else { throw Absent() }
    let found = try row.word("state", State.self)
    guard from.contains(found) else { throw ImportRefusal.wrongState(found) }
    try writer.execute("UPDATE roster_import SET state = \(state.rawValue) WHERE id = \(id)")
  }

  private static func keep(
    _ check: Check, of id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws {
    try await occasion.store.write { writer in
      try move(id, from: [.checking], to: .checked, in: writer)
      try writer.execute(
        """
        UPDATE roster_import SET report = \(check.report.json),
          preview = \(try JSONText.encoded(check.preview)), plan_digest = \(check.digest)
        WHERE id = \(id)
        """)
      try check.refused.keep(titles: check.layout.ownTitles, with: id, in: writer)
    }
  }

  /// Puts an import back to where it can be tried again; an unreadable file can not.
  private static func fall(
    back id: ID<RosterImport>, after error: any Error, to state: State,
    on occasion: RosterOccasion
  ) async {
    if case .wrongState? = error as? ImportRefusal { return }
    var report = RosterReport()
    if case .unreadable(let sentence)? = error as? ImportRefusal { report.notes = [sentence] }
    let failure = report.notes.isEmpty ? nil : report.json
    // Where this fails as well, as after a cancellation, the work can still be begun again.
    try? await occasion.store.write { writer in
      let to = failure == nil ? state : .failed
      try move(id, from: [.checking, .importing], to: to, in: writer)
      guard let failure else { return }
      try writer.execute("UPDATE roster_import SET report = \(failure) WHERE id = \(id)")
    }
  }
}
