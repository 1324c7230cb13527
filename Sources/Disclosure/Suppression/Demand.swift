/// What a reader must still hold possible of a withheld cell.
public struct Demand: Sendable, Hashable {
  /// Some table that agrees with the publication has at least this in the cell.
  public var atLeast: Int?
  /// Some table that agrees has at most this.
  public var atMost: Int?

  /// A demand in one or both directions, besides being uncertain.
  public init(atLeast: Int? = nil, atMost: Int? = nil) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// More than one number, whichever.
  public static let uncertain = Demand()

  /// Whether an interval leaves open what is demanded.
  public func isMet(by interval: Interval) -> Bool {
    !interval.isExact && atLeast.map { interval.top >= $0 } ?? true
      && atMost.map { interval.low <= $0 } ?? true
  }
}
