import Kernel
import SQLStore

/// How a sort of the directory is said in SQL, and how one page of it follows the other.
struct DirectoryOrder {
  let sort: DirectorySort
  let place: ListPlace

  private var names: NameOrder {
    NameOrder(
      sortKey: "directory_entry.sort_key", id: "directory_entry.person_id",
      isReversed: sort == .nameReversed)
  }

  /// Whoever has no year of training comes last, in both directions.
  private var level: StaticString? {
    switch sort {
    case .name, .nameReversed: nil
    case .level: "coalesce(directory_entry.training_level, 99)"
    case .levelReversed: "-coalesce(directory_entry.training_level, 0)"
    }
  }

  /// The rows behind or before the place; nil at the start.
  var condition: SQLQuery? {
    guard let level else { return names.condition(place) }
    guard let position = place.position, let key = NameKey(text: String(position.dropFirst(3))),
      let number = Int(position.prefix(3))
    else { return nil }
    let columns: SQLQuery =
      "(\(literal: level), directory_entry.sort_key, directory_entry.person_id)"
    return place.isBackward
      ? columns + " < (\(number), \(key.sortKey), \(key.id))"
      : columns + " > (\(number), \(key.sortKey), \(key.id))"
  }

  /// What stands behind `ORDER BY`.
  var order: SQLQuery {
    guard let level else { return names.order(place) }
    return place.isBackward
      ? "\(literal: level) DESC, " + names.order(place) : "\(literal: level), " + names.order(place)
  }

  /// Where an entry stands in the list: three characters for the year, then its name.
  func key(of entry: DirectoryEntry) -> String {
    let name = NameKey(id: entry.person.text, sortKey: entry.sortKey).text
    switch sort {
    case .name, .nameReversed: return name
    case .level: return Self.threeDigits(entry.level ?? 99) + name
    case .levelReversed: return Self.threeDigits(-(entry.level ?? 0)) + name
    }
  }

  private static func threeDigits(_ number: Int) -> String {
    let digits = String(abs(number))
    let sign = number < 0 ? "-" : "0"
    return sign + String(repeating: "0", count: max(0, 2 - digits.count)) + digits
  }
}
