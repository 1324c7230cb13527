/// An exact number of budgets and scales: a numerator above a denominator, in lowest terms.
public struct Fraction: Sendable, Hashable, Codable {
  /// What stands above the line.
  public let numerator: Int
  /// What stands below the line; above zero.
  public let denominator: Int

  /// The greatest numerator and denominator, so that sums and products can be checked.
  static let limit = 1 << 40

  /// Nil for a denominator that is not above zero, and beyond a trillion above or below the line.
  public init?(_ numerator: Int, _ denominator: Int = 1) {
    guard denominator > 0, numerator != .min else { return nil }
    let common = Self.commonDivisor(abs(numerator), denominator)
    guard abs(numerator) / common <= Self.limit, denominator / common <= Self.limit else {
      return nil
    }
    self.numerator = numerator / common
    self.denominator = denominator / common
  }

  /// Reads `3`, `0.25` or `1/4`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      guard let above = Self.digits(parts[0]), let below = Self.digits(parts[1]) else { return nil }
      self.init(above, below)
      return
    }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let decimals = halves.count == 2 ? halves[1] : ""
    guard (1...2).contains(halves.count), decimals.count <= 9, !halves[0].isEmpty,
      halves.count == 1 || !decimals.isEmpty, let digits = Self.digits(halves[0] + decimals)
    else { return nil }
    self.init(digits, decimals.reduce(1) { power, _ in power * 10 })
  }

  /// Reads what was encoded; a denominator of zero is refused.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let fraction = Fraction(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no fraction."))
    }
    self = fraction
  }

  /// Writes the fraction as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Nothing.
  public static let zero = Fraction(whole: 0)
  /// One whole.
  public static let one = Fraction(whole: 1)

  private init(whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// Whether it is above zero.
  public var isPositive: Bool { numerator > 0 }

  /// The sum; nil when it cannot be held exactly.
  public func adding(_ other: Fraction) -> Fraction? {
    let common = Self.commonDivisor(denominator, other.denominator)
    let (one, first) = numerator.multipliedReportingOverflow(by: other.denominator / common)
    let (two, second) = other.numerator.multipliedReportingOverflow(by: denominator / common)
    let (sum, third) = one.addingReportingOverflow(two)
    let (below, fourth) = denominator.multipliedReportingOverflow(by: other.denominator / common)
    return first || second || third || fourth ? nil : Fraction(sum, below)
  }

  /// The product; nil when it cannot be held exactly.
  public func times(_ other: Fraction) -> Fraction? {
    let left = Self.commonDivisor(abs(numerator), other.denominator)
    let right = Self.commonDivisor(abs(other.numerator), denominator)
    let (above, first) = (numerator / left)
      .multipliedReportingOverflow(by: other.numerator / right)
    let (below, second) = (denominator / right)
      .multipliedReportingOverflow(by: other.denominator / left)
    return first || second ? nil : Fraction(above, below)
  }

  private static func digits(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return max(one, 1)
  }
}

extension Fraction: Comparable {
  /// Compares exactly.
  public static func < (one: Fraction, other: Fraction) -> Bool {
    // Both products stay below 2^80.
    Int128(one.numerator) * Int128(other.denominator)
      < Int128(other.numerator) * Int128(one.denominator)
  }
}

extension Fraction: CustomStringConvertible {
  /// The fraction as it is read back.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
