import Foundation

/// How long and from which seed fuzzing goes; the same seed gives the same inputs.
enum Fuzzing {
  /// Rounds of each fuzzer: few among the tests, as many as `FUZZ_ROUNDS` says otherwise.
  static let rounds = number("FUZZ_ROUNDS") ?? 3000
  /// Where the inputs begin: `FUZZ_SEED`, or always the same.
  static let seed = UInt64(number("FUZZ_SEED") ?? 1)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}

/// Numbers that look random and follow from a seed (Steele and others' SplitMix64).
struct FuzzRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

  /// Spoils a text in a few places: bytes change, words and lines vanish, come twice, or are odd.
  mutating func spoil(_ text: String, with words: [String]) -> [UInt8] {
    spoil(Array(text.utf8), with: words.map { Array($0.utf8) })
  }

  /// Spoils a file in the same ways.
  mutating func spoil(_ file: [UInt8], with words: [[UInt8]]) -> [UInt8] {
    var bytes = file
    for _ in 0...below(4) {
      let at = below(bytes.count + 1)
      let end = min(bytes.count, at + below(12))
      switch below(7) {
      case 0 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: bytes = Array(bytes[..<at])
      case 4: bytes.insert(contentsOf: bytes, at: at)
      default: bytes.insert(contentsOf: words[below(words.count)], at: at)
      }
    }
    return bytes
  }
}
