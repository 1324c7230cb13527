import Foundation

/// Finds many tokens of eight octets or more in one pass over a long file.
struct TokenSearch {
  private typealias Token = (octets: [UInt8], kind: DumpAttack.Kind, voter: Int)

  /// Tokens by their last eight octets, as identifiers of one moment begin alike, and the two
  /// octets before all others of those eight.
  private var tokens: [UInt64: [Token]] = [:]
  private var begins = [Bool](repeating: false, count: 1 << 16)

  init(_ voters: [DumpAttack.Kind: [String: Int]]) {
    for (kind, numbers) in voters {
      for (token, voter) in numbers {
        let octets = Array(token.utf8)
        let tail = octets.count - 8
        let key = octets.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: tail, as: UInt64.self)
        }
        tokens[key, default: []].append((octets, kind, voter))
        begins[Int(octets[tail]) << 8 | Int(octets[tail + 1])] = true
      }
    }
  }

  /// Tells of every occurrence, from the beginning on.
  func each(
    in content: Data, _ body: (_ place: Int, _ kind: DumpAttack.Kind, _ voter: Int) -> Void
  ) {
    // Pointers, and two octets before all else: tests are not optimized, and logs are long.
    content.withUnsafeBytes { octets in
      begins.withUnsafeBufferPointer { begins in
        guard let start = octets.baseAddress, let begins = begins.baseAddress else { return }
        let octet = start.assumingMemoryBound(to: UInt8.self)
        var place = 0
        let end = octets.count - 8
        while place <= end {
          if begins[Int(octet[place]) << 8 | Int(octet[place + 1])],
            let found = tokens[start.loadUnaligned(fromByteOffset: place, as: UInt64.self)]
          {
            for token in found {
              let length = token.octets.count
              let from = place + 8 - length
              if from >= 0, memcmp(start + from, token.octets, length) == 0 {
                body(from, token.kind, token.voter)
              }
            }
          }
          place += 1
        }
      }
    }
  }
}
