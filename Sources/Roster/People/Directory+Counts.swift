package import Kernel
package import SQLStore

extension Directory {
  /// What people can be counted by.
  package enum Facet: Sendable, CaseIterable {
    case program, department, site, capacity, level, presence
  }

  /// How many people a choice of a filter has.
  package struct Choice: Sendable, Equatable {
    /// The identifier, word or number that the filter takes.
    package let value: String
    /// How pages name it; nil where the value is a word or number of its own.
    package let label: String?
    package let people: Int
  }

  /// How many choices of a facet are counted at most, the most common first kept.
  package static let mostChoices = 400

  /// The choices of a filter with the people whom the viewer may see behind each; people without
  /// the fact are left out, and so is what the query itself asks for in that facet.
  package static func counts(
    by facet: Facet, _ query: DirectoryQuery, viewer: Viewer, reader: any SQLReader
  ) throws -> [Choice] {
    let (value, label) = columns(of: facet)
    var conditions = conditions(query.without(facet), viewer)
    if facet == .presence { conditions[0] = visible(to: viewer) }
    let rows = try reader.rows(
      """
      SELECT \(value) AS value, \(label) AS label, count(*) AS people FROM directory_entry
      WHERE \(value) IS NOT NULL AND \(SQLQuery.joined(conditions, separator: " AND "))
      GROUP BY \(value), \(label) ORDER BY people DESC, value LIMIT \(mostChoices)
      """)
    let choices = try rows.map { row in
      Choice(
        value: facet == .level ? String(try row.integer("value")) : try row.text("value"),
        label: facet.hasLabel ? try row.textOrNil("label") : nil,
        people: try row.integer("people"))
    }
    return choices.sorted { facet.key(of: $0) < facet.key(of: $1) }
  }

  private static func columns(of facet: Facet) -> (value: SQLQuery, label: SQLQuery) {
    switch facet {
    case .program: ("program_id", "program_name")
    case .department: ("department_id", "department_name")
    case .site: ("site_id", "site_name")
    case .capacity: ("capacity", "capacity")
    case .level: ("training_level", "training_level")
    case .presence: ("presence", "presence")
    }
  }
}

extension Directory.Facet {
  fileprivate var hasLabel: Bool {
    switch self {
    case .program, .department, .site: true
    case .capacity, .level, .presence: false
    }
  }

  /// By name, years of training by number.
  fileprivate func key(of choice: Directory.Choice) -> String {
    if self == .level {
      return String(repeating: "0", count: max(0, 3 - choice.value.count)) + choice.value
    }
    return choice.label.map(FoldedText.key) ?? choice.value
  }
}

extension DirectoryQuery {
  fileprivate func without(_ facet: Directory.Facet) -> DirectoryQuery {
    var query = self
    switch facet {
    case .program: query.program = nil
    case .department: query.department = nil
    case .site: query.site = nil
    case .capacity: query.capacity = nil
    case .level: query.level = nil
    case .presence: query.presence = .current
    }
    return query
  }
}
