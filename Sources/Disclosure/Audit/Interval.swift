/// The whole numbers that a count can be, as far as somebody knows.
public struct Interval: Sendable, Hashable {
  /// The least of them.
  public var low: Int
  /// The greatest of them; nil when nothing bounds it.
  public var high: Int?

  /// The numbers from one to another.
  public init(_ low: Int, _ high: Int?) {
    self.low = low
    self.high = high
  }

  /// One number alone.
  public init(exactly value: Int) {
    self.init(value, value)
  }

  /// Any count at all.
  public static let unknown = Interval(0, nil)

  /// Whether only one number is left.
  public var isExact: Bool { low == high }

  /// Whether a number is among them.
  public func contains(_ value: Int) -> Bool {
    value >= low && high.map { value <= $0 } ?? true
  }

  /// The end above, or ``Interval/open`` in its place.
  var top: Int { high ?? Self.open }

  /// Stands for "nothing bounds it" where numbers are compared; far from overflow.
  static let open = 1 << 60
}

extension Interval: CustomStringConvertible {
  /// The ends, the upper left out where there is none.
  public var description: String { "\(low)…" + (high.map(String.init) ?? "") }
}
