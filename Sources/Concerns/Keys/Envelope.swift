import Credentials
import Foundation
import Kernel

/// Sealed values: what was written, with its author, padded so that its length says little.
enum Envelope {
  /// Boxes of values grow by so many octets.
  private static let step = 1024

  /// Seals a value to a public key.
  static func seal(
    _ value: some Encodable, to publicKey: [UInt8], in world: World
  ) throws -> [UInt8] {
    let content = Array(try JSONEncoder().encode(value))
    return try seal(octets: padded(content, to: step), to: publicKey, in: world)
  }

  /// Opens what ``seal(_:to:in:)`` sealed.
  /// - Throws: ``KeyFault`` where it was sealed to another key, or changed.
  static func open<Value: Decodable>(
    _ sealed: [UInt8], as type: Value.Type = Value.self, with keys: SealedBox.KeyPair
  ) throws -> Value {
    let content = try unpadded(try openOctets(sealed, with: keys))
    return try JSONDecoder().decode(type, from: Data(content))
  }

  /// Octets with their number in front, and nothing behind them up to a multiple of a step.
  static func padded(_ octets: [UInt8], to step: Int) -> [UInt8] {
    let number = (0..<4).map { UInt8(truncatingIfNeeded: octets.count >> (8 * $0)) }
    let rest = (number.count + octets.count) % step
    let zeros = [UInt8](repeating: 0, count: rest == 0 ? 0 : step - rest)
    return number + octets + zeros
  }

  /// Takes away what ``padded(_:to:)`` added.
  static func unpadded(_ padded: [UInt8]) throws -> ArraySlice<UInt8> {
    guard padded.count >= 4 else { throw KeyFault() }
    let count = (0..<4).reduce(0) { $0 | Int(padded[$1]) << (8 * $1) }
    guard count <= padded.count - 4 else { throw KeyFault() }
    return padded[4..<(4 + count)]
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
