import Kernel
import Roster

/// The hospitals and clinics where people train.
enum SitePlace: BlueprintPlace {
  static let key = "sites"
  static let heading = "{Sites}"
  static let kind = PlaceNames.Kind.site
  static let many = "{sites}"
  static let table: StaticString = "site"

  static func add(_ name: String, _ applying: Applying) throws -> String {
    try Site.add(named: name, by: applying.viewer, in: applying.world, to: applying.writer).text
  }

  static func rename(_ id: String, to name: String, _ applying: Applying) throws {
    try Site.rename(SiteID(stored: id), to: name, by: applying.viewer, writer: applying.writer)
  }
}
