import Kernel
import SQLStore

/// All departments, all sites or all sponsors, found by their names.
struct NamedPlaces {
  /// One of them.
  struct Place {
    let id: String
    let name: String
    let key: String
  }

  private(set) var all: [Place] = []
  private var byKey: [String: Int] = [:]
  private var byID: [String: Int] = [:]
  /// How many of ``all`` are in the database.
  private var stored = 0

  /// Those that a statement gives as `id, name, name_key`.
  init(_ query: SQLQuery, in reader: any SQLReader) throws {
    var found: [Place] = []
    try reader.forEach(query) { row in
      found.append(
        Place(
          id: try row.text("id"), name: try row.text("name"), key: try row.text("name_key")))
    }
    for place in found { add(place) }
    stored = all.count
  }

  /// The place with a folded name.
  func index(key: String) -> Int? { byKey[key] }

  /// The place with an identifier.
  func index(id: String) -> Int? { byID[id] }

  /// The place with a folded name; a new one where there is none.
  mutating func index(name: String, key: String, newID: () -> String) -> Int {
    if let known = byKey[key] { return known }
    add(Place(id: newID(), name: name, key: key))
    return all.count - 1
  }

  /// Those that the database does not have yet; asked once, they count as stored.
  mutating func takeNew() -> ArraySlice<Place> {
    defer { stored = all.count }
    return all[stored...]
  }

  private mutating func add(_ place: Place) {
    byKey[place.key] = all.count
    byID[place.id] = all.count
    all.append(place)
  }
}
