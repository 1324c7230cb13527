package import Kernel
package import SQLStore

/// Finds the one person whom someone means by a typed name or mail address.
package enum PersonPick {
  /// The field of the forms that ask for a person.
  package static let field = "person"

  /// The person, among those who are here and to come whom the viewer may see.
  /// - Throws: ``Problems`` that say who else could be meant.
  package static func find(
    _ typed: String, viewer: Viewer, reader: any SQLReader
  ) throws -> PersonID {
    let text = TypedLine.tidy(typed)
    guard !text.isEmpty else {
      throw Problems(field: field, "Write a name or a mail address.")
    }
    if let id = PersonID(given: text) {
      return try Directory.entry(of: id, viewer: viewer, reader: reader).person
    }
    let found = try matches(text, viewer, reader)
    if found.count == 1 { return found[0].person }
    throw Problems(field: field, sentence(text, found))
  }

  private static func matches(
    _ text: String, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [DirectoryEntry] {
    let addressed = try reader.all(
      DirectoryEntry.self,
      """
      SELECT \(DirectoryEntry.columns) FROM directory_entry
      WHERE person_id IN (SELECT id FROM person WHERE address_key = \(Person.addressKey(text)))
        AND \(Directory.visible(to: viewer))
      """)
    if !addressed.isEmpty { return addressed }
    let named = try Presence.hereOrComing.flatMap { presence in
      try Directory.page(
        DirectoryQuery(text: text, presence: presence), viewer: viewer, reader: reader, size: 6
      ).entries
    }
    // A whole name means this one, also where others begin alike.
    let exact = named.filter { FoldedText.key($0.name) == FoldedText.key(text) }
    return exact.count == 1 ? exact : named
  }

  private static func sentence(_ text: String, _ found: [DirectoryEntry]) -> String {
    guard !found.isEmpty else {
      return "Nobody here is named \(text). Check the spelling, or write the mail address."
    }
    let some = found.prefix(5).map { entry in
      entry.address.map { "\(entry.name) (\($0))" } ?? entry.name
    }
    let more = found.count > 5 ? " and others" : ""
    return "Several people match: \(some.joined(separator: ", "))\(more). "
      + "Write the mail address of the one you mean."
  }
}

extension Presence {
  fileprivate static let hereOrComing: [Presence] = [.current, .upcoming]
}
