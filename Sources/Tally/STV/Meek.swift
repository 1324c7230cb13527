/// What Meek's methods share.
enum Meek {
  /// The decimals of votes, keep factors and quota.
  static let places = 9
  /// A whole paper, in units.
  static let unit = 1_000_000_000
  /// A whole paper.
  static let whole = Amount(units: Int128(unit), places: places)
}
