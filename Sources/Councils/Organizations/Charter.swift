package import Kernel
import Roster
package import SQLStore

/// A version of an organization's charter.
package struct Charter: Sendable, Equatable {
  package let id: ID<Charter>
  /// Which version it is, from 1.
  package let number: Int
  package let content: String
  /// Who may join, in the words that people read before they do.
  package let criteria: String
  package let keptBy: PersonID?
  package let keptAt: Instant
  /// Nil while the wording waits for a decision.
  package let publishedAt: Instant?
  /// Why a questioned wording was published all the same.
  package let override: Override?

  /// A decision about a questioned wording.
  package struct Override: Sendable, Equatable {
    package let reason: String
    package let counselReference: String
    package let by: PersonID
  }
}

extension Charter: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, number, content, criteria, kept_by, kept_at, published_at, override_reason,
    counsel_reference, override_by
    """

  package init(row: SQLRow) throws {
    let overrideBy: PersonID? = try row.idOrNil("override_by")
    self.init(
      id: try row.id("id"), number: try row.integer("number"), content: try row.text("content"),
      criteria: try row.text("criteria"), keptBy: try row.idOrNil("kept_by"),
      keptAt: try row.instant("kept_at"), publishedAt: try row.instantOrNil("published_at"),
      override: try overrideBy.map { person in
        Override(
          reason: try row.text("override_reason"),
          counselReference: try row.text("counsel_reference"), by: person)
      })
  }

  /// The versions, the latest first: those who run the organization also see what waits.
  package static func versions(
    of organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> [Charter] {
    let runs =
      try Officership.runs(organization.id, viewer, reader: reader) || viewer.mayOverrideWording
    let seen: SQLQuery = runs ? "1 = 1" : "published_at IS NOT NULL"
    return try reader.all(
      Charter.self,
      """
      SELECT \(columns) FROM charter
      WHERE organization_id = \(organization.id) AND \(seen) ORDER BY number DESC
      """)
  }

  /// The version that holds.
  package static func current(
    of organization: Organization, reader: any SQLReader
  ) throws -> Charter? {
    try reader.first(
      Charter.self,
      """
      SELECT \(columns) FROM charter
      WHERE organization_id = \(organization.id) AND published_at IS NOT NULL
      ORDER BY number DESC LIMIT 1
      """)
  }
}

/// A charter as typed into a form, and found right in itself.
package struct CharterDraft: Sendable, Equatable {
  package var content: String
  package var criteria: String

  package init(content: String, criteria: String) {
    self.content = content
    self.criteria = criteria
  }

  /// The names of the fields.
  package enum Field {
    /// The charter itself.
    package static let content = "content"
    /// Who may join.
    package static let criteria = "criteria"
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let content = fields.requiredLines(Field.content, "Write the charter.")
    let criteria = fields.requiredLines(
      Field.criteria, most: 2000,
      "Write who may join, such as “Open to all who support the purpose.”")
    try fields.problems.throwIfAny()
    guard let content, let criteria else { throw Problems(field: nil, "Fill in the form.") }
    self.init(content: content, criteria: criteria)
  }

  /// The draft of a version as it is kept.
  package init(_ charter: Charter) {
    self.init(content: charter.content, criteria: charter.criteria)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [(Field.content, content), (Field.criteria, criteria)]
  }
}
