/// Cells and which of them are the totals of which others: all that additivity says.
///
/// A table of any number of dimensions is one such system, and so are several tables that share
/// cells, or a table with the remainders that a reader can subtract.
public struct CellSystem: Sendable, Equatable {
  /// How many cells there are; they are named by the numbers below it.
  public private(set) var count: Int
  /// The members of all relations, one after another, each total before its parts.
  private(set) var members: [Int] = []
  /// Where each relation begins in ``members``, and the end of the last.
  private(set) var starts: [Int] = [0]

  /// A system of cells without any relation yet.
  public init(count: Int) {
    self.count = max(0, count)
  }

  /// How many relations there are.
  public var relationCount: Int { starts.count - 1 }

  /// The cell that is a relation's total.
  public func total(of relation: Int) -> Int { members[starts[relation]] }

  /// The cells that add up to a relation's total.
  public func parts(of relation: Int) -> ArraySlice<Int> {
    members[(starts[relation] + 1)..<starts[relation + 1]]
  }

  /// All cells of a relation, its total first.
  func cells(of relation: Int) -> ArraySlice<Int> {
    members[starts[relation]..<starts[relation + 1]]
  }

  /// Says that a cell is the sum of others.
  ///
  /// Throws ``TableProblem/wrongSize(expected:found:)`` for a cell that is not there, and
  /// ``TableProblem/doesNotAdd(total:)`` for one that is named twice.
  public mutating func relate(total: Int, parts: some Sequence<Int>) throws {
    let relation = [total] + parts
    for cell in relation where !(0..<count).contains(cell) {
      throw TableProblem.wrongSize(expected: count, found: cell)
    }
    guard Set(relation).count == relation.count else {
      throw TableProblem.doesNotAdd(total: total)
    }
    append(relation)
  }

  /// Adds a relation whose cells are known to be there, each once.
  mutating func append(_ relation: some Sequence<Int>) {
    members += relation
    starts.append(members.count)
  }

  /// Adds a cell; its number.
  public mutating func addCell() -> Int {
    count += 1
    return count - 1
  }

  /// The first relation that these values do not keep; nil when they keep all.
  public func firstBroken(by values: [Int]) -> Int? {
    guard values.count == count else { return relationCount == 0 ? nil : 0 }
    return (0..<relationCount).first { relation in
      var sum = 0
      for part in parts(of: relation) {
        let (next, overflow) = sum.addingReportingOverflow(values[part])
        if overflow { return true }
        sum = next
      }
      return sum != values[total(of: relation)]
    }
  }
}
