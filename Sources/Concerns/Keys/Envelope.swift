import Credentials
import Foundation
import Kernel

/// Sealed values: what was written, with its author, padded so that its length says little.
enum Envelope {
  /// Boxes grow by so many octets.
  private static let step = 1024

  /// Seals a value to a public key.
  static func seal(
    _ value: some Encodable, to publicKey: [UInt8], in world: World
  ) throws -> [UInt8] {
    let content = Array(try JSONEncoder().encode(value))
    var padded = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) } + content
    let rest = padded.count % step
    if rest > 0 { padded += [UInt8](repeating: 0, count: step - rest) }
    return try seal(octets: padded, to: publicKey, in: world)
  }

  /// Opens what ``seal(_:to:in:)`` sealed.
  /// - Throws: ``KeyFault`` where it was sealed to another key, or changed.
  static func open<Value: Decodable>(
    _ sealed: [UInt8], as type: Value.Type = Value.self, with keys: SealedBox.KeyPair
  ) throws -> Value {
    let padded = try openOctets(sealed, with: keys)
    guard padded.count >= 4 else { throw KeyFault() }
    let count = (0..<4).reduce(0) { $0 | Int(padded[$1]) << (8 * $1) }
    guard count <= padded.count - 4 else { throw KeyFault() }
    return try JSONDecoder().decode(type, from: Data(padded[4..<(4 + count)]))
  }

  /// Seals octets as they are, such as another key.
  static func seal(
    octets: [UInt8], to publicKey: [UInt8], in world: World
  ) throws -> [UInt8] {
    let random = world.randomBytes(SealedBox.keyLength)
    guard let box = SealedBox.seal(octets, to: publicKey, random: random) else {
      throw KeyFault()
    }
    return box
  }

  /// Opens what ``seal(octets:to:in:)`` sealed.
  static func openOctets(_ sealed: [UInt8], with keys: SealedBox.KeyPair) throws -> [UInt8] {
    guard let octets = SealedBox.open(sealed, with: keys) else { throw KeyFault() }
    return octets
  }

  /// The pair of keys of a seed that was sealed.
  static func openKeys(
    _ sealed: [UInt8], with keys: SealedBox.KeyPair
  ) throws -> SealedBox.KeyPair {
    guard let pair = SealedBox.KeyPair(random: try openOctets(sealed, with: keys)) else {
      throw KeyFault()
    }
    return pair
  }
}

/// A box that its key should open does not open: it was changed, or the key is another one.
struct KeyFault: Error {}
