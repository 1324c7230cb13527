package import Kernel
package import SQLStore

/// What is looked for in the directory.
package struct DirectoryQuery: Sendable, Equatable {
  /// Words that a name or address must have, in any order, each as the beginning of a word.
  package var text: String
  /// Where the page before ended, as ``Directory/Listed/next`` gave it.
  package var after: String
  package var program: ProgramID?
  package var department: DepartmentID?
  package var site: SiteID?
  package var capacity: Capacity?
  package var level: Int?
  /// Who is here today, comes later or has left; for most viewers only who is here.
  package var presence: Presence

  package init(
    text: String = "", after: String = "", program: ProgramID? = nil,
    department: DepartmentID? = nil, site: SiteID? = nil, capacity: Capacity? = nil,
    level: Int? = nil, presence: Presence = .current
  ) {
    self.text = text
    self.after = after
    self.program = program
    self.department = department
    self.site = site
    self.capacity = capacity
    self.level = level
    self.presence = presence
  }
}

extension Directory {
  /// One page of a list.
  package struct Listed: Sendable, Equatable {
    package let entries: [DirectoryEntry]
    /// What to ask with for the next page; nil on the last one.
    package let next: String?
  }

  /// How many entries a page holds.
  package static let pageSize = 50

  /// One page of the people whom the viewer may see, sorted by name.
  package static func page(
    _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader, size: Int = pageSize
  ) throws -> Listed {
    var conditions = [visible(to: viewer, query.presence)] + filters(query)
    if let (sortKey, person) = cursor(query.after) {
      conditions.append("(sort_key, person_id) > (\(sortKey), \(person))")
    }
    var entries = try reader.all(
      DirectoryEntry.self,
      """
      SELECT \(DirectoryEntry.columns) FROM directory_entry
      WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY sort_key, person_id LIMIT \(size + 1)
      """)
    guard entries.count > size else { return Listed(entries: entries, next: nil) }
    entries.removeLast()
    return Listed(
      entries: entries,
      next: entries.last.map { $0.person.text + $0.sortKey })
  }

  /// How many people the viewer may see there.
  package static func count(
    _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader
  ) throws -> Int {
    let conditions = [visible(to: viewer, query.presence)] + filters(query)
    return try reader.number(
      """
      SELECT count(*) FROM directory_entry
      WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      """)
  }

  /// The one rule of who is seen: everybody signed in sees who is here; those who left or are to
  /// come are seen by the office, and by the programs that answer for them.
  static func visible(to viewer: Viewer, _ presence: Presence) -> SQLQuery {
    guard viewer.isSignedIn else { return "1 = 0" }
    if presence == .current || viewer.maySeeFormerPeople {
      return "presence = \(presence.rawValue)"
    }
    return
      "presence = \(presence.rawValue) AND program_id IN (\(list: viewer.ownPrograms))"
  }

  private static func filters(_ query: DirectoryQuery) -> [SQLQuery] {
    var filters: [SQLQuery] = []
    if let program = query.program { filters.append("program_id = \(program)") }
    if let department = query.department { filters.append("department_id = \(department)") }
    if let site = query.site { filters.append("site_id = \(site)") }
    if let capacity = query.capacity { filters.append("capacity = \(capacity.rawValue)") }
    if let level = query.level { filters.append("training_level = \(level)") }
    for word in FoldedText.words(query.text).prefix(8) {
      filters.append("search_key LIKE \("% " + escaped(word) + "%") ESCAPE '!'")
    }
    return filters
  }

  private static func escaped(_ word: Substring) -> String {
    word.reduce(into: "") { text, letter in
      if letter == "!" || letter == "%" || letter == "_" { text.append("!") }
      text.append(letter)
    }
  }

  private static func cursor(_ after: String) -> (sortKey: String, person: PersonID)? {
    guard let person = PersonID(given: String(after.prefix(36))) else { return nil }
    return (String(after.dropFirst(36)), person)
  }
}
