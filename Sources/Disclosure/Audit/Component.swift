/// Open cells that hang together, numbered among themselves, and the relations between them.
struct Component {
  /// A cell in a relation and how often it is added; a relation of a table has 1 and -1 alone.
  struct Term {
    let cell: Int
    let factor: Int
  }

  /// A sum of cells that is known.
  struct Equation {
    let terms: [Term]
    let constant: Int
    /// The relation that it is, where it is one of a publication's.
    let relation: Int
  }

  /// The cells by their numbers in the publication.
  private(set) var cells: [Int] = []
  private(set) var bounds: [Interval] = []
  private(set) var equations: [Equation] = []

  /// Adds a cell; its number here.
  mutating func add(_ cell: Int, _ interval: Interval) -> Int {
    cells.append(cell)
    bounds.append(interval)
    return cells.count - 1
  }

  /// Adds a relation.
  mutating func relate(_ terms: [Term], constant: Int, relation: Int = -1) {
    equations.append(.init(terms: terms, constant: constant, relation: relation))
  }

  /// The values of this component's cells in a table.
  func values(in table: [Int]) -> [Int] { cells.map { table[$0] } }
}
