package import SQLStore

extension Viewer {
  /// Whether the viewer may read the whole audit trail.
  package var mayReadAudit: Bool { holdsForInstitution(.administrator, .dio, .office) }
}

extension Audit {
  /// The entries that a viewer may see.
  private static func visible(to viewer: Viewer) -> SQLQuery {
    if viewer.mayReadAudit { return "1 = 1" }
    guard let person = viewer.person else { return "1 = 0" }
    return "(actor = \(person) OR (subject_kind = 'person' AND subject = \(person)))"
  }
}

extension Audit {
  /// What is looked for in the trail.
  package struct Query: Sendable, Equatable {
    /// Only acts whose name begins so, as in `role.`.
    package var act: String
    /// Only what one person did.
    package var actor: PersonID?
    /// Only what was done to one thing or person.
    package var subject: Subject?
    /// Only entries before this number.
    package var before: Int?

    package init(
      act: String = "", actor: PersonID? = nil, subject: Subject? = nil, before: Int? = nil
    ) {
      self.act = act
      self.actor = actor
      self.subject = subject
      self.before = before
    }
  }

  /// Entries of the trail, newest first, fifty and one more when there is another page: all for
  /// those who read the trail, for others what they did themselves and what concerns them.
  package static func entries(
    _ query: Query, limit: Int = 51, viewer: Viewer, reader: any SQLReader
  ) throws -> [Entry] {
    var conditions: [SQLQuery] = [visible(to: viewer)]
    if !query.act.isEmpty {
      // The end of the range of texts that begin so.
      conditions.append("act >= \(query.act) AND act < \(query.act + "\u{7F}")")
    }
    if let actor = query.actor { conditions.append("actor = \(actor)") }
    if let subject = query.subject {
      conditions.append("subject_kind = \(subject.kind) AND subject = \(subject.id)")
    }
    if let before = query.before { conditions.append("number < \(before)") }
    return try reader.all(
      Entry.self,
      """
      SELECT \(columns) FROM audit_entry
      WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY number DESC LIMIT \(limit)
      """)
  }
}
