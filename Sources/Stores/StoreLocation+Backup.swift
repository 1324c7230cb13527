import Foundation
package import SQLStore
import SQLiteStore
package import Schema

extension StoreLocation {
  /// Writes a copy of the database to a new file, as it stands at one moment, while it is in use.
  ///
  /// For SQLite the copy is a database itself, checked before it gets its name. For PostgreSQL it
  /// is an export: one format that every version of the server can take back.
  /// - Parameter now: the moment to record, as UTC text.
  /// - Throws: ``BackupProblem``, ``TransferProblem``, ``MigrationProblem`` or ``SQLError``; then
  ///   there is no file.
  package func backUp(
    to target: String, now: String, migrator: Migrator = Migrator()
  ) async throws {
    switch self {
    case .postgres:
      let store = try await openStore(at: self, for: .maintenance, connections: 1)
      try await closing(store) { store in
        _ = try await Transfer(store, migrator: migrator).export(to: target, now: now)
      }
    case .sqlite(let path):
      let file = SQLiteFile(path: path)
      guard file.looksLikeDatabase else { throw BackupProblem.noDatabase(path) }
      try await copy(file, to: target)
    }
  }

  private func copy(_ file: SQLiteFile, to target: String) async throws {
    try NewFile.refuseExisting(target)
    NewFile.discard(target)
    do {
      let growing = SQLiteFile(path: NewFile.unfinished(target))
      try await file.copy(to: growing.path)
      try await growing.check()
      try NewFile.publish(target)
    } catch {
      NewFile.discard(target)
      throw error
    }
  }

  /// Puts a backup in the place of the database, once it was found to be ours and sound.
  ///
  /// - Parameters:
  ///   - now: the moment to record for migrations, as UTC text.
  ///   - replacing: whether a database that is there may go.
  /// - Throws: ``BackupProblem``, ``TransferProblem``, ``MigrationProblem`` or ``SQLError``; then
  ///   the
  ///   database is as before.
  package func restore(
    from backup: String, now: String, replacing: Bool = false, migrator: Migrator = Migrator()
  ) async throws {
    switch (self, SQLiteFile(path: backup).looksLikeDatabase) {
    case (.postgres, true):
      throw BackupProblem.otherEngine(backup)
    case (.sqlite(let path), true):
      try await restoreFile(from: backup, to: path, replacing: replacing, migrator: migrator)
    case (_, false):
      try await load(from: backup, now: now, replacing: replacing, migrator: migrator)
    }
  }

  private func load(
    from backup: String, now: String, replacing: Bool, migrator: Migrator
  ) async throws {
    do {
      // Before the database is made or touched.
      try Transfer.check(backup)
    } catch TransferProblem.damaged(line: 1, _) {
      throw BackupProblem.notOurs(backup)
    }
    let store = try await openStore(at: self, for: .maintenance, connections: 1)
    try await closing(store) { store in
      do {
        _ = try await Transfer(store, migrator: migrator)
          .load(from: backup, now: now, replacing: replacing)
      } catch TransferProblem.notEmpty {
        throw BackupProblem.wouldReplace(description)
      }
    }
  }

  private func restoreFile(
    from backup: String, to path: String, replacing: Bool, migrator: Migrator
  ) async throws {
    let exists = FileManager.default.fileExists(atPath: path)
    guard replacing || !exists else { throw BackupProblem.wouldReplace(path) }
    let growing = NewFile.unfinished(path)
    NewFile.discard(path)
    do {
      try await copySound(backup, to: growing, migrator: migrator)
      try await retire(path)
      try NewFile.synchronize(growing)
      guard rename(growing, path) == 0 else {
        throw TransferProblem.file(path: path, reason: String(cString: strerror(errno)))
      }
      try NewFile.synchronize(NewFile.directory(of: path))
    } catch {
      NewFile.discard(path)
      for companion in SQLiteFile(path: growing).companions { unlink(companion) }
      throw error
    }
  }

  /// Copies a backup and looks whether the copy is ours and whole; the backup itself stays
  /// untouched.
  private func copySound(_ backup: String, to growing: String, migrator: Migrator) async throws {
    do {
      try await SQLiteFile(path: backup).copy(to: growing)
      try await SQLiteFile(path: growing).check()
    } catch let error as SQLError {
      throw BackupProblem.damaged(backup, reason: error.message)
    }
    let store = try SQLiteStore(path: growing, readers: 1)
    let status = try await closing(store) { try await migrator.status(of: $0) }
    guard !status.applied.isEmpty else { throw BackupProblem.notOurs(backup) }
    try await SQLiteFile(path: growing).gather()
  }

  /// Takes everything beside a database away, so that nothing of it mixes with its successor.
  private func retire(_ path: String) async throws {
    let file = SQLiteFile(path: path)
    do {
      // A log that outlived its database would be taken for the successor's.
      if file.looksLikeDatabase { try await file.gather() }
      for companion in file.companions { unlink(companion) }
    } catch let error as SQLError where error.kind == .conflict {
      throw BackupProblem.inUse(path)
    } catch is SQLError {
      // What cannot be read as a database has no one who reads it; its companions go with it.
      for companion in file.companions { unlink(companion) }
    }
  }
}

/// Works with a store and closes it, also when the work fails.
private func closing<Answer: Sendable>(
  _ store: any Store, _ work: (any Store) async throws -> Answer
) async throws -> Answer {
  do {
    let answer = try await work(store)
    try await store.close()
    return answer
  } catch {
    try? await store.close()
    throw error
  }
}
