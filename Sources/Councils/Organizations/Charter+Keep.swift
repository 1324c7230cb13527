package import Kernel
import Roster
package import SQLStore

extension Charter {
  /// Keeps a new version and publishes it. The same text twice is one version.
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
    let charter = Charter(
      id: world.newID(), number: (last?.number ?? 0) + 1, content: draft.content,
      criteria: draft.criteria, keptBy: viewer.person, keptAt: viewer.now,
      publishedAt: viewer.now, override: nil)
    try charter.insert(of: id, to: writer)
    try organization.note(
      "charter.published", "Version \(charter.number)", by: viewer, to: writer)
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
