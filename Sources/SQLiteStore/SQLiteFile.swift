import Foundation
import GRDB
import GRDBSQLite
import SQLStore

/// A database's file, seen from outside of a store.
package struct SQLiteFile: Sendable {
  /// Where it is.
  package let path: String

  package init(path: String) { self.path = path }

  /// Whether the file begins as SQLite's files do.
  package var looksLikeDatabase: Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  /// Reads the whole file and follows every index and reference.
  /// - Throws: ``SQLError`` that says what is wrong, without any content.
  package func check() async throws {
    let complaints = try await withConnection(readonly: true) { database in
      let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
      let references = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM pragma_foreign_key_check")
      return (pages: pages, references: references ?? 0)
    }
    guard complaints.pages == ["ok"] else {
      throw SQLError(kind: .other, message: "the file is damaged: its integrity check fails")
    }
    guard complaints.references == 0 else {
      throw SQLError(
        kind: .other, message: "\(complaints.references) rows refer to others that are missing")
    }
  }

  /// Writes a compact copy to a new file, as it stands at one moment, while others read and write.
  ///
  /// What was deleted is not in the copy, not even between its pages.
  package func copy(to target: String) async throws {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw SQLError(kind: .other, message: "there is a file \(target) already")
    }
    try Self.makePrivate(target)
    try await withConnection(readonly: true) { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [target])
    }
  }

  /// Moves the log into the file, unless another program has it open.
  func settle() async throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    // SQLite does so when the last connection that may write is closed.
    _ = try await withConnection(readonly: false) { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
    }
  }

  /// Moves all that stands beside the file into it for good, so that the file alone is the
  /// database.
  /// - Throws: ``SQLError`` of kind `conflict` while another program has it open.
  package func gather() async throws {
    try await withConnection(readonly: false) { database in
      // Leaving the write-ahead log needs the file for itself, and deletes the log.
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
      guard mode == "delete" else {
        throw SQLError(kind: .conflict, message: "another program has the database open")
      }
    }
  }

  /// The files that SQLite keeps beside the database while it is open.
  package var companions: [String] { [path + "-wal", path + "-shm", path + "-journal"] }

  /// Makes an empty file that only its owner may read; SQLite's companions follow its example.
  static func makePrivate(_ path: String) throws(SQLError) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      throw SQLError(
        kind: .unavailable, message: "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
    close(descriptor)
  }

  private func withConnection<Answer: Sendable>(
    readonly: Bool, _ work: @escaping @Sendable (Database) throws -> Answer
  ) async throws -> Answer {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(1)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let answer = try await queue.writeWithoutTransaction { try work($0) }
      try queue.close()
      return answer
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }
}
