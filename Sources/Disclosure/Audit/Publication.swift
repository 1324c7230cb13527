/// All that an attacker knows: what adds up, and of each cell what is published about it.
///
/// Beyond this an attacker is taken to know that counts are whole and not negative, and the method.
/// Put everything that is out into one publication: linked tables, remainders, earlier releases.
public struct Publication: Sendable {
  /// The cells and what adds up.
  public let system: CellSystem
  /// Of each cell what is published: one number, a range, or nothing (``Interval/unknown``).
  public let known: [Interval]

  /// A publication of exact figures, ranges and silence.
  ///
  /// Throws ``TableProblem/wrongSize(expected:found:)`` unless there is one interval for each cell,
  /// and ``TableProblem/tooGreat(cell:)`` beyond ``CountTable/greatestCount`` on either side.
  public init(system: CellSystem, known: [Interval]) throws {
    guard known.count == system.count else {
      throw TableProblem.wrongSize(expected: system.count, found: known.count)
    }
    let limit = CountTable.greatestCount
    for (cell, interval) in known.enumerated()
    where abs(max(interval.low, -limit - 1)) > limit || (interval.high.map { $0 > limit } ?? false)
    {
      throw TableProblem.tooGreat(cell: cell)
    }
    self.system = system
    self.known = known
  }

  /// A publication of all values but some cells.
  ///
  /// `floor` is what a reader knows a withheld cell to be at least: 1 where every zero is
  /// published.
  public init(
    system: CellSystem, values: [Int], withheld: some Sequence<Int>, floor: Int = 0
  ) throws {
    var known = values.map { Interval(exactly: $0) }
    for cell in withheld {
      guard known.indices.contains(cell) else {
        throw TableProblem.wrongSize(expected: known.count, found: cell)
      }
      known[cell] = Interval(min(floor, values[cell]), nil)
    }
    try self.init(system: system, known: known)
  }

  /// The cells of which no single number is published.
  public var withheld: [Int] { known.indices.filter { !known[$0].isExact } }

  /// Whether a whole table agrees with everything that is published: the check of a witness.
  public func admits(_ table: [Int]) -> Bool {
    table.count == known.count && zip(known, table).allSatisfy { $0.contains($1) }
      && system.firstBroken(by: table) == nil
  }
}
