/// Whole numbers of which x comes with a probability proportional to exp(-|x| / scale).
///
/// Drawn exactly, from whole numbers and random bits alone (Canonne, Kamath and Steinke 2020,
/// algorithm 2): floating point would betray the count beneath the noise (Mironov 2012). The
/// expected work does not depend on the scale.
public struct DiscreteLaplace: Sendable, Hashable {
  /// How wide the numbers spread.
  public let scale: Fraction

  /// Nil unless the scale is above zero and both its parts are below a billion.
  public init?(scale: Fraction) {
    guard scale.isPositive, max(scale.numerator, scale.denominator) < 1 << 30 else { return nil }
    self.scale = scale
  }

  /// The noise that gives each person the privacy `epsilon` when one person changes the figure by
  /// at most `sensitivity`.
  public init?(epsilon: Fraction, sensitivity: Int = 1) {
    guard epsilon.isPositive,
      let scale = Fraction(epsilon.denominator, epsilon.numerator)?
        .times(Fraction(sensitivity) ?? .zero)
    else { return nil }
    self.init(scale: scale)
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

  /// Draws with a coin that others use too.
  @inline(__always)
  func draw(from coin: inout Coin<some RandomNumberGenerator>) -> Int {
    let (above, below) = (UInt64(scale.numerator), UInt64(scale.denominator))
    while true {
      let remainder = coin.below(above)
      guard coin.landsInverseExponential(remainder, of: above) else { continue }
      var whole: UInt64 = 0
      while coin.landsInverseE() { whole += 1 }
      let size = Int((remainder + above * whole) / below)
      if coin.isHeads() { return size }
      if size != 0 { return -size }
    }
  }
}
