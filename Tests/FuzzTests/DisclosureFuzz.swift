import Disclosure
import Testing

/// Files and tables that nobody would write: an error is an answer, a trap is not.
@Suite struct DisclosureFuzz {
  /// Fewer than of the others, for an audit takes longer than a reader.
  private static let rounds = Fuzzing.rounds / 10

  /// The chance of a round, another one for each seed.
  private static func chance(_ round: Int) -> FuzzChance {
    FuzzChance(Int(truncatingIfNeeded: Fuzzing.seed &- 1) &* 1_000_000 &+ round)
  }

  @Test func `files that were damaged are read or refused`() throws {
    let seed = Array("level,gender,count\nPGY1,w,3\nPGY1,m,x\n\"PGY,2\",w,<5\nTotal,w,12\n".utf8)
    for round in 0..<Self.rounds {
      var chance = Self.chance(round)
      let bytes = Self.damaged(seed, &chance)
      if let file = try? CountFile(parsing: bytes) {
        #expect(file.table.system.firstBroken(by: file.table.counts) == nil)
      }
      if let file = try? PublishedFile(parsing: bytes), let audit = try? Audit(file.publication) {
        #expect(audit.intervals.count == file.publication.known.count)
      }
      _ = try? HierarchyFile(parsing: bytes)
    }
  }

  @Test func `hierarchies of any shape are a forest or refused`() {
    for round in 0..<Self.rounds {
      var chance = Self.chance(round)
      let codes = (0..<Int.random(in: 1...9, using: &chance)).map { "c\($0)" }
      var parents: [String: String] = [:]
      for code in codes where Bool.random(using: &chance) {
        parents[code] = codes.randomElement(using: &chance)
      }
      guard let axis = try? Axis(name: "a", codes: codes, parents: parents) else { continue }
      for place in codes.indices {
        var (above, steps) = (axis.parents[place], 0)
        while let next = above, steps <= codes.count {
          (above, steps) = (axis.parents[next], steps + 1)
        }
        #expect(above == nil)
      }
    }
  }

  @Test func `no table and no relation makes the audit trap or lie`() throws {
    for round in 0..<Self.rounds {
      var chance = Self.chance(round)
      let (system, values) = Self.system(&chance)
      let known = values.map { value in
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: Interval.unknown
        case 1: Interval(value - 2, value &+ 3)
        default: Interval(exactly: value)
        }
      }
      guard let publication = try? Publication(system: system, known: known),
        let audit = try? Audit(publication)
      else { continue }
      for cell in known.indices {
        let least = try #require(audit.witness(for: cell, greatest: false))
        #expect(publication.admits(least) && least[cell] == audit.intervals[cell].low)
        if publication.admits(values) { #expect(audit.intervals[cell].contains(values[cell])) }
      }
    }
  }

  @Test func `what is released keeps its demands, whatever the table`() throws {
    for round in 0..<(Self.rounds / 6) {
      var chance = Self.chance(round)
      let axes = try (0..<Int.random(in: 1...3, using: &chance)).map { number in
        let width = Int.random(in: 1...4, using: &chance)
        return try Axis(name: "a\(number)", categories: (0..<width).map { "c\($0)" })
      }
      let most = [1, 4, 9, 1 << 33].randomElement(using: &chance) ?? 1
      let size = axes.reduce(1) { $0 * ($1.codes.count - 1) }
      let leaves = (0..<size).map { _ in Int.random(in: 0...most, using: &chance) }
      let table = try CountTable(axes: axes, leaves: leaves)
      let rule = ThresholdRule(
        Int.random(in: 2...12, using: &chance),
        promise: Bool.random(using: &chance) ? .strict : .basic)
      let problem = try rule.problem(for: table)
      guard let released = try? Suppression(problem, effort: .init(changes: 30)) else { continue }
      for (cell, demand) in problem.demands {
        #expect(demand.isMet(by: released.audit.intervals[cell]))
      }
      if let rounded = try? ControlledRounding(table, base: 3) {
        #expect(rounded.table.counts.allSatisfy { $0 % 3 == 0 })
      }
    }
  }

  @Test func `numbers at the edges of what can be held are refused or exact`() {
    let edges = [Int.min, -1, 0, 1, 2, 1 << 40, (1 << 40) + 1, .max]
    for above in edges {
      for below in edges {
        guard let one = Fraction(above, below) else { continue }
        for other in [one, .one, .zero] {
          if let sum = one.adding(other) { #expect(!(sum < one) || other < .zero) }
          _ = one.times(other)
        }
        var chance = FuzzChance(1)
        _ = DiscreteLaplace(epsilon: one, sensitivity: above)?.sample(using: &chance)
        _ = DiscreteGaussian(rho: one, sensitivity: below)?.sample(using: &chance)
      }
      #expect(throws: (any Error).self) {
        try CountTable(axes: [Axis(name: "a", codes: ["x"])], counts: [above, above])
      }
      let axis = try? Axis(name: "a", codes: ["x"])
      if let axis, let table = try? CountTable(axes: [axis], counts: [above]) {
        _ = try? ControlledRounding(table, base: above)
        _ = try? Suppression(ThresholdRule(above).problem(for: table))
      }
    }
  }

  private static func damaged(_ seed: [UInt8], _ chance: inout FuzzChance) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &chance)
      let byte =
        [0, 10, 13, 34, 44, 45, 60, 0xFF, UInt8.random(in: 32...126, using: &chance)]
        .randomElement(using: &chance) ?? 0
      switch Int.random(in: 0..<4, using: &chance) {
      case 0 where place < bytes.count: bytes[place] = byte
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes += bytes.suffix(place)
      default: bytes.insert(byte, at: min(place, bytes.count))
      }
    }
    return bytes
  }

  /// Cells with relations at random, and values that keep them more often than not.
  private static func system(_ chance: inout FuzzChance) -> (CellSystem, [Int]) {
    let count = Int.random(in: 1...9, using: &chance)
    var system = CellSystem(count: count)
    var values = (0..<count).map { _ in Int.random(in: -1...6, using: &chance) }
    for _ in 0..<Int.random(in: 0...4, using: &chance) {
      let cells = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
        Int.random(in: -1...count, using: &chance)
      }
      guard (try? system.relate(total: cells[0], parts: cells.dropFirst())) != nil else { continue }
      values[cells[0]] = cells.dropFirst().reduce(0) { $0 + values[$1] }
    }
    return (system, values)
  }
}

/// Chance that a round's number alone decides.
private struct FuzzChance: RandomNumberGenerator {
  private var state: UInt64

  init(_ round: Int) {
    state = UInt64(truncatingIfNeeded: round) &* 0x2545_F491_4F6C_DD1D &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
