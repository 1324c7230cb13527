package import Kernel
package import SQLStore

/// A sponsoring institution: it answers for its programs; each program has exactly one.
package struct Sponsor: Sendable, Equatable {
  package let id: SponsorID
  package let name: String

  /// Adds a sponsor.
  package static func add(
    named name: String, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> SponsorID {
    let id = world.newID(SponsorID.self)
    try NamedTable.sponsors.add(name, id: id.text, by: viewer, to: writer)
    return id
  }

  /// Gives a sponsor another name.
  package static func rename(
    _ id: SponsorID, to name: String, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    _ = try NamedTable.sponsors.rename(id.text, to: name, by: viewer, writer: writer)
  }

  /// Removes a sponsor that has no programs.
  package static func remove(
    _ id: SponsorID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try NamedTable.sponsors.remove(
      id.text,
      unless: [("programs", "SELECT count(*) FROM program WHERE sponsor_id = \(id)")],
      by: viewer, writer: writer)
  }

  /// One page of the sponsors, by name, with what belongs to each: one query.
  package static func list(
    _ query: PlaceQuery = PlaceQuery(), viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<PlaceLine<Sponsor>> {
    try query.page(
      of: "sponsor", counted: Headcount.byProgram("program.sponsor_id", on: viewer.today), viewer,
      reader)
  }

  /// A sponsor that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: SponsorID, viewer: Viewer, reader: any SQLReader
  ) throws -> Sponsor {
    guard viewer.isSignedIn else { throw Absent() }
    return Sponsor(id: id, name: try NamedTable.sponsors.name(of: id.text, reader))
  }
}

/// The identifier of a sponsor.
package typealias SponsorID = ID<Sponsor>
