/// Whole numbers of which x comes with a probability proportional to exp(-x² / 2σ²).
///
/// Drawn exactly from whole numbers and random bits alone (Canonne, Kamath and Steinke 2020,
/// algorithm 3): discrete Laplace numbers, each kept with the probability that makes up the
/// difference.
public struct DiscreteGaussian: Sendable, Hashable {
  /// σ², which is the variance but for a billionth when σ is at least 1.
  public let variance: Fraction
  private let proposal: DiscreteLaplace

  /// Nil unless σ² is above zero and both its parts are below a million.
  public init?(variance: Fraction) {
    guard variance.isPositive, max(variance.numerator, variance.denominator) < 1 << 20 else {
      return nil
    }
    let deviation = Self.root(variance.numerator / variance.denominator)
    guard let scale = Fraction(deviation + 1), let proposal = DiscreteLaplace(scale: scale) else {
      return nil
    }
    self.variance = variance
    self.proposal = proposal
  }

  /// The noise of zero-concentrated differential privacy ρ: σ² = sensitivity² / 2ρ.
  public init?(rho: Fraction, sensitivity: Int = 1) {
    guard rho.isPositive, abs(sensitivity) < 1 << 20,
      let squared = Fraction(sensitivity * sensitivity),
      let inverse = Fraction(rho.denominator, 2 * rho.numerator),
      let variance = squared.times(inverse)
    else { return nil }
    self.init(variance: variance)
  }

  /// One number.
  public func sample(using source: inout some RandomNumberGenerator) -> Int {
    samples(1, using: &source)[0]
  }

  /// So many numbers, which spend random bits more sparingly than one by one.
  public func samples(_ count: Int, using source: inout some RandomNumberGenerator) -> [Int] {
    var coin = Coin(source)
    defer { source = coin.source }
    return (0..<max(0, count)).map { _ in draw(from: &coin) }
  }

  private func draw(from coin: inout Coin<some RandomNumberGenerator>) -> Int {
    let (above, below) = (Int128(variance.numerator), Int128(variance.denominator))
    let width = Int128(proposal.scale.numerator)
    // Below 2^64: variances are below 2^20, so the width is below 2^10.
    let whole = UInt128(2 * above * below * width * width)
    while true {
      let number = proposal.draw(from: &coin)
      // Below 2^97 for numbers below 2^18 widths, which is what a coin could ever give.
      let distance = Int128(abs(number)) * width * below - above
      let (square, overflow) = distance.multipliedReportingOverflow(by: distance)
      if !overflow, coin.landsInverseExponential(UInt128(square), of: whole) { return number }
    }
  }

  /// The root of a number, rounded down.
  private static func root(_ number: Int) -> Int {
    var (root, bit) = (0, 1 << 20)
    while bit > 0 {
      if (root + bit) * (root + bit) <= number { root += bit }
      bit /= 2
    }
    return root
  }
}
