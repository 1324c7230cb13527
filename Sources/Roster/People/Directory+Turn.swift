package import Kernel
package import SQLStore

extension Directory {
  /// How far the turn of a day has come.
  package struct Turned: Sendable, Equatable {
    /// How many entries were made anew.
    package let people: Int
    /// Where to go on; nil when the day is turned.
    package let next: PersonID?
  }

  /// How many people one transaction of ``turnDay(_:after:limit:in:)`` makes anew.
  package static let turnedAtOnce = 2000

  /// Makes anew the entries of those whose appointment began or ended since the last turn, in one
  /// transaction of bounded length; repeat it with `next` until that is nil.
  ///
  /// It may be repeated at will. Days on which nobody turned the directory are caught up, and
  /// standings that were decided for a last day take effect after it.
  package static func turnDay(
    _ today: Day, after: PersonID? = nil, limit: Int = turnedAtOnce, in writer: any SQLWriter
  ) throws -> Turned {
    let people = try turning(today, after: after, limit: limit, writer)
    try writer.execute(
      """
      UPDATE appointment SET standing = ends_as, ends_as = NULL
      WHERE ends_as IS NOT NULL AND ends_on < \(today) AND person_id IN (\(list: people))
      """)
    try refresh(people, today: today, in: writer)
    if people.count == limit { return Turned(people: people.count, next: people.last) }
    try writer.execute(
      """
      INSERT INTO setting (name, content, changed_at)
      VALUES (\(turnedOn), \(today), \(midnight(today)))
      ON CONFLICT (name) DO UPDATE SET content = excluded.content,
        changed_at = excluded.changed_at
      """)
    return Turned(people: people.count, next: nil)
  }

  /// Turns the day in as many short transactions as it needs.
  /// - Returns: how many entries were made anew.
  @discardableResult
  package static func turnDay(_ today: Day, in store: any Store) async throws -> Int {
    var people = 0
    var after: PersonID?
    repeat {
      let place = after
      let turned = try await store.write { try turnDay(today, after: place, in: $0) }
      people += turned.people
      after = turned.next
    } while after != nil
    return people
  }

  /// The name under which the day of the last turn is kept.
  private static let turnedOn = "directory_turned_on"

  private static func midnight(_ day: Day) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000)
  }

  private static func turning(
    _ today: Day, after: PersonID?, limit: Int, _ reader: any SQLReader
  ) throws -> [PersonID] {
    let last = try reader.first("SELECT content FROM setting WHERE name = \(turnedOn)")
      .flatMap { Day(text: try $0.text("content")) }
    let since = last ?? .earliestTyped
    var people: [PersonID] = []
    try reader.forEach(
      """
      SELECT DISTINCT person_id FROM appointment
      WHERE person_id > \(after?.text ?? "")
        AND ((starts_on > \(since) AND starts_on <= \(today))
          OR (ends_on >= \(since) AND ends_on < \(today)))
      ORDER BY person_id LIMIT \(limit)
      """
    ) { people.append(try $0.id("person_id")) }
    return people
  }
}
