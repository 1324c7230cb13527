package import Kernel
import Roster
package import SQLStore

/// A requirement on who must at least sit in a body and vote: dated data with its source, which the
/// office keeps.
package struct CompositionRule: Sendable, Equatable {
  package let id: ID<CompositionRule>
  package let category: SeatCategory
  package let atLeast: Int
  /// Where it is written, as in “Institutional Requirements I.B.1”.
  package let source: String
  package let effectiveFrom: Day
  package let effectiveTo: Day?

  /// The categories that can be required.
  package static let categories = SeatCategory.allCases.filter { $0 != .other }
}

extension CompositionRule: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), category: try row.word("category"),
      atLeast: try row.integer("at_least"), source: try row.text("source"),
      effectiveFrom: try row.day("effective_from"), effectiveTo: try row.dayOrNil("effective_to"))
  }

  /// The requirements on an organization, those of a day or all that were ever kept.
  package static func all(
    of organization: Organization, on day: Day? = nil, reader: any SQLReader
  ) throws -> [CompositionRule] {
    let inForce: SQLQuery =
      day.map {
        "effective_from <= \($0) AND (effective_to IS NULL OR effective_to >= \($0))"
      } ?? "1 = 1"
    let rules = try reader.all(
      CompositionRule.self,
      """
      SELECT id, category, at_least, source, effective_from, effective_to FROM composition_rule
      WHERE organization_id = \(organization.id) AND \(inForce) ORDER BY effective_from, id
      """)
    return SeatCategory.allCases.flatMap { category in rules.filter { $0.category == category } }
  }

  /// Adds a requirement.
  @discardableResult
  package static func add(
    _ draft: CompositionRuleDraft, to id: OrganizationID, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<CompositionRule> {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    let rule = world.newID(ID<CompositionRule>.self)
    try writer.execute(
      """
      INSERT INTO composition_rule (id, organization_id, category, at_least, source,
        effective_from, effective_to)
      VALUES (\(rule), \(id), \(draft.category.rawValue), \(draft.atLeast), \(draft.source),
        \(draft.effectiveFrom), \(draft.effectiveTo))
      """)
    try organization.note(
      "requirement.added", "\(draft.category.rawValue), \(draft.atLeast)", by: viewer, to: writer)
    return rule
  }

  /// Ends a requirement after a day; what it asked for before stays answerable.
  package static func end(
    _ id: ID<CompositionRule>, after day: Day, by viewer: Viewer, writer: any SQLWriter
  ) throws -> OrganizationID {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let row = try writer.first("SELECT organization_id FROM composition_rule WHERE id = \(id)")
    guard let row else { throw Absent() }
    let organization = try Organization.find(
      try row.id("organization_id"), viewer: viewer, reader: writer)
    try writer.execute("UPDATE composition_rule SET effective_to = \(day) WHERE id = \(id)")
    try organization.note("requirement.ended", "after \(day.text)", by: viewer, to: writer)
    return organization.id
  }
}

/// A requirement as typed into a form, and found right in itself.
package struct CompositionRuleDraft: Sendable, Equatable {
  package var category: SeatCategory
  package var atLeast: Int
  package var source: String
  package var effectiveFrom: Day
  package var effectiveTo: Day?

  package init(
    category: SeatCategory, atLeast: Int, source: String, effectiveFrom: Day,
    effectiveTo: Day? = nil
  ) {
    self.category = category
    self.atLeast = atLeast
    self.source = source
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
  }

  /// The names of the fields.
  package enum Field {
    /// Who is required.
    package static let category = "category"
    /// How many.
    package static let atLeast = "at_least"
    /// Where it is written.
    package static let source = "source"
    /// The first day.
    package static let effectiveFrom = "effective_from"
    /// The last day.
    package static let effectiveTo = "effective_to"
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let category = fields.word(Field.category, SeatCategory.self, "Choose who is required.")
    let atLeast = fields.number(Field.atLeast, in: 1...50, "Write a number from 1 to 50.")
    let source = fields.required(
      Field.source, most: 300, "Write where it is written, so that anyone can look it up.")
    let from = fields.requiredDay(Field.effectiveFrom, "Write the first day.")
    let to = fields.day(Field.effectiveTo)
    if let from, let to, to < from {
      fields.add(Field.effectiveTo, "The last day is before the first day. Correct one of them.")
    }
    try fields.problems.throwIfAny()
    guard let category, let atLeast, let source, let from else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      category: category, atLeast: atLeast, source: source, effectiveFrom: from,
      effectiveTo: to)
  }
}
