import Foundation

/// Finds many tokens of eight octets or more in one pass over a long file.
struct TokenSearch {
  private typealias Token = (octets: [UInt8], kind: DumpAttack.Kind, voter: Int)

  /// Tokens by their first eight octets, and which two octets one can begin with.
  private var tokens: [UInt64: [Token]] = [:]
  private var begins = [Bool](repeating: false, count: 1 << 16)

  init(_ voters: [DumpAttack.Kind: [String: Int]]) {
    for (kind, numbers) in voters {
      for (token, voter) in numbers {
        let octets = Array(token.utf8)
        tokens[Self.head(octets), default: []].append((octets, kind, voter))
        begins[Int(octets[0]) << 8 | Int(octets[1])] = true
      }
    }
  }

  private static func head(_ octets: some Sequence<UInt8>) -> UInt64 {
    octets.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Tells of every occurrence, from the beginning on.
  func each(
    in content: Data, _ body: (_ place: Int, _ kind: DumpAttack.Kind, _ voter: Int) -> Void
  ) {
    guard content.count > 8 else { return }
    content.withUnsafeBytes { (octets: UnsafeRawBufferPointer) in
      octets.withMemoryRebound(to: UInt8.self) { octets in
        begins.withUnsafeBufferPointer { begins in
          guard let octet = octets.baseAddress, let begins = begins.baseAddress else { return }
          var place = 0
          let end = octets.count - 8
          // Raw pointers and two octets at a time: tests are not optimized, and logs are long.
          while place <= end {
            if begins[Int(octet[place]) << 8 | Int(octet[place + 1])] {
              for token in tokens[Self.head(octets[place...])] ?? []
              where octets[place...].starts(with: token.octets) {
                body(place, token.kind, token.voter)
              }
            }
            place += 1
          }
        }
      }
    }
  }
}
