import Foundation
import SQLStore
import Schema
import Stores

/// A file with the program's tables, made once and copied for each test: to make them takes longer
/// than most tests.
enum MigratedFile {
  /// A file beside the database still held some of it.
  struct Incomplete: Error {}

  private static let content = Task {
    try await withFolder { folder in
      let path = folder + "/housestaff.db"
      let store = try await openStore(at: .sqlite(path: path))
      try await Migrator().migrate(store, now: migrationMoment)
      // Which moves its log into the file.
      try await store.close()
      guard try FileManager.default.contentsOfDirectory(atPath: folder).count == 1 else {
        throw Incomplete()
      }
      return try Data(contentsOf: URL(filePath: path))
    }
  }

  /// Writes a file that only its owner may read, as the program would.
  static func write(to path: String) async throws {
    let content = try await content.value
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw CocoaError(.fileWriteUnknown) }
  }
}
