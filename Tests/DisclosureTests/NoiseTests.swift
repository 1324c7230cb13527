import Testing

@testable import Disclosure

@Suite struct NoiseTests {
  private static let draws = 60_000

  @Test func `discrete Laplace numbers come as often as they should`() throws {
    let reference = try Reference.whole("dp_reference", as: NoiseReference.self)
    for (expected, epsilon) in zip(reference.discreteLaplace, ["0.1", "0.5", "1"]) {
      let noise = try #require(Fraction(epsilon).flatMap { DiscreteLaplace(epsilon: $0) })
      var chance = Seeded(3)
      let drawn = noise.samples(Self.draws, using: &chance)
      #expect(Self.fits(drawn, expected.pmfK0ToK10))
      #expect(Self.isNear(Self.variance(drawn), expected.variance))
    }
  }

  @Test func `discrete Gaussian numbers come as often as they should`() throws {
    let reference = try Reference.whole("dp_reference", as: NoiseReference.self)
    for (expected, variance) in zip(reference.discreteGaussian, [1, 4, 25]) {
      let noise = try #require(Fraction(variance).flatMap { DiscreteGaussian(variance: $0) })
      var chance = Seeded(4)
      let drawn = noise.samples(Self.draws, using: &chance)
      #expect(Self.fits(drawn, expected.pmfK0ToK10))
      #expect(Self.isNear(Self.variance(drawn), expected.variance))
    }
  }

  @Test func `scales that are no whole numbers are drawn exactly too`() throws {
    let noise = try #require(Fraction(7, 3).flatMap { DiscreteLaplace(scale: $0) })
    var chance = Seeded(5)
    let drawn = noise.samples(Self.draws, using: &chance)
    // The ratio of neighboring chances is exp(-3/7).
    let ratio = 0.651439
    let chances = (0...10).map { power in
      (0..<power).reduce((1 - ratio) / (1 + ratio)) { chance, _ in chance * ratio }
    }
    #expect(Self.fits(drawn, chances))
  }

  @Test func `the same source of chance gives the same noise`() throws {
    let noise = try #require(DiscreteLaplace(epsilon: .one))
    var (one, other) = (Seeded(9), Seeded(9))
    #expect(noise.samples(50, using: &one) == noise.samples(50, using: &other))
    #expect(one.next() == other.next())
  }

  @Test func `no noise comes from budgets that are none`() throws {
    #expect(DiscreteLaplace(epsilon: .zero) == nil)
    #expect(DiscreteLaplace(epsilon: try #require(Fraction(-1, 2))) == nil)
    #expect(DiscreteLaplace(epsilon: .one, sensitivity: 0) == nil)
    #expect(DiscreteGaussian(rho: .zero) == nil)
    #expect(Fraction(1, 0) == nil)
    #expect(Fraction("1e5") == nil && Fraction("") == nil && Fraction("1/") == nil)
    #expect(Fraction(".5") == nil && Fraction("-1") == nil && Fraction("1.") == nil)
    #expect(Fraction("0.250") == Fraction(1, 4))
  }

  @Test func `a noisy table still adds up and counts nobody less than none`() throws {
    let table = try CountTable.plain([3, 3], [1, 2, 3, 4, 5, 9, 5, 7, 12])
    let noise = try #require(Fraction(1, 4).flatMap { DiscreteLaplace(epsilon: $0) })
    var chance = Seeded(6)
    for _ in 0..<50 {
      let noisy = try CountTable(noisy: table, by: noise, using: &chance)
      #expect(noisy.counts.allSatisfy { $0 >= 0 })
      #expect(noisy.system.firstBroken(by: noisy.counts) == nil)
    }
  }

  /// Whether the numbers 0 to 10 in both directions, and all others, come as often as they should:
  /// chi-square with 20 degrees of freedom at most at its 0.999 quantile.
  private static func fits(_ drawn: [Int], _ chances: [Double]) -> Bool {
    var observed: [Int: Int] = [:]
    for number in drawn { observed[abs(number) <= 10 ? number : 11, default: 0] += 1 }
    var (sum, rest, restObserved) = (0.0, 1.0, Double(drawn.count))
    for number in -10...10 {
      let expected = chances[abs(number)] * Double(drawn.count)
      guard expected >= 5 else { continue }
      let found = Double(observed[number, default: 0])
      sum += (found - expected) * (found - expected) / expected
      rest -= chances[abs(number)]
      restObserved -= found
    }
    let expected = max(rest, 1e-12) * Double(drawn.count)
    if expected >= 5 { sum += (restObserved - expected) * (restObserved - expected) / expected }
    return sum < 45.3
  }

  private static func variance(_ drawn: [Int]) -> Double {
    drawn.reduce(0.0) { $0 + Double($1 * $1) } / Double(drawn.count)
  }

  private static func isNear(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) < 0.05 * expected
  }
}

/// Exact chances and variances.
struct NoiseReference: Decodable {
  let discreteLaplace: [Distribution]
  let discreteGaussian: [Distribution]

  /// One distribution.
  struct Distribution: Decodable {
    let pmfK0ToK10: [Double]
    let variance: Double
  }
}
