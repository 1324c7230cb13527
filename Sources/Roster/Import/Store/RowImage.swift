import Kernel
import SQLStore

/// How a row of the database stood, as JSON, so that an import can be undone.
///
/// It holds the columns that an import may change, and no others.
enum RowImage {
  /// What images are kept of.
  enum Entity: String, CaseIterable {
    case person, appointment, program
  }

  static func json(_ person: Person) -> String {
    json([
      ("family_name", person.name.family), ("given_name", person.name.given),
      ("preferred_name", person.name.preferred), ("degrees", person.degrees),
      ("address", person.address), ("capacity", person.capacity.rawValue),
    ])
  }

  static func json(_ appointment: Appointment) -> String {
    // Left out where it is not known, so that images from before it was kept stay what they are.
    let since = appointment.levelSince.map { [("level_since", $0.text as String?)] } ?? []
    let facts = [
      ("program_id", appointment.program.text), ("site_id", appointment.site?.text),
      ("training_level", String(appointment.level)), ("standing", appointment.standing.rawValue),
      ("starts_on", appointment.startsOn.text), ("ends_on", appointment.endsOn.text),
      ("ends_as", appointment.endsAs?.rawValue),
    ]
    return json(facts + since)
  }

  static func json(_ facts: PlaceCatalog.ProgramFacts) -> String {
    json([
      ("accreditation_number", facts.accreditationNumber),
      ("director_address", facts.directorAddress),
    ])
  }

  private static func json(_ members: [(String, String?)]) -> String {
    JSONText.object(members.map { ($0, $1.map(JSONText.quoted) ?? "null") })
  }

  /// The values of an image by their column.
  static func values(_ json: String) throws -> [String: String] {
    try JSONText.decoded([String: String?].self, json).compactMapValues { $0 }
  }
}
