/// Why figures are no table that can be protected or audited.
public enum TableProblem: Error, Equatable, Sendable {
  /// A dimension has no code at all.
  case noCodes(axis: String)
  /// A code is listed twice in a dimension.
  case repeatedCode(String, axis: String)
  /// A code names a parent that its dimension does not have.
  case unknownParent(String, of: String, axis: String)
  /// Codes are their own ancestors; one of them is named.
  case cycle(through: String, axis: String)
  /// A cell is named by a code that its dimension does not have.
  case unknownCode(String, axis: String)
  /// A list has another length than the table has cells, or a cell lies outside of it.
  case wrongSize(expected: Int, found: Int)
  /// The dimensions span more cells than can be worked on.
  case tooManyCells(limit: Int)
  /// A count is below zero; `cell` is its place.
  case negative(cell: Int)
  /// A count, or a sum of counts, is greater than ``CountTable/greatestCount``.
  case tooGreat(cell: Int)
  /// A total is not the sum of its parts.
  case doesNotAdd(total: Int)
  /// No table of counts agrees with what was published; a relation that fails, where one is known.
  case contradiction(relation: Int?)
  /// The withheld cells are woven too densely for an exact answer within the memory that is given.
  case tooDense(cells: Int)
  /// Counts cannot be rounded to multiples of this.
  case noBase(Int)
  /// A sensitive cell cannot be protected, whatever else is withheld.
  case unprotectable(cell: Int)
}

extension TableProblem: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .noCodes(let name): "The dimension '\(name)' has no codes."
    case .repeatedCode(let code, let name): "The code '\(code)' stands twice in '\(name)'."
    case .unknownParent(let parent, let code, let name):
      "The parent '\(parent)' of '\(code)' is no code of '\(name)'."
    case .cycle(let code, let name): "The code '\(code)' of '\(name)' is its own ancestor."
    case .unknownCode(let code, let name): "'\(code)' is no code of '\(name)'."
    case .wrongSize(let expected, let found): "Expected \(expected) cells and found \(found)."
    case .tooManyCells(let limit): "The table has more than \(limit) cells."
    case .negative(let cell): "The count of cell \(cell) is below zero."
    case .tooGreat(let cell): "The count of cell \(cell) is too great."
    case .doesNotAdd(let total): "The total in cell \(total) is not the sum of its parts."
    case .contradiction(let relation?):
      "The published figures contradict each other in relation \(relation)."
    case .contradiction(nil): "The published figures contradict each other."
    case .tooDense(let cells):
      "\(cells) withheld cells hang together, too many for an exact answer."
    case .noBase(let base): "Counts cannot be rounded to multiples of \(base)."
    case .unprotectable(let cell):
      "Cell \(cell) cannot be protected, whatever else is withheld."
    }
  }
}
