package import Kernel
package import SQLStore

extension Directory {
  /// How many entries a page holds.
  package static let pageSize = 50

  /// One page of the people whom the viewer may see.
  package static func page(
    _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader, size: Int = pageSize
  ) throws -> Listed<DirectoryEntry> {
    let place = ListPlace(after: query.after, before: query.before)
    let order = DirectoryOrder(sort: query.sort, place: place)
    let conditions = conditions(query, viewer) + (order.condition.map { [$0] } ?? [])
    var entries: [DirectoryEntry] = []
    entries.reserveCapacity(size + 1)
    try reader.forEach(
      """
      SELECT \(DirectoryEntry.columns) FROM directory_entry
      WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY \(order.order) LIMIT \(size + 1)
      """
    ) { entries.append(try DirectoryEntry(row: $0)) }
    return Listed(
      fetched: entries, at: order.condition == nil ? .start : place, size: size,
      key: order.key(of:))
  }

  /// Hands over everybody whom the viewer may see there, one by one, in bounded memory.
  package static func forEach(
    _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader,
    _ body: (DirectoryEntry) throws -> Void
  ) throws {
    let order = DirectoryOrder(sort: query.sort, place: .start)
    try reader.forEach(
      """
      SELECT \(DirectoryEntry.columns) FROM directory_entry
      WHERE \(SQLQuery.joined(conditions(query, viewer), separator: " AND "))
      ORDER BY \(order.order)
      """
    ) { try body(DirectoryEntry(row: $0)) }
  }

  /// How many people the viewer may see there.
  package static func count(
    _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader
  ) throws -> Int {
    try reader.number(
      """
      SELECT count(*) FROM directory_entry
      WHERE \(SQLQuery.joined(conditions(query, viewer), separator: " AND "))
      """)
  }

  /// The entry of one person.
  /// - Throws: ``Absent`` where there is none, or none that the viewer may see.
  package static func entry(
    of person: PersonID, viewer: Viewer, reader: any SQLReader
  ) throws -> DirectoryEntry {
    let entry = try reader.first(
      DirectoryEntry.self,
      """
      SELECT \(DirectoryEntry.columns) FROM directory_entry
      WHERE person_id = \(person) AND \(visible(to: viewer))
      """)
    guard let entry else { throw Absent() }
    return entry
  }

  /// Everything that a query asks for, for this viewer.
  static func conditions(_ query: DirectoryQuery, _ viewer: Viewer) -> [SQLQuery] {
    var conditions: [SQLQuery] = ["directory_entry.presence = \(query.presence.rawValue)"]
    // Who is here is open to everybody signed in: the plain list needs no further condition.
    if query.presence != .current || !viewer.isSignedIn {
      conditions.append(visible(to: viewer))
    }
    return conditions + filters(query)
  }

  private static func filters(_ query: DirectoryQuery) -> [SQLQuery] {
    var filters: [SQLQuery] = []
    if let program = query.program { filters.append("program_id = \(program)") }
    if let department = query.department { filters.append("department_id = \(department)") }
    if let site = query.site { filters.append("site_id = \(site)") }
    if let capacity = query.capacity { filters.append("capacity = \(capacity.rawValue)") }
    if let level = query.level { filters.append("training_level = \(level)") }
    for word in FoldedText.words(query.text).prefix(8) {
      filters.append("search_key LIKE \("% " + SearchWords.escaped(word) + "%") ESCAPE '!'")
    }
    return filters
  }
}

extension Directory {
  /// The names of people who are named on a page that the viewer may open anyway.
  package static func names(
    of people: [PersonID], reader: any SQLReader
  ) throws -> [PersonID: String] {
    var names: [PersonID: String] = [:]
    let unique = Array(Set(people)).sorted()
    guard !unique.isEmpty else { return names }
    try reader.forEach(
      "SELECT person_id, name FROM directory_entry WHERE person_id IN (\(list: unique))"
    ) { names[try $0.id("person_id")] = try $0.text("name") }
    return names
  }
}
