package import Kernel
import SQLStore

/// A department, site or sponsor in a list, with what belongs to it.
package struct PlaceLine<Entity>: Sendable, Equatable {
  package let id: ID<Entity>
  package let name: String
  /// How many open programs it has.
  package let programs: Int
  /// How many trainees are there today; each is counted once.
  package let trainees: Int
  let nameKey: String

  init(row: SQLRow) throws {
    self.id = try row.id("id")
    self.name = try row.text("name")
    self.programs = try row.integer("programs")
    self.trainees = try row.integer("trainees")
    self.nameKey = try row.text("name_key")
  }
}

/// What is looked for in a list of departments, sites, sponsors or programs.
package struct PlaceQuery: Sendable, Equatable {
  /// Words that the name must have, each as the beginning of a word.
  package var text: String
  package var place: ListPlace

  package init(text: String = "", place: ListPlace = .start) {
    self.text = text
    self.place = place
  }

  /// How many rows a page holds.
  package static let pageSize = 50
}

extension PlaceQuery {
  /// One page of departments, sites or sponsors.
  /// - Parameter counted: a statement with the columns `place_id`, `programs` and `trainees`.
  func page<Entity>(
    of table: StaticString, counted: SQLQuery, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Listed<PlaceLine<Entity>> {
    let order = NameOrder(sortKey: "name_key", id: "id")
    let conditions: [SQLQuery] =
      [viewer.isSignedIn ? "1 = 1" : "1 = 0"] + SearchWords.conditions(text, in: "name_key")
      + (order.condition(place).map { [$0] } ?? [])
    var lines: [PlaceLine<Entity>] = []
    try reader.forEach(
      """
      SELECT listed.id AS id, listed.name AS name, listed.name_key AS name_key,
        coalesce(counted.programs, 0) AS programs, coalesce(counted.trainees, 0) AS trainees
      FROM (
        SELECT id, name, name_key FROM \(literal: table)
        WHERE \(SQLQuery.joined(conditions, separator: " AND "))
        ORDER BY \(order.order(place)) LIMIT \(Self.pageSize + 1)
      ) AS listed LEFT JOIN (\(counted)) AS counted ON counted.place_id = listed.id
      ORDER BY \(NameOrder(sortKey: "listed.name_key", id: "listed.id").order(place))
      """
    ) { lines.append(try PlaceLine(row: $0)) }
    return Listed(
      fetched: lines, at: order.condition(place) == nil ? .start : place, size: Self.pageSize
    ) { NameKey(id: $0.id.text, sortKey: $0.nameKey).text }
  }
}
