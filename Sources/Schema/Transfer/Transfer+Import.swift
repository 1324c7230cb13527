import SQLStore

extension Transfer {
  /// Reads a file to its end without any database.
  /// - Throws: ``TransferProblem`` when it is not an export, not whole, or a checksum is wrong.
  @discardableResult
  package static func check(_ path: String) throws -> TransferSummary {
    let source = try TransferSource(path: path)
    while true {
      if case .end(let summary) = try source.next() { return summary }
    }
  }

  /// Reads an export into a database, whole or not at all, and verifies what the database holds.
  ///
  /// A database without tables is first given those of the file's time, and brought up to date
  /// afterwards; one with tables must be of the file's time and empty.
  /// - Parameters:
  ///   - now: the moment to record for migrations, as UTC text.
  ///   - replacing: whether rows that are there are deleted in the same transaction.
  /// - Throws: ``TransferProblem``, ``MigrationProblem`` or ``SQLError``; then no row was changed.
  @discardableResult
  package func load(
    from path: String, now: String, replacing: Bool = false
  ) async throws -> TransferSummary {
    let file = try TransferSource(path: path).header.migrations
    let known = migrator.names(on: store.engine)
    let strange = file.enumerated().first { !known.indices.contains($0) || known[$0] != $1 }
    if let strange { throw TransferProblem.newer(strange.element) }
    let status = try await migrator.status(of: store)
    if let late = status.applied.dropFirst(file.count).first { throw TransferProblem.older(late) }
    try await migrator.migrate(store, now: now, first: file.count)
    let isNew = status.applied.isEmpty
    let progress = progress
    let summary = try await store.write { writer in
      let catalog = try Catalog(writer)
      try catalog.deferReferences(writer)
      try catalog.empty(writer, allowed: replacing || isNew)
      let source = try TransferSource(path: path)
      var load = TransferLoad(
        source: source, catalog: catalog, writer: writer, progress: progress)
      let summary = try load.run()
      try catalog.restoreReferences(writer)
      return summary
    }
    try await migrator.migrate(store, now: now)
    return summary
  }
}

extension Catalog {
  /// Deletes all rows, those of a new database being what migrations put there.
  fileprivate func empty(_ writer: any SQLWriter, allowed: Bool) throws {
    let filled = try tables.filter { table in
      let name = CatalogTable.quoted(table.name)
      return try writer.first(SQLQuery(trusted: "SELECT 1 FROM \(name) LIMIT 1")) != nil
    }
    guard let first = filled.first else { return }
    guard allowed else { throw TransferProblem.notEmpty(table: first.name) }
    switch writer.engine {
    case .sqlite:
      for table in filled.reversed() {
        try writer.execute(
          SQLQuery(trusted: "DELETE FROM \(CatalogTable.quoted(table.name))"))
      }
    case .postgres:
      // Deleting would look after the references of each row, one by one.
      let names = tables.map { CatalogTable.quoted($0.name) }.joined(separator: ", ")
      try writer.execute(SQLQuery(trusted: "TRUNCATE \(names)"))
    }
  }

  /// Lets a row refer to one that comes later.
  fileprivate func deferReferences(_ writer: any SQLWriter) throws {
    switch writer.engine {
    case .sqlite:
      try writer.execute("PRAGMA defer_foreign_keys = ON")
    case .postgres:
      try alterReferences(writer, "DEFERRABLE INITIALLY DEFERRED")
    }
  }

  /// Checks the references, and makes them as strict as before.
  fileprivate func restoreReferences(_ writer: any SQLWriter) throws {
    // SQLite does both by itself at the end of the transaction.
    guard writer.engine == .postgres else { return }
    try writer.execute("SET CONSTRAINTS ALL IMMEDIATE")
    try alterReferences(writer, "NOT DEFERRABLE")
  }

  private func alterReferences(_ writer: any SQLWriter, _ manner: StaticString) throws {
    for reference in deferred {
      let table = CatalogTable.quoted(reference.table)
      let constraint = CatalogTable.quoted(reference.constraint)
      try writer.execute(
        SQLQuery(trusted: "ALTER TABLE \(table) ALTER CONSTRAINT \(constraint) \(manner)"))
    }
  }
}
