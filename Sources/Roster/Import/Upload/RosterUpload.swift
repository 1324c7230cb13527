import Foundation
package import Kernel
import SQLStore

/// Files that wait in the database between a browser's upload and their import.
///
/// They hold personal data: an import deletes its file, and seven days delete any other (one day,
/// where the upload broke off).
package enum RosterUpload {
  /// The most bytes that a file may have.
  package static let limit = 100 * 1_048_576
  /// The bytes of one row of the database.
  static let chunk = 1_048_576
  /// How long a file that nobody imports is kept, in seconds.
  package static let lifetime = 7 * 86_400

  /// Keeps a file as it arrives; when it breaks off, nothing of it stays.
  /// - Throws: ``ImportRefusal/tooLarge(megabytes:)``, or what the chunks throw.
  package static func store<Chunks: AsyncSequence & Sendable>(
    fileName: String, chunks: Chunks, limit: Int = limit, on occasion: RosterOccasion
  ) async throws -> ID<RosterImport> where Chunks.Element == [UInt8] {
    try occasion.checkRight()
    let id = occasion.world.newID(ID<RosterImport>.self)
    let file = RosterFile(path: "", name: tidyName(fileName))
    try await occasion.store.write { writer in
      try RosterImport.insert(id, file, state: .uploading, on: occasion, in: writer)
    }
    do {
      try await keep(chunks, limit, of: id, on: occasion)
      try await RosterImport.move(id, from: [.uploading], to: .uploaded, on: occasion)
    } catch {
      // Where this fails as well, the daily purge removes what arrived.
      try? await remove(id, on: occasion)
      throw error
    }
    return id
  }

  private static func keep<Chunks: AsyncSequence & Sendable>(
    _ chunks: Chunks, _ limit: Int, of id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws where Chunks.Element == [UInt8] {
    var waiting: [UInt8] = []
    var total = 0
    var number = 0
    for try await bytes in chunks {
      total += bytes.count
      guard total <= limit else { throw ImportRefusal.tooLarge(megabytes: limit / 1_048_576) }
      waiting += bytes
      while waiting.count >= chunk {
        try await write(Array(waiting[..<chunk]), number, of: id, on: occasion)
        waiting.removeFirst(chunk)
        number += 1
      }
    }
    if !waiting.isEmpty { try await write(waiting, number, of: id, on: occasion) }
  }

  private static func write(
    _ bytes: [UInt8], _ number: Int, of id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws {
    _ = try await occasion.store.write { writer in
      try writer.execute(
        """
        INSERT INTO roster_import_chunk (import_id, number, content)
        VALUES (\(id), \(number), \(bytes))
        """)
    }
  }

  private static func remove(_ id: ID<RosterImport>, on occasion: RosterOccasion) async throws {
    _ = try await occasion.store.write { writer in
      try writer.execute("DELETE FROM roster_import WHERE id = \(id)")
    }
  }

  /// Writes a kept file where it can be read as any other, and removes it after the work.
  /// - Parameter directory: a directory of the program's own; the file is readable by it alone.
  package static func withFile<Answer: Sendable>(
    _ id: ID<RosterImport>, in directory: String, on occasion: RosterOccasion,
    _ work: (RosterFile) async throws -> Answer
  ) async throws -> Answer {
    try occasion.checkRight()
    let found = try await occasion.store.read { reader in try RosterImport.find(id, in: reader) }
    guard let found else { throw Absent() }
    let path = "\(directory)/\(occasion.world.detachedID(ID<RosterFile>.self).text).roster"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await materialize(id, to: path, on: occasion)
    return try await work(RosterFile(path: path, name: found.fileName, mapping: found.mapping))
  }

  /// Writes a kept file to a path, readable by this user alone, one chunk at a time.
  package static func materialize(
    _ id: ID<RosterImport>, to path: String, on occasion: RosterOccasion
  ) async throws {
    try occasion.checkRight()
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: path)
    else { throw ImportRefusal.unreadable("The server has no room for the file. Try again later.") }
    defer { try? file.close() }
    var number = 0
    while let bytes = try await bytes(number, of: id, on: occasion) {
      try file.write(contentsOf: bytes)
      number += 1
    }
    if number == 0 { throw try await absence(of: id, on: occasion) }
  }

  /// Why a file is not kept any more: somebody was faster, or its days are over.
  private static func absence(
    of id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws -> ImportRefusal {
    let found = try await occasion.store.read { reader in try RosterImport.find(id, in: reader) }
    return found?.state == .imported
      ? .wrongState(.imported) : .unreadable("The file is no longer here. Send it again.")
  }

  private static func bytes(
    _ number: Int, of id: ID<RosterImport>, on occasion: RosterOccasion
  ) async throws -> [UInt8]? {
    try await occasion.store.read { reader in
      try reader.first(
        """
        SELECT content FROM roster_import_chunk WHERE import_id = \(id) AND number = \(number)
        """)?.bytes("content")
    }
  }

  /// Removes a file that nobody has imported.
  package static func discard(_ id: ID<RosterImport>, on occasion: RosterOccasion) async throws {
    try occasion.checkRight()
    try await occasion.store.write { writer in
      guard let found = try RosterImport.find(id, in: writer) else { throw Absent() }
      switch found.state {
      case .imported, .undone, .importing: throw ImportRefusal.wrongState(found.state)
      case .uploading, .uploaded, .checking, .checked, .failed: break
      }
      try writer.execute("DELETE FROM roster_import WHERE id = \(id)")
    }
  }

  /// The last part of whatever path a browser gave, not too long.
  private static func tidyName(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let tidy = RosterCell.clean(last)
    return tidy.isEmpty ? "roster" : String(tidy.suffix(120))
  }
}
