import Councils
import Kernel
import SQLStore

/// An organization at work, as the database holds it.
struct KeptOrganization: Sendable {
  let id: OrganizationID
  let draft: OrganizationDraft
  /// The latest charter, also one whose wording is questioned: the same text is not kept twice.
  let charter: CharterDraft?
  /// The rules that give seats, in their order.
  let rules: [SeatRule]
  /// Who must sit there today or later.
  let requirements: [CompositionRule]

  /// The name without case and accents.
  var key: String { FoldedText.key(draft.name) }

  /// The rule of a title without case and accents.
  func rule(_ key: String) -> SeatRule? { rules.first { FoldedText.key($0.title) == key } }

  /// All organizations at work, by name: four queries. Closed ones are history.
  static func all(_ planning: Planning) throws -> [KeptOrganization] {
    let charters = try charters(planning)
    let rules = Dictionary(grouping: try rules(planning), by: \.organization)
    let requirements = try requirements(planning)
    return try planning.rows(
      """
      SELECT id, name, kind, purpose, founded, listing, joining, capacities, forget_days,
        closed_on, closed_because
      FROM organization WHERE closed_on IS NULL ORDER BY name_key
      """
    ).map { row in
      let organization = try Organization(row: row)
      return KeptOrganization(
        id: organization.id, draft: OrganizationDraft(organization),
        charter: charters[organization.id], rules: rules[organization.id, default: []],
        requirements: requirements[organization.id, default: []])
    }
  }

  private static func charters(_ planning: Planning) throws -> [OrganizationID: CharterDraft] {
    var charters: [OrganizationID: CharterDraft] = [:]
    for row in try planning.rows(
      """
      SELECT organization_id, content, criteria FROM charter ORDER BY number
      """)
    {
      charters[try row.id("organization_id")] = CharterDraft(
        content: try row.text("content"), criteria: try row.text("criteria"))
    }
    return charters
  }

  private static func requirements(
    _ planning: Planning
  ) throws -> [OrganizationID: [CompositionRule]] {
    var requirements: [OrganizationID: [CompositionRule]] = [:]
    for row in try planning.rows(
      """
      SELECT id, organization_id, category, at_least, source, effective_from, effective_to
      FROM composition_rule WHERE effective_to IS NULL OR effective_to >= \(planning.today)
      ORDER BY effective_from, category, id
      """)
    {
      requirements[try row.id("organization_id"), default: []]
        .append(try CompositionRule(row: row))
    }
    return requirements
  }

  private static func rules(_ planning: Planning) throws -> [SeatRule] {
    try planning.rows(
      """
      SELECT id, organization_id, title, kind, seats, years, alternates, role, category, votes,
        closed_on
      FROM seat_rule WHERE closed_on IS NULL OR closed_on >= \(planning.today)
      ORDER BY position, id
      """
    ).map(SeatRule.init(row:))
  }
}
