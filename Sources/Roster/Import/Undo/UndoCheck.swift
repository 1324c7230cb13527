import Kernel
import SQLStore

/// Looks for what has been built on an import since, so that no undo destroys it.
struct UndoCheck {
  let id: ID<RosterImport>
  let reader: any SQLReader

  /// How many reasons are told.
  static let most = 10

  /// Why the import cannot be undone, in sentences; none where it can.
  func reasons(_ dependents: [RosterDependent]) throws -> [String] {
    var reasons = try changedSince()
    let checks =
      [
        RosterDependent("has been changed by hand.", editedSince),
        RosterDependent("has been changed by a later import.", importedSince),
        RosterDependent("has another appointment.", appointedSince),
      ] + dependents.map { RosterDependent($0.words + ".", $0.people(among: created)) }
    for check in checks where reasons.count <= Self.most {
      reasons += try people(check.words, check.people)
    }
    if reasons.count <= Self.most { reasons += try takenSince() }
    guard reasons.count > Self.most else { return reasons }
    return reasons.prefix(Self.most) + ["There is more like this."]
  }

  /// The people whom the import brought.
  private var created: SQLQuery { "SELECT id FROM person WHERE import_id = \(id)" }

  /// Facts of people that the import brought, edited in the pages since: the audit trail knows.
  private var editedSince: SQLQuery {
    """
    SELECT subject AS person_id FROM audit_entry
    WHERE subject_kind = 'person'
      AND number > (SELECT max(number) FROM audit_entry
        WHERE act = 'roster.imported' AND subject_kind = \(RosterImport.subject(id).kind)
          AND subject = \(id))
      AND ((substr(act, 1, 7) = 'person.' AND subject IN (\(created)))
        OR (substr(act, 1, 12) = 'appointment.'
          AND subject IN (SELECT person_id FROM appointment WHERE import_id = \(id))))
    """
  }

  /// What the import brought, and a later one that stands has changed.
  private var importedSince: SQLQuery {
    let other: SQLQuery =
      """
      FROM roster_import_before AS image
      JOIN roster_import ON roster_import.id = image.import_id
        AND roster_import.state = \(RosterImport.State.imported.rawValue)
      """
    return """
      SELECT image.entity_id AS person_id \(other)
      WHERE image.import_id <> \(id) AND image.entity = \(RowImage.Entity.person.rawValue)
        AND image.entity_id IN (\(created))
      UNION
      SELECT appointment.person_id AS person_id \(other)
      JOIN appointment ON appointment.id = image.entity_id AND appointment.import_id = \(id)
      WHERE image.import_id <> \(id) AND image.entity = \(RowImage.Entity.appointment.rawValue)
      """
  }

  /// Appointments that people whom the import brought have from elsewhere.
  private var appointedSince: SQLQuery {
    """
    SELECT person_id FROM appointment
    WHERE (import_id IS NULL OR import_id <> \(id)) AND person_id IN (\(created))
    """
  }

  /// A sentence for each of the first people that a statement gives.
  private func people(_ words: String, _ people: SQLQuery) throws -> [String] {
    try reader.rows(
      """
      SELECT DISTINCT directory_entry.person_id AS id, directory_entry.name AS name
      FROM directory_entry JOIN (\(people)) AS found
        ON found.person_id = directory_entry.person_id
      ORDER BY directory_entry.person_id LIMIT \(Self.most + 1)
      """
    ).map { "\(try $0.text("name")) \(words)" }
  }
}

extension UndoCheck {
  /// Things that the import changed and that stand otherwise now.
  private func changedSince() throws -> [String] {
    var reasons: [String] = []
    let images = BeforeImages(importID: id, reader: reader)
    for entity in RowImage.Entity.allCases {
      try images.forEachPage(of: entity) { page in
        guard reasons.count <= Self.most else { return }
        let current = try images.current(entity, page)
        let changed = page.filter { current[$0.id] != $0.after }.prefix(Self.most + 1).map(\.id)
        if !changed.isEmpty { reasons += try sentences(entity, changed) }
      }
    }
    return reasons
  }

  private func sentences(_ entity: RowImage.Entity, _ ids: [String]) throws -> [String] {
    let found: [String]
    switch entity {
    case .person:
      found = try people(
        "has been changed.", "SELECT id AS person_id FROM person WHERE id IN (\(list: ids))")
    case .appointment:
      found = try people(
        "has a changed appointment.",
        "SELECT person_id FROM appointment WHERE id IN (\(list: ids))")
    case .program:
      found = try reader.rows("SELECT name FROM program WHERE id IN (\(list: ids))")
        .map { "\(try $0.text("name")) has been changed." }
    }
    return found.isEmpty ? ["Something that the import changed has been removed."] : found
  }

  /// Mail addresses that people would get back and someone else has now.
  private func takenSince() throws -> [String] {
    var reasons: [String] = []
    let images = BeforeImages(importID: id, reader: reader)
    try images.forEachPage(of: .person) { page in
      let keys = try page.compactMap { image in
        try RowImage.values(image.before)["address"].map(Person.addressKey)
      }
      reasons += try people(
        "has an address that someone else had before the import.",
        """
        SELECT id AS person_id FROM person
        WHERE address_key IN (\(list: keys)) AND (import_id IS NULL OR import_id <> \(id))
          AND id NOT IN (SELECT entity_id FROM roster_import_before
            WHERE import_id = \(id) AND entity = \(RowImage.Entity.person.rawValue))
        """)
    }
    return reasons
  }
}
