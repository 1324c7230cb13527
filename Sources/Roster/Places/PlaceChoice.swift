package import Kernel
package import SQLStore

/// A department, site or sponsor to choose from in a form.
package struct PlaceChoice: Sendable, Equatable {
  /// The identifier that the form sends.
  package let id: String
  package let name: String

  /// How many choices a form offers at most.
  package static let most = 500

  /// All departments, by name.
  package static func departments(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [PlaceChoice] {
    try all(of: .departments, viewer, reader)
  }

  /// All sites, by name.
  package static func sites(viewer: Viewer, reader: any SQLReader) throws -> [PlaceChoice] {
    try all(of: .sites, viewer, reader)
  }

  /// All sponsors, by name.
  package static func sponsors(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [PlaceChoice] {
    try all(of: .sponsors, viewer, reader)
  }

  private static func all(
    of table: NamedTable, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [PlaceChoice] {
    guard viewer.isSignedIn else { return [] }
    return try reader.all(
      PlaceChoice.self,
      """
      SELECT id, name FROM \(literal: table.table) ORDER BY name_key, id LIMIT \(most)
      """)
  }
}

extension PlaceChoice: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(id: try row.text("id"), name: try row.text("name"))
  }
}
