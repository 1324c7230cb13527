package import Kernel
import Roster
package import SQLStore

extension Organization {
  /// Founds an organization.
  package static func found(
    _ draft: OrganizationDraft, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> OrganizationID {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let id = world.newID(OrganizationID.self)
    try refuseTaken(draft.name, by: id, on: viewer.today, writer)
    try draft.refuseQuestioned(on: viewer.today, writer)
    try writer.execute(
      """
      INSERT INTO organization (id, name, name_key, kind, purpose, founded, listing, joining,
        capacities, forget_days, created_at)
      VALUES (\(id), \(draft.name), \(FoldedText.key(draft.name)), \(draft.kind.rawValue),
        \(draft.purpose), \(draft.founded), \(draft.listing.rawValue), \(draft.joining.rawValue),
        \(text(of: draft.capacities)), \(draft.forgetDays), \(viewer.now))
      """)
    try find(id, viewer: viewer, reader: writer)
      .note("organization.founded", draft.name, by: viewer, to: writer)
    return id
  }

  /// Changes an organization. Under another name it keeps the old one for what happened before.
  package static func edit(
    _ id: OrganizationID, _ draft: OrganizationDraft, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    let before = try find(id, viewer: viewer, reader: writer)
    guard try Officership.runs(id, viewer, reader: writer) else {
      throw CouncilRefusal.notAllowed
    }
    guard OrganizationDraft(before) != draft else { return }
    try before.refuseOfficeMatters(draft, viewer)
    try before.refuseClosed(on: viewer.today)
    if draft.purpose != before.purpose {
      try draft.refuseQuestioned(on: viewer.today, writer)
    }
    if draft.name != before.name {
      try refuseTaken(draft.name, by: id, on: viewer.today, writer)
      try before.rename(to: draft.name, by: viewer, writer)
    }
    try writer.execute(
      """
      UPDATE organization SET kind = \(draft.kind.rawValue), purpose = \(draft.purpose),
        founded = \(draft.founded), listing = \(draft.listing.rawValue),
        joining = \(draft.joining.rawValue), capacities = \(text(of: draft.capacities)),
        forget_days = \(draft.forgetDays)
      WHERE id = \(id)
      """)
    let changed = zip(OrganizationDraft(before).fields, draft.fields)
      .filter { $0.value != $1.value && $0.name != OrganizationDraft.Field.name }.map(\.0.name)
    guard !changed.isEmpty else { return }
    try before.note(
      "organization.edited", changed.joined(separator: ", "), by: viewer, to: writer)
  }

  /// Closes an organization after a day; its history stays.
  package static func close(
    _ id: OrganizationID, _ closing: ClosingDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let organization = try find(id, viewer: viewer, reader: writer)
    guard organization.closing == nil else { throw CouncilRefusal.organizationClosed }
    try writer.execute(
      """
      UPDATE organization SET closed_on = \(closing.day), closed_because = \(closing.reason)
      WHERE id = \(id)
      """)
    try organization.note(
      "organization.closed", "after \(closing.day.text)", by: viewer, to: writer)
  }

  /// Opens a closed organization again, under its name if that is still free.
  package static func reopen(
    _ id: OrganizationID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepOrganizations else { throw CouncilRefusal.notAllowed }
    let organization = try find(id, viewer: viewer, reader: writer)
    guard organization.closing != nil else { return }
    try refuseTaken(organization.name, by: id, on: viewer.today, writer)
    try writer.execute(
      "UPDATE organization SET closed_on = NULL, closed_because = NULL WHERE id = \(id)")
    try organization.note("organization.reopened", by: viewer, to: writer)
  }

  /// Refuses what cannot be done in an organization that is closed.
  func refuseClosed(on today: Day) throws(CouncilRefusal) {
    if !isOpen(on: today) { throw .organizationClosed }
  }

  /// Who finds an organization, and what it is, the office decides and not its officers.
  private func refuseOfficeMatters(
    _ draft: OrganizationDraft, _ viewer: Viewer
  ) throws(CouncilRefusal) {
    let isOfficeMatter =
      draft.kind != kind || draft.listing != listing || draft.joining != joining
      || draft.capacities != capacities
    if isOfficeMatter, !viewer.mayKeepOrganizations { throw .officeMatter }
  }

  private func rename(
    to name: String, by viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    let number = try writer.number(
      "SELECT count(*) FROM organization_name WHERE organization_id = \(id)")
    try writer.execute(
      """
      INSERT INTO organization_name (organization_id, name, until_day, number)
      VALUES (\(id), \(self.name), \(viewer.today.adding(days: -1)), \(number + 1))
      """)
    try writer.execute(
      """
      UPDATE organization SET name = \(name), name_key = \(FoldedText.key(name))
      WHERE id = \(id)
      """)
    try note("organization.renamed", "\(self.name) to \(name)", by: viewer, to: writer)
  }

  private static func refuseTaken(
    _ name: String, by id: OrganizationID, on today: Day, _ reader: any SQLReader
  ) throws {
    let taken = try reader.first(
      """
      SELECT name FROM organization
      WHERE name_key = \(FoldedText.key(name)) AND id <> \(id) AND closed_on IS NULL
      """)
    guard let taken else { return }
    throw Problems(
      field: OrganizationDraft.Field.name,
      "There is an organization named \(try taken.text("name")) already. Choose another name.")
  }
}

/// When and why an organization closes.
package struct ClosingDraft: Sendable, Equatable {
  /// The last day.
  package var day: Day
  package var reason: String

  package init(day: Day, reason: String) {
    self.day = day
    self.reason = reason
  }

  /// The names of the fields.
  package enum Field {
    /// The last day.
    package static let day = "closed_on"
    /// Why.
    package static let reason = "reason"
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let day = fields.requiredDay(Field.day, "Write the last day.")
    let reason = fields.required(
      Field.reason, most: 500, "Write why it closes: whoever looks later will ask.")
    try fields.problems.throwIfAny()
    guard let day, let reason else { throw Problems(field: nil, "Fill in the form.") }
    self.init(day: day, reason: reason)
  }
}
