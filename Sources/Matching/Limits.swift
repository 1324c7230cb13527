/// What an instance may hold, so that no sum can overflow 64 bits and no index 32.
public enum Limits {
  /// The greatest absolute weight of a pair. Four million of them stay below 2^63.
  public static let weight = 1_000_000_000_000
  /// The greatest number of people on a side.
  public static let people = 4_000_000
  /// The greatest number of pairs, or of entries in all lists of a side.
  public static let pairs = 200_000_000

  /// Refuses a number of people or pairs that is negative or beyond the limit.
  static func check(
    _ count: Int, _ what: String, upTo limit: Int, line: Int? = nil
  ) throws(InvalidInput) {
    guard count >= 0 else { throw InvalidInput(line: line, "\(count) \(what) are fewer than none") }
    guard count <= limit else {
      throw InvalidInput(line: line, "\(count) \(what) are more than \(limit)")
    }
  }
}
