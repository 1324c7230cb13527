import Foundation

/// What losses of privacy mean in the other measures, as information for people.
///
/// Noise and ledgers never depend on these numbers, which are floating point, rounded up.
public enum PrivacyLoss {
  /// The ρ of a mechanism with pure ε: ε² / 2 (Bun and Steinke 2016, proposition 1.4); nil when it
  /// cannot be held exactly.
  public static func rho(ofPure epsilon: Fraction) -> Fraction? {
    Fraction(1, 2).flatMap { half in epsilon.times(epsilon)?.times(half) }
  }

  /// An ε that holds with all but a chance of δ: ρ + 2 √(ρ ln(1/δ)) (proposition 1.3).
  public static func epsilon(ofRho rho: Fraction, delta: Double) -> Double {
    guard delta > 0, delta < 1 else { return .infinity }
    let rho = Double(rho.numerator) / Double(rho.denominator)
    return (rho + 2 * (rho * log(1 / delta)).squareRoot()).nextUp
  }
}
