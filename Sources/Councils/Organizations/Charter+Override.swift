package import Kernel
import Roster
package import SQLStore

extension CharterDraft {
  /// What is to be questioned in it, by some rules.
  package func findings(by rules: [WordingRule]) -> [WordingFinding] {
    let wording = Wording(rules)
    return wording.findings(in: criteria, .criteria) + wording.findings(in: content, .charter)
  }
}

/// A version whose wording is questioned, and that nobody has decided about.
package struct QuestionedCharter: Sendable, Equatable {
  package let organization: OrganizationID
  package let organizationName: String
  package let charter: Charter
}

extension QuestionedCharter: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      organization: try row.id("organization_id"), organizationName: try row.text("name"),
      charter: try Charter(row: row))
  }

  /// The latest versions that wait, for those who decide and for the office.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [QuestionedCharter] {
    guard viewer.mayOverrideWording || viewer.mayKeepOrganizations else { return [] }
    return try reader.all(
      QuestionedCharter.self,
      """
      SELECT organization.name AS name, charter.* FROM charter
      JOIN organization ON organization.id = charter.organization_id
      WHERE charter.published_at IS NULL AND organization.closed_on IS NULL
        AND NOT EXISTS (SELECT later.id FROM charter AS later
          WHERE later.organization_id = charter.organization_id AND later.number > charter.number)
      ORDER BY charter.kept_at, charter.id
      """)
  }
}

extension Charter {
  /// Why a questioned wording is published all the same.
  package struct OverrideDraft: Sendable, Equatable {
    package var reason: String
    package var counselReference: String

    package init(reason: String, counselReference: String) {
      self.reason = reason
      self.counselReference = counselReference
    }

    /// The names of the fields.
    package enum Field {
      /// Why.
      package static let reason = "reason"
      /// Counsel's reference.
      package static let counselReference = "counsel_reference"
    }

    /// Reads what was typed: both are asked for.
    package init(typed: @escaping (String) -> String) throws(Problems) {
      var fields = TypedFields(typed)
      let reason = fields.requiredLines(
        Field.reason, most: 2000, "Write why this wording is right. It stays with the version.")
      let counsel = fields.required(
        Field.counselReference, "Write counsel's reference, such as the number of the opinion.")
      try fields.problems.throwIfAny()
      self.init(reason: reason ?? "", counselReference: counsel ?? "")
    }
  }

  /// Publishes a version although its wording is questioned. Reason and reference stay with it.
  package static func override(
    _ id: ID<Charter>, _ draft: OverrideDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayOverrideWording else { throw CouncilRefusal.notAllowed }
    let row = try writer.first("SELECT organization_id FROM charter WHERE id = \(id)")
    guard let row else { throw Absent() }
    let organization = try Organization.find(
      try row.id("organization_id"), viewer: viewer, reader: writer)
    let versions = try versions(of: organization, viewer: viewer, reader: writer)
    guard let last = versions.first, last.id == id, last.publishedAt == nil else {
      throw BelongingRefusal.nothingToDecide
    }
    try writer.execute(
      """
      UPDATE charter SET published_at = \(viewer.now), override_reason = \(draft.reason),
        counsel_reference = \(draft.counselReference), override_by = \(viewer.person)
      WHERE id = \(id)
      """)
    try organization.note(
      "charter.overridden", "Version \(last.number), \(draft.counselReference)", by: viewer,
      to: writer)
  }
}
