package import Kernel
package import SQLStore

/// A hospital or clinic where people train.
package struct Site: Sendable, Equatable {
  package let id: SiteID
  package let name: String

  /// Adds a site.
  package static func add(
    named name: String, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> SiteID {
    let id = world.newID(SiteID.self)
    try NamedTable.sites.add(name, id: id.text, by: viewer, to: writer)
    return id
  }

  /// Gives a site another name, also in the directory.
  package static func rename(
    _ id: SiteID, to name: String, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let kept = try NamedTable.sites.rename(id.text, to: name, by: viewer, writer: writer)
    guard let kept else { return }
    try writer.execute("UPDATE directory_entry SET site_name = \(kept) WHERE site_id = \(id)")
  }

  /// Removes a site where nobody trained and that contributed to no program.
  package static func remove(
    _ id: SiteID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try NamedTable.sites.remove(
      id.text,
      unless: [
        ("appointments", "SELECT count(*) FROM appointment WHERE site_id = \(id)"),
        ("programs", "SELECT count(*) FROM program_site WHERE site_id = \(id)"),
        ("roles", RoleGrant.uses(of: .site(id))),
      ], by: viewer, writer: writer)
  }

  /// One page of the sites, by name, with what is there: one query.
  package static func list(
    _ query: PlaceQuery = PlaceQuery(), viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<PlaceLine<Entity.Site>> {
    try query.page(
      of: "site", counted: Headcount.bySiteAndProgram(on: viewer.today), viewer, reader)
  }

  /// A site that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: SiteID, viewer: Viewer, reader: any SQLReader
  ) throws -> Site {
    guard viewer.isSignedIn else { throw Absent() }
    return Site(id: id, name: try NamedTable.sites.name(of: id.text, reader))
  }
}
