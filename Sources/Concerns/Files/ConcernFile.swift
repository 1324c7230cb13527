package import Attachments
import Credentials
package import Kernel
import SQLStore

/// A picture or a text that a concern's writer added, as the conversation names it.
package struct ConcernFile: Sendable, Equatable {
  package let id: ID<ConcernFile>
  /// Counted within its concern: the only name that it has.
  package let number: Int
  package let saidOn: Day
  package let kind: FileKind
  /// Its bytes, once it was cleaned.
  package let size: Int
  /// Of its bytes: what is sent twice is one file.
  let digest: String

  /// How many a concern takes.
  package static let most = 5

  /// What stands sealed beside a file.
  struct Label: Codable, Equatable {
    let kind: String
    let size: Int
    let digest: String
  }

  /// Those of a concern, in their order.
  static func all(
    of concern: ID<Concern>, with seed: [UInt8], _ reader: any SQLReader
  ) throws -> [ConcernFile] {
    guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
    return try reader.rows(
      """
      SELECT id, number, said_on, label FROM concern_file
      WHERE concern_id = \(concern) ORDER BY number
      """
    ).map { row in
      let label: Label = try Envelope.open(row.bytes("label"), with: keys)
      guard let kind = FileKind(rawValue: label.kind) else { throw KeyFault() }
      return ConcernFile(
        id: try row.id("id"), number: try row.integer("number"), saidOn: try row.day("said_on"),
        kind: kind, size: label.size, digest: label.digest)
    }
  }
}
