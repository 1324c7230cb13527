package import Attachments
import Credentials
import Crypto
package import Kernel
import SQLStore

/// A cleaned file in a box that only those open who read its concern.
package struct SealedFile: Sendable {
  /// Files grow by so many octets, so that their length says little.
  private static let step = 65_536

  let digest: String
  private let concern: ID<Concern>
  private let label: [UInt8]
  private let content: [UInt8]

  /// Seals a file for a concern; it takes a while, and belongs outside of a transaction.
  package init(_ file: CleanFile, for written: WrittenConcern, in world: World) throws {
    let key = written.concern.publicKey
    concern = written.concern.id
    digest = Hex.text(SHA256.hash(data: file.bytes))
    let label = ConcernFile.Label(
      kind: file.kind.rawValue, size: file.bytes.count, digest: digest)
    self.label = try Envelope.seal(label, to: key, in: world)
    content = try Envelope.seal(
      octets: Envelope.padded(file.bytes, to: Self.step), to: key, in: world)
  }

  /// Opens what stands in the column of the content.
  static func open(_ sealed: [UInt8], with seed: [UInt8]) throws -> [UInt8] {
    guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
    return Array(try Envelope.unpadded(try Envelope.openOctets(sealed, with: keys)))
  }

  /// Adds it to its concern.
  /// - Parameter settled: as of an entry.
  func insert(
    _ number: Int, settled: Bool, on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO concern_file (id, concern_id, number, said_on, is_settled, label, sealed)
      VALUES (\(world.detachedID(ID<ConcernFile>.self)), \(concern), \(number), \(today),
        \(settled), \(label), \(content))
      """)
  }
}
