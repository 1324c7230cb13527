import Disclosure

/// Chance that is the same in each run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension CountTable {
  /// A table of so many codes in each dimension, besides totals, with random counts.
  static func drawn(_ shape: [Int], upTo most: Int, _ chance: inout Seeded) throws -> CountTable {
    let axes = try shape.enumerated().map { try Axis.plain("d\($0)", $1 + 1) }
    let leaves = (0..<shape.reduce(1, *)).map { _ in Int.random(in: 0...most, using: &chance) }
    return try CountTable(axes: axes, leaves: leaves)
  }
}
