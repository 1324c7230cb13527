package import SQLStore

/// The place of a row in a list that is sorted by name: an identifier and a sort key.
///
/// Identifiers have 36 characters, so the two stand one behind the other in an address.
package struct NameKey: Equatable {
  package let id: String
  package let sortKey: String

  package init(id: String, sortKey: String) {
    self.id = id
    self.sortKey = sortKey
  }

  /// Reads a place that an address carried.
  /// - Returns: nil unless it begins with an identifier.
  package init?(text: String) {
    guard let id = ID<NameKey>(given: String(text.prefix(36))) else { return nil }
    self.id = id.text
    self.sortKey = String(text.dropFirst(36))
  }

  /// The place as an address carries it.
  package var text: String { id + sortKey }
}

/// A list of one table that is sorted by a name and pages by key.
package struct NameOrder {
  /// The columns of the sort key and of the identifier.
  let sortKey: StaticString
  let id: StaticString
  /// Whether Z comes first.
  let isReversed: Bool

  package init(sortKey: StaticString, id: StaticString, isReversed: Bool = false) {
    self.sortKey = sortKey
    self.id = id
    self.isReversed = isReversed
  }

  /// The rows behind or before a place; nil where the place is no place, or the start.
  package func condition(_ place: ListPlace) -> SQLQuery? {
    guard let key = place.position.flatMap(NameKey.init(text:)) else { return nil }
    let columns: SQLQuery = "(\(literal: sortKey), \(literal: id))"
    return isReversed != place.isBackward
      ? columns + " < (\(key.sortKey), \(key.id))"
      : columns + " > (\(key.sortKey), \(key.id))"
  }

  /// What stands behind `ORDER BY`.
  package func order(_ place: ListPlace) -> SQLQuery {
    isReversed != place.isBackward
      ? "\(literal: sortKey) DESC, \(literal: id) DESC"
      : "\(literal: sortKey), \(literal: id)"
  }
}
