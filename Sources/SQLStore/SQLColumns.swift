import Synchronization

/// The names of an answer's columns.
package final class SQLColumns: Sendable {
  /// The names, in the order of the statement.
  package let names: [String]
  /// Where the column is expected that is asked for next: rows are read in their order as a rule,
  /// and then no name is looked for.
  private let expected = Atomic(0)

  package init(_ names: [String]) {
    self.names = names
  }

  /// Which value of a row stands in the column, from 0.
  func place(of column: String) -> Int? {
    let guess = expected.load(ordering: .relaxed)
    let isRight = guess < names.count && names[guess] == column
    guard let place = isRight ? guess : names.firstIndex(of: column) else { return nil }
    expected.store(place + 1 == names.count ? 0 : place + 1, ordering: .relaxed)
    return place
  }
}
