package import Councils
package import Kernel
package import SQLStore

extension HandlingGroup {
  /// The names of the fields.
  package enum Field {
    /// The name.
    package static let name = "name"
    /// What the group takes.
    package static let purpose = "purpose"
    /// The council whose officers name the responders.
    package static let organization = "organization"
    /// Who takes what nobody of the group may read.
    package static let fallback = "fallback"
  }

  /// What a group is to be.
  package struct Draft: Sendable, Equatable {
    package var name: String
    package var purpose: String
    package var organization: OrganizationID?
    package var fallback: ID<HandlingGroup>?

    package init(
      name: String, purpose: String, organization: OrganizationID? = nil,
      fallback: ID<HandlingGroup>? = nil
    ) {
      self.name = name
      self.purpose = purpose
      self.organization = organization
      self.fallback = fallback
    }

    /// Reads what was typed.
    package init(typed: @escaping (String) -> String) throws(Problems) {
      var fields = TypedFields(typed)
      let name = fields.required(
        Field.name, most: 80, "Write a name, such as “Resident council concerns”.")
      let purpose = fields.requiredLines(
        Field.purpose, most: 400, "Write what the group takes, in a sentence.")
      let organization: OrganizationID? = fields.idOrNil(Field.organization)
      let fallback: ID<HandlingGroup>? = fields.idOrNil(Field.fallback)
      try fields.problems.throwIfAny()
      self.init(
        name: name ?? "", purpose: purpose ?? "", organization: organization,
        fallback: fallback)
    }
  }

  /// Founds a group: the office does. It takes concerns once a responder has made a key and a
  /// recovery sheet is printed.
  @discardableResult
  package static func found(
    _ draft: Draft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<HandlingGroup> {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let group: ID<HandlingGroup> = world.newID()
    try refuseTaken(draft, group, viewer, writer)
    try writer.execute(
      """
      INSERT INTO handling_group (id, name, name_key, purpose, organization_id, fallback_id,
        founded_at)
      VALUES (\(group), \(draft.name), \(FoldedText.key(draft.name)), \(draft.purpose),
        \(draft.organization), \(draft.fallback), \(viewer.now))
      """)
    try find(group, viewer: viewer, reader: writer)
      .note("handling_group.founded", by: viewer, to: writer)
    return group
  }

  /// Changes what it is called, what it takes, and who takes over. Its council stays.
  package static func change(
    _ id: ID<HandlingGroup>, to draft: Draft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let group = try find(id, viewer: viewer, reader: writer)
    try refuseTaken(draft, id, viewer, writer)
    try writer.execute(
      """
      UPDATE handling_group SET name = \(draft.name), name_key = \(FoldedText.key(draft.name)),
        purpose = \(draft.purpose), fallback_id = \(draft.fallback) WHERE id = \(id)
      """)
    try group.note("handling_group.changed", draft.name, by: viewer, to: writer)
  }

  private static func refuseTaken(
    _ draft: Draft, _ id: ID<HandlingGroup>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    let same = try reader.first(
      """
      SELECT id FROM handling_group WHERE name_key = \(FoldedText.key(draft.name))
        AND closed_at IS NULL AND id <> \(id)
      """)
    if same != nil {
      throw Problems(field: Field.name, "There is a group of this name. Choose another one.")
    }
    if let organization = draft.organization {
      _ = try Organization.find(organization, viewer: viewer, reader: reader)
    }
    var next = draft.fallback
    // A chain of groups ends; each link is one read, and chains are short.
    while let group = next {
      guard group != id else {
        throw Problems(
          field: Field.fallback, "This leads back to the group itself. Choose another one.")
      }
      next = try find(group, viewer: viewer, reader: reader).fallback
    }
  }
}
