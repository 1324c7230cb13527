/// An exact decimal: so many votes, in units of the rule's last decimal.
///
/// No method of this library rounds except where its rule says so, and none uses floating point.
public struct Amount: Sendable, Hashable {
  /// The amount in units of the last decimal: 12.50000 votes are 1,250,000 units.
  public let units: Int128
  /// How many decimals the rule counts with: 5 for Scottish STV, 9 for Meek, 0 for whole votes.
  public let places: Int

  /// An amount of so many units of the last decimal.
  public init(units: Int128, places: Int) {
    self.units = units
    self.places = places
  }

  /// So many whole votes, written without decimals.
  public init(_ whole: Int) {
    self.init(units: Int128(whole), places: 0)
  }
}

extension Amount: CustomStringConvertible {
  /// The decimal with all places of its rule: `1300.00000`.
  public var description: String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
