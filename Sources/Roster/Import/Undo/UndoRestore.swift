import Kernel
import SQLStore

/// Puts back what an import changed and removes what it brought.
///
/// Nothing is checked here: ``UndoCheck`` has found that nothing stands in the way.
struct UndoRestore {
  let id: ID<RosterImport>
  let today: Day
  let writer: any SQLWriter
  let watch: RosterWatch

  func run() throws -> RosterImport.Undone {
    let images = BeforeImages(importID: id, reader: writer)
    let touched = try touchedPeople()
    var undone = RosterImport.Undone()
    undone.restoredPeople = touched.count
    undone.removedPeople = try removePeople()
    try images.forEachPage(of: .appointment, restoreAppointments)
    try restorePeople(images)
    try images.forEachPage(of: .program, restorePrograms)
    undone.removedPlaces = try removePlaces()
    for start in stride(from: 0, to: touched.count, by: 1000) {
      let some = touched[start..<min(start + 1000, touched.count)]
      try Directory.refresh(Array(some), today: today, in: writer)
      try watch.reached(RosterProgress(done: start + some.count, total: touched.count))
    }
    try writer.execute("DELETE FROM roster_import_before WHERE import_id = \(id)")
    return undone
  }

  /// People who were there before the import, and about whom it changed something.
  private func touchedPeople() throws -> [PersonID] {
    var people: [PersonID] = []
    try writer.forEach(
      """
      SELECT id FROM person
      WHERE (import_id IS NULL OR import_id <> \(id)) AND id IN (
        SELECT entity_id FROM roster_import_before
        WHERE import_id = \(id) AND entity = \(RowImage.Entity.person.rawValue)
        UNION
        SELECT person_id FROM appointment
        WHERE import_id = \(id) OR id IN (SELECT entity_id FROM roster_import_before
          WHERE import_id = \(id) AND entity = \(RowImage.Entity.appointment.rawValue)))
      """
    ) { row in people.append(try row.id("id")) }
    return people
  }

  private func removePeople() throws -> Int {
    try writer.execute("DELETE FROM appointment WHERE import_id = \(id)")
    // Notices name people without holding them.
    for table: SQLQuery in ["notice", "notice_choice"] {
      try writer.execute(
        """
        DELETE FROM \(table) WHERE person IN (SELECT id FROM person WHERE import_id = \(id))
        """)
    }
    return try writer.execute("DELETE FROM person WHERE import_id = \(id)")
  }

  private func restoreAppointments(_ page: [BeforeImages.Image]) throws {
    try writer.executeMany(
      """
      UPDATE appointment SET program_id = $1, site_id = $2, training_level = $3, standing = $4,
        starts_on = $5, ends_on = $6, ends_as = $7, level_since = $8
      WHERE id = $9
      """,
      try page.map { image in
        let before = try RowImage.values(image.before)
        return [
          before["program_id"].sqlValue, before["site_id"].sqlValue,
          before["training_level"].flatMap { Int($0) }.sqlValue, before["standing"].sqlValue,
          before["starts_on"].sqlValue, before["ends_on"].sqlValue, before["ends_as"].sqlValue,
          before["level_since"].sqlValue, .text(image.id),
        ]
      })
  }

  private func restorePeople(_ images: BeforeImages) throws {
    // Addresses may have gone round in a circle: first nobody has one, then everybody theirs.
    try writer.execute(
      """
      UPDATE person SET address_key = NULL WHERE id IN (
        SELECT entity_id FROM roster_import_before
        WHERE import_id = \(id) AND entity = \(RowImage.Entity.person.rawValue))
      """)
    try images.forEachPage(of: .person) { page in
      try writer.executeMany(
        """
        UPDATE person SET family_name = $1, given_name = $2, preferred_name = $3, degrees = $4,
          address = $5, address_key = $6, capacity = $7
        WHERE id = $8
        """,
        try page.map { image in
          let before = try RowImage.values(image.before)
          return [
            before["family_name"].sqlValue, before["given_name"].sqlValue,
            before["preferred_name"].sqlValue, before["degrees"].sqlValue,
            before["address"].sqlValue, before["address"].map(Person.addressKey).sqlValue,
            before["capacity"].sqlValue, .text(image.id),
          ]
        })
    }
  }

  private func restorePrograms(_ page: [BeforeImages.Image]) throws {
    try writer.executeMany(
      "UPDATE program SET accreditation_number = $1, director_address = $2 WHERE id = $3",
      try page.map { image in
        let before = try RowImage.values(image.before)
        return [
          before["accreditation_number"].sqlValue, before["director_address"].sqlValue,
          .text(image.id),
        ]
      })
  }

  /// Removes programs, departments, sites and sponsors that nothing uses and nobody has edited.
  private func removePlaces() throws -> Int {
    let places: [(kind: SQLQuery, uses: [SQLQuery])] = [
      (
        "program",
        [
          "SELECT 1 FROM appointment WHERE program_id = program.id",
          "SELECT 1 FROM program_site WHERE program_id = program.id",
        ]
      ),
      (
        "department",
        [
          "SELECT 1 FROM program WHERE department_id = department.id",
          "SELECT 1 FROM career_resource WHERE department_id = department.id",
        ]
      ),
      (
        "site",
        [
          "SELECT 1 FROM appointment WHERE site_id = site.id",
          "SELECT 1 FROM program_site WHERE site_id = site.id",
        ]
      ),
      ("sponsor", ["SELECT 1 FROM program WHERE sponsor_id = sponsor.id"]),
    ]
    return try places.reduce(0) { $0 + (try remove($1.kind, unless: $1.uses)) }
  }

  private func remove(_ kind: SQLQuery, unless uses: [SQLQuery]) throws -> Int {
    let general: [SQLQuery] = [
      "SELECT 1 FROM role_grant WHERE scope_kind = '\(kind)' AND scope_id = \(kind).id",
      "SELECT 1 FROM audit_entry WHERE subject_kind = '\(kind)' AND subject = \(kind).id",
    ]
    let conditions = (uses + general).map { use -> SQLQuery in "NOT EXISTS (\(use))" }
    return try writer.execute(
      """
      DELETE FROM \(kind) WHERE import_id = \(id) AND \(.joined(conditions, separator: " AND "))
      """)
  }
}
