package import Kernel
package import SQLStore

/// An appointment in a rollover's preview.
package struct RolloverLine: Sendable, Equatable {
  package let appointment: ID<Appointment>
  package let group: RolloverGroup
  package let person: PersonID
  package let name: String
  package let program: ProgramID
  package let programName: String
  package let level: Int
  package let standing: Standing
  package let startsOn: Day
  package let endsOn: Day
  package let endsAs: Standing?
  /// The last day after a renewal.
  package let renewedUntil: Day
  /// Whether it is taken.
  package let isTaken: Bool
  let sortKey: String

  /// How many lines a page holds.
  package static let pageSize = 35
}

extension RolloverLine: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      appointment: try row.id("id"), group: try row.word("kind"),
      person: try row.id("person_id"), name: try row.text("name"),
      program: try row.id("program_id"), programName: try row.text("program_name"),
      level: try row.integer("training_level"), standing: try row.word("standing"),
      startsOn: try row.day("starts_on"), endsOn: try row.day("ends_on"),
      endsAs: try row.textOrNil("ends_as").flatMap(Standing.init(rawValue:)),
      renewedUntil: try row.day("renewed_until"), isTaken: try row.boolean("taken"),
      sortKey: try row.text("sort_key"))
  }
}

extension RolloverPlan {
  /// What is looked for in a group.
  package struct Query: Sendable, Equatable {
    package var group: RolloverGroup
    /// Words of a person's name, or of a program's.
    package var text: String
    package var place: ListPlace

    package init(group: RolloverGroup, text: String = "", place: ListPlace = .start) {
      self.group = group
      self.text = text
      self.place = place
    }
  }

  /// One page of a group, by name.
  package func list(
    _ query: Query, _ reader: any SQLReader
  ) throws -> Listed<RolloverLine> {
    let order = NameOrder(sortKey: "directory_entry.sort_key", id: "act.id")
    var conditions: [SQLQuery] = ["kind = \(query.group.rawValue)"]
    let ofPerson = SearchWords.conditions(query.text, in: "search_key")
    if !ofPerson.isEmpty {
      let ofProgram = SearchWords.conditions(query.text, in: "program.name_key")
      let person = SQLQuery.joined(ofPerson, separator: " AND ")
      conditions.append("(\(person) OR \(SQLQuery.joined(ofProgram, separator: " AND ")))")
    }
    if let place = order.condition(query.place) { conditions.append(place) }
    let lines = try reader.all(
      RolloverLine.self,
      statement + Self.named(.joined(conditions, separator: " AND ")) + """
         ORDER BY \(order.order(query.place)) LIMIT \(RolloverLine.pageSize + 1)
        """)
    return Listed(
      fetched: lines, at: order.condition(query.place) == nil ? .start : query.place,
      size: RolloverLine.pageSize
    ) { NameKey(id: $0.appointment.text, sortKey: $0.sortKey).text }
  }

  /// Hands over all lines, group by group and by name, in bounded memory.
  package func forEach(
    _ reader: any SQLReader, _ body: (RolloverLine) throws -> Void
  ) throws {
    try reader.forEach(
      statement + Self.named("1 = 1") + " ORDER BY kind, directory_entry.sort_key, act.id"
    ) { try body(try RolloverLine(row: $0)) }
  }

  private static func named(_ condition: SQLQuery) -> SQLQuery {
    """
     SELECT act.id AS id, kind, act.person_id AS person_id, directory_entry.name AS name,
      directory_entry.sort_key AS sort_key, act.program_id AS program_id,
      program.name AS program_name, act.training_level AS training_level, standing, starts_on,
      ends_on, ends_as, renewed_until, taken
    FROM act JOIN directory_entry ON directory_entry.person_id = act.person_id
    JOIN program ON program.id = act.program_id
    WHERE \(condition)
    """
  }
}
