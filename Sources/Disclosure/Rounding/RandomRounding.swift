/// Rounds every count by itself, up or down by chance, so that its expectation stays.
///
/// The chance comes from a secret key and the cell's name: the same cell is rounded alike in every
/// report, so that averaging reports tells nothing. Rounded tables do not add up; use
/// ``ControlledRounding`` where they must.
public struct RandomRounding: Sendable {
  /// What rounded counts are multiples of.
  public let base: Int
  private let hash: SipHash

  /// Rounding to multiples of a base, which is at least 1, with a secret key.
  public init(base: Int, key: (UInt64, UInt64)) {
    self.base = max(1, base)
    hash = SipHash(key: key)
  }

  /// A count in the neighboring multiple that the cell's name decides.
  public func round(_ count: Int, of name: [String]) -> Int {
    let rest = count % base
    guard count > 0, rest > 0 else { return count }
    var bytes: [UInt8] = []
    for part in name + [String(count)] {
      bytes += withUnsafeBytes(of: part.utf8.count.littleEndian, Array.init)
      bytes += part.utf8
    }
    let drawn = hash.digest(of: bytes).multipliedFullWidth(by: UInt64(base)).high
    let below = count - rest
    let isUp = drawn < UInt64(rest) && below <= .max - base
    return isUp ? below + base : below
  }
}
