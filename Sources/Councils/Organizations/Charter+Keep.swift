package import Kernel
import Roster
package import SQLStore

extension Charter {
  /// Keeps a new version. It is published at once unless its wording is questioned: then it waits
  /// for ``override(_:_:by:writer:)``, and the version before it goes on to hold. The same text
  /// twice is one version.
  @discardableResult
  package static func keep(
    _ draft: CharterDraft, of id: OrganizationID, by viewer: Viewer, in world: World,
    to writer: any SQLWriter
  ) throws -> Charter {
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    guard try Officership.runs(id, viewer, reader: writer) else {
      throw CouncilRefusal.notAllowed
    }
    try organization.refuseClosed(on: viewer.today)
    let last = try versions(of: organization, viewer: viewer, reader: writer).first
    if let last, CharterDraft(last) == draft { return last }
    let rules = try WordingRule.holding(on: viewer.today, reader: writer)
    let isQuestioned = !draft.findings(by: rules).isEmpty
    let charter = Charter(
      id: world.newID(), number: (last?.number ?? 0) + 1, content: draft.content,
      criteria: draft.criteria, keptBy: viewer.person, keptAt: viewer.now,
      publishedAt: isQuestioned ? nil : viewer.now, override: nil)
    try charter.insert(of: id, to: writer)
    try organization.note(
      isQuestioned ? "charter.questioned" : "charter.published", "Version \(charter.number)",
      by: viewer, to: writer)
    return charter
  }

  private func insert(of organization: OrganizationID, to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO charter (id, organization_id, number, content, criteria, kept_by, kept_at,
        published_at)
      VALUES (\(id), \(organization), \(number), \(content), \(criteria), \(keptBy), \(keptAt),
        \(publishedAt))
      """)
  }
}
