package import Kernel
package import SQLStore

/// An open program that has no director yet, with whom the record system names.
package struct DirectorGap: Sendable, Equatable {
  package let program: ProgramID
  package let programName: String
  /// The director's address as the record system gives it.
  package let address: String?
  /// Who has that address here.
  package let candidate: Candidate?
  let nameKey: String

  /// Someone who could be granted the role with one click.
  package struct Candidate: Sendable, Equatable {
    package let person: PersonID
    package let name: String
  }

  /// How many gaps a page holds.
  package static let pageSize = 50

  /// How many open programs have no director; for those alone who keep the roster.
  package static func count(viewer: Viewer, reader: any SQLReader) throws -> Int {
    guard viewer.mayKeepRoster else { return 0 }
    return try reader.number(
      "SELECT count(*) FROM program WHERE \(isOpenAndUndirected(on: viewer.today))")
  }

  /// One page of the programs without a director, by name.
  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package static func list(
    _ place: ListPlace = .start, viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<DirectorGap> {
    guard viewer.mayKeepRoster else { throw Absent() }
    let order = NameOrder(sortKey: "name_key", id: "id")
    let conditions =
      [isOpenAndUndirected(on: viewer.today)] + (order.condition(place).map { [$0] } ?? [])
    let rows = try reader.rows(
      """
      SELECT id, name, name_key, director_address FROM program
      WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY \(order.order(place)) LIMIT \(pageSize + 1)
      """)
    let addresses = try rows.compactMap { try $0.textOrNil("director_address") }
    let candidates = try candidates(for: addresses, reader)
    let gaps = try rows.map { row in
      let address = try row.textOrNil("director_address")
      return DirectorGap(
        program: try row.id("id"), programName: try row.text("name"), address: address,
        candidate: address.flatMap { candidates[Person.addressKey($0)] },
        nameKey: try row.text("name_key"))
    }
    return Listed(
      fetched: gaps, at: order.condition(place) == nil ? .start : place, size: pageSize
    ) { NameKey(id: $0.program.text, sortKey: $0.nameKey).text }
  }

  /// Grants the role of director to the person whose address the record system gives.
  ///
  /// A file grants nothing by itself; this is the click of a person who may.
  package static func close(
    _ id: ProgramID, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws {
    let program = try Program.find(id, viewer: viewer, reader: writer)
    let address = program.directorAddress
    guard let address, let candidate = try candidates(for: [address], writer).first?.value else {
      throw Absent()
    }
    try RoleGrant.grant(
      GrantDraft(
        person: candidate.person, role: .programDirector, scope: .program(id),
        term: Term(from: viewer.today)),
      by: viewer, in: world, to: writer)
  }

  private static func isOpenAndUndirected(on today: Day) -> SQLQuery {
    """
    (closed_on IS NULL OR closed_on >= \(today)) AND id NOT IN (
      SELECT scope_id FROM role_grant WHERE role = 'program_director'
        AND scope_kind = 'program' AND deputy_of IS NULL AND revoked_at IS NULL
        AND (ends_on IS NULL OR ends_on >= \(today)))
    """
  }

  private static func candidates(
    for addresses: [String], _ reader: any SQLReader
  ) throws -> [String: Candidate] {
    var candidates: [String: Candidate] = [:]
    try reader.forEach(
      """
      SELECT person.address_key AS address_key, directory_entry.person_id AS person_id,
        directory_entry.name AS name
      FROM person JOIN directory_entry ON directory_entry.person_id = person.id
      WHERE person.deactivated_at IS NULL
        AND person.address_key IN (\(list: addresses.map(Person.addressKey)))
      """
    ) { row in
      candidates[try row.text("address_key")] = Candidate(
        person: try row.id("person_id"), name: try row.text("name"))
    }
    return candidates
  }
}
