/// Why no table that agrees with a publication goes beyond an audit's intervals: whole numbers that
/// anyone can check by adding and multiplying.
///
/// Each step adds up some relations, each so many times, until a multiple of one cell stands alone
/// on one side; the bounds that are known of the cells on the other side bound it. This is the
/// dual side of linear programming, rounded to whole numbers, as a list of cuts (Chvatal 1973).
public struct AuditCertificate: Sendable, Equatable {
  /// How often a relation, its total less its parts, is added; it comes to nothing.
  public struct Multiplier: Sendable, Equatable {
    /// The relation.
    public var relation: Int
    /// How often it is added, or subtracted below zero.
    public var factor: Int

    /// A relation so many times.
    public init(relation: Int, factor: Int) {
      self.relation = relation
      self.factor = factor
    }
  }

  /// A bound of one cell that follows from bounds before it.
  public struct Step: Sendable, Equatable {
    /// The cell.
    public var cell: Int
    /// Whether it is bounded from above.
    public var isUpper: Bool
    /// By what the bound is divided and rounded in the end, above zero.
    public var divisor: Int
    /// The relations that are added up.
    public var multipliers: [Multiplier]

    /// A step of a certificate.
    public init(_ cell: Int, isUpper: Bool, _ divisor: Int, _ multipliers: [Multiplier]) {
      self.cell = cell
      self.isUpper = isUpper
      self.divisor = divisor
      self.multipliers = multipliers
    }
  }

  /// The steps in the order in which they follow from each other.
  public var steps: [Step]

  /// A certificate of steps.
  public init(steps: [Step]) {
    self.steps = steps
  }

  /// Whether the steps prove that no cell goes beyond these intervals.
  ///
  /// Linear in the members of all relations that the steps name.
  public func proves(_ intervals: [Interval], of publication: Publication) -> Bool {
    var check = CertificateCheck(publication)
    guard intervals.count == check.bounds.count, steps.allSatisfy({ check.follow($0) }) else {
      return false
    }
    return zip(intervals, check.bounds).allSatisfy { claimed, proven in
      proven.low >= claimed.low && proven.top <= claimed.top
    }
  }
}
