package import Attachments
package import Kernel
package import SQLStore

/// A file of a concern, opened.
package struct OpenedFile: Sendable, Equatable {
  package let number: Int
  package let file: CleanFile

  /// One that a responder opens with their key.
  /// - Throws: ``Absent`` for whom its concern does not exist; ``ConcernRefusal/locked`` where the
  ///   passphrase is needed first.
  package init(
    _ id: ID<ConcernFile>, viewer: Viewer, with key: UnlockedKey?, reader: any SQLReader
  ) throws {
    let concern = try Self.concern(of: id, viewer: viewer, reader: reader)
    guard let key else { throw ConcernRefusal.locked }
    guard let seed = try key.seed(of: concern, reader) else { throw Absent() }
    let files = try ConcernFile.all(of: concern, with: seed, reader)
    guard let file = files.first(where: { $0.id == id }) else { throw Absent() }
    try self.init(file, with: seed, reader)
  }

  /// One that its writer opens, by its number.
  /// - Throws: ``ConcernRefusal/nothingBehindCode``, also for a number that no file has.
  package init(_ number: Int?, behind code: ConcernCode, reader: any SQLReader) throws {
    let written = try WrittenConcern.open(code, reader: reader)
    guard let file = written.files.first(where: { $0.number == number }) else {
      throw ConcernRefusal.nothingBehindCode
    }
    try self.init(file, with: written.seed, reader)
  }

  private init(_ file: ConcernFile, with seed: [UInt8], _ reader: any SQLReader) throws {
    let row = try reader.first("SELECT sealed FROM concern_file WHERE id = \(file.id)")
    guard let row else { throw Absent() }
    number = file.number
    self.file = CleanFile(
      kind: file.kind, kept: try SealedFile.open(row.bytes("sealed"), with: seed))
  }

  /// The concern that a file belongs to, for those who may read it.
  package static func concern(
    of id: ID<ConcernFile>, viewer: Viewer, reader: any SQLReader
  ) throws -> ID<Concern> {
    let row = try reader.first(
      """
      SELECT concern.id AS id FROM concern_file
      JOIN concern ON concern.id = concern_file.concern_id
      WHERE concern_file.id = \(id) AND \(Concern.readable(by: viewer))
      """)
    guard let row else { throw Absent() }
    return try row.id("id")
  }
}
