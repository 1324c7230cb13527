import Kernel
import Roster

/// The sponsors of record.
enum SponsorPlace: BlueprintPlace {
  static let key = "sponsors"
  static let heading = "Sponsors"
  static let kind = PlaceNames.Kind.sponsor
  static let many = "sponsors"
  static let table: StaticString = "sponsor"

  static func add(_ name: String, _ applying: Applying) throws -> String {
    try Sponsor.add(
      named: name, by: applying.viewer, in: applying.world, to: applying.writer
    ).text
  }

  static func rename(_ id: String, to name: String, _ applying: Applying) throws {
    try Sponsor.rename(
      SponsorID(stored: id), to: name, by: applying.viewer, writer: applying.writer)
  }
}
