import SQLStore

extension Transfer {
  /// Writes the whole database to a new file, as it stands at one moment.
  ///
  /// - Parameter now: the moment to record, as UTC text.
  /// - Throws: ``TransferProblem``, ``MigrationProblem`` or ``SQLError``; then there is no file.
  @discardableResult
  package func export(to path: String, now: String) async throws -> TransferSummary {
    try NewFile.refuseExisting(path)
    let status = try await migrator.status(of: store)
    let header = TransferHeader(migrations: status.applied, exportedAt: now)
    let progress = progress
    do {
      let summary = try await store.read { reader in
        let file = try NewFile(path: path)
        try file.append(try TransferLine.encode(header))
        let tables = try Catalog(reader).tables.map { table in
          try file.append(
            try TransferLine.encode(TransferTableStart(table: table.name, columns: table.columns)))
          return try table.sum(reader, progress: progress) { try file.append($0) }
        }
        let end = TransferEnd(tables: tables, sha256: try file.checksum())
        try file.append(try TransferLine.encode(end))
        try file.close()
        return TransferSummary(tables: tables)
      }
      try NewFile.publish(path)
      return summary
    } catch {
      NewFile.discard(path)
      throw error
    }
  }
}
