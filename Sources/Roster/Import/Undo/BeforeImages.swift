import Kernel
import SQLStore

/// What an import changed, a page at a time, so that any number fits into memory.
struct BeforeImages {
  /// One thing that was changed.
  struct Image {
    let id: String
    let before: String
    let after: String
  }

  let importID: ID<RosterImport>
  let reader: any SQLReader

  static let page = 500

  /// Hands over the images of one sort, page by page.
  func forEachPage(of entity: RowImage.Entity, _ body: ([Image]) throws -> Void) throws {
    var last = ""
    while true {
      var images: [Image] = []
      try reader.forEach(
        """
        SELECT entity_id, before, after FROM roster_import_before
        WHERE import_id = \(importID) AND entity = \(entity.rawValue) AND entity_id > \(last)
        ORDER BY entity_id LIMIT \(Self.page)
        """
      ) { row in
        images.append(
          Image(
            id: try row.text("entity_id"), before: try row.text("before"),
            after: try row.text("after")))
      }
      guard let end = images.last else { return }
      try body(images)
      last = end.id
    }
  }

  /// How the things of a page stand now, by identifier; those that are gone are missing.
  func current(_ entity: RowImage.Entity, _ images: [Image]) throws -> [String: String] {
    let ids = images.map(\.id)
    switch entity {
    case .person:
      let people = try reader.all(
        Person.self, "SELECT \(Person.columns) FROM person WHERE id IN (\(list: ids))")
      return Dictionary(uniqueKeysWithValues: people.map { ($0.id.text, RowImage.json($0)) })
    case .appointment:
      let appointments = try reader.all(
        Appointment.self,
        "SELECT \(Appointment.columns) FROM appointment WHERE id IN (\(list: ids))")
      return Dictionary(
        uniqueKeysWithValues: appointments.map { ($0.id.text, RowImage.json($0)) })
    case .program:
      var found: [String: String] = [:]
      try reader.forEach(
        """
        SELECT id, accreditation_number, director_address FROM program
        WHERE id IN (\(list: ids))
        """
      ) { row in
        let facts = PlaceCatalog.ProgramFacts(
          accreditationNumber: try row.textOrNil("accreditation_number"),
          directorAddress: try row.textOrNil("director_address"))
        found[try row.text("id")] = RowImage.json(facts)
      }
      return found
    }
  }
}
