package import Kernel
import SQLStore

/// How long imports keep personal data: files, previews, refused rows, and how things stood before.
extension RosterImport {
  /// When it can no longer be undone; nil where it cannot be undone at all, or no longer.
  package func undoEnds(by settings: Settings) -> Instant? {
    guard state == .imported, closedAt == nil, let importedAt else { return nil }
    return importedAt.adding(seconds: settings.undoDays * 86_400)
  }

  /// What a purge removed.
  package struct Purged: Sendable, Equatable {
    /// Files that nobody imported, with their previews.
    package var files = 0
    /// Imports that can no longer be undone.
    package var closed = 0

    /// What happened, for the audit trail and the list of jobs.
    package var sentence: String {
      "Removed \(RosterReport.count(files, "file")) that nobody imported, and what "
        + "\(RosterReport.count(closed, "import")) kept for an undo."
    }
  }

  /// Removes files that nobody imported within seven days, and what imports keep of people once
  /// they can no longer be undone; the counts stay.
  @discardableResult
  package static func purge(on occasion: RosterOccasion) async throws -> Purged {
    let now = occasion.world.now()
    return try await occasion.store.write { writer in
      let purged = Purged(
        files: try removeFiles(at: now, in: writer), closed: try close(at: now, in: writer))
      if purged != Purged() {
        try Audit.append(
          Audit.Act("roster.purged", of: .institution, detail: purged.sentence),
          by: occasion.actor, at: now, to: writer)
      }
      return purged
    }
  }

  /// Removes files that nobody imported in time, or whose upload broke off the day before.
  private static func removeFiles(at now: Instant, in writer: any SQLWriter) throws -> Int {
    let kept = [State.imported, .undone].map(\.rawValue)
    return try writer.execute(
      """
      DELETE FROM roster_import
      WHERE (created_at < \(now.adding(seconds: -RosterUpload.lifetime))
          AND state NOT IN (\(list: kept)))
        OR (created_at < \(now.adding(seconds: -86_400))
          AND state = \(State.uploading.rawValue))
      """)
  }

  /// Removes what imports keep of people once their days for an undo are over.
  private static func close(at now: Instant, in writer: any SQLWriter) throws -> Int {
    let days = try Settings(reader: writer).undoDays
    let over: SQLQuery =
      "closed_at IS NULL AND imported_at <= \(now.adding(seconds: -days * 86_400))"
    for table: SQLQuery in ["roster_import_before", "roster_import_refused"] {
      try writer.execute(
        """
        DELETE FROM \(table) WHERE import_id IN (SELECT id FROM roster_import WHERE \(over))
        """)
    }
    return try writer.execute(
      "UPDATE roster_import SET preview = '', closed_at = \(now) WHERE \(over)")
  }
}
