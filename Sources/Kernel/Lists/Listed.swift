/// One page of a long list, with what to ask with for the pages around it.
package struct Listed<Row: Sendable>: Sendable {
  /// The rows of the page, in the order of the list.
  package let entries: [Row]
  /// Where the next page begins, for ``ListPlace/after(_:)``; nil on the last page.
  package let next: String?
  /// Where the page before ends, for ``ListPlace/before(_:)``; nil on the first page.
  package let previous: String?

  /// Makes a page of the rows that a keyset query gave.
  /// - Parameters:
  ///   - fetched: up to one more row than the page holds, in the order in which they were fetched.
  ///   - key: where a row stands in the list.
  package init(fetched: [Row], at place: ListPlace, size: Int, key: (Row) -> String) {
    let hasMore = fetched.count > size
    let rows = Array(fetched.prefix(size))
    self.entries = place.isBackward ? rows.reversed() : rows
    let first = entries.first.map(key)
    let last = entries.last.map(key)
    switch place {
    case .start:
      self.previous = nil
      self.next = hasMore ? last : nil
    case .after(let position):
      // An empty page still leads back to where the reader came from.
      self.previous = first ?? position
      self.next = hasMore ? last : nil
    case .before(let position):
      self.previous = hasMore ? first : nil
      self.next = last ?? position
    }
  }
}

extension Listed: Equatable where Row: Equatable {}

/// Where a page of a list begins or ends.
package enum ListPlace: Sendable, Equatable {
  case start
  /// Behind a row.
  case after(String)
  /// Before a row; the page ends there.
  case before(String)

  /// The place that an address named; with both, the one behind.
  package init(after: String = "", before: String = "") {
    self = !after.isEmpty ? .after(after) : !before.isEmpty ? .before(before) : .start
  }

  /// Whether rows are fetched from the end of the list.
  package var isBackward: Bool {
    if case .before = self { true } else { false }
  }

  /// The row that the place names.
  package var position: String? {
    switch self {
    case .start: nil
    case .after(let position), .before(let position): position
    }
  }
}
