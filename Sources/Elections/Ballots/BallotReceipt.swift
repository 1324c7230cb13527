import Credentials
import Crypto
package import Kernel

/// The code that a voter keeps: it shows that their ballot is in the list, and not what it says.
///
/// It is made before the ballot is cast and stands in the form, so that the same form sent twice is
/// known as the same ballot. Nothing keeps the code itself.
package struct BallotReceipt: Hashable, Sendable {
  /// The code as it is shown, such as `k7dmq-2xwp9-r4t8c-h3b6n-v5yj0g`: 130 random bits.
  package let text: String

  private static let length = 26

  /// Draws a new code.
  package init(in world: World) {
    text = Self.grouped(ReadableCode.characters(of: world.randomBytes(Self.length)))
  }

  /// Takes a code as a person types it.
  /// - Returns: nil when it cannot be a code.
  package init?(typed: String) {
    guard let characters = ReadableCode.characters(typed: typed, count: Self.length) else {
      return nil
    }
    text = Self.grouped(characters)
  }

  /// SHA-256 of the code as it is shown: what the published list has.
  package var digest: String { Hex.text(digestOctets) }

  var digestOctets: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// The identifier of its sealed ballot, which cannot be told from ``digest`` without the code.
  func sealedID(in election: ElectionID) -> String {
    Hex.text(SHA256.hash(data: Array("urn\n\(election.text)\n\(text)\n".utf8)).prefix(16))
  }

  private static func grouped(_ characters: [Character]) -> String {
    stride(from: 0, to: 25, by: 5).map { start in
      String(characters[start..<(start == 20 ? length : start + 5)])
    }.joined(separator: "-")
  }
}

extension BallotReceipt: CustomStringConvertible, CustomReflectable {
  package var description: String { "BallotReceipt(not shown)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
