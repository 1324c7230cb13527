package import Kernel
package import SQLStore

/// What happens each morning: anonymous writing of the days before is told to its readers and
/// written anew, what is due or late is said, and what was kept long enough is erased.
package enum ConcernNight {
  /// The kind of the job.
  package static let job = "concerns.morning"

  /// Does it, in one transaction; a second run on the same morning finds nothing left.
  /// - Returns: how many people were told something.
  package static func pass(in world: World, _ store: any Store) async throws -> Int {
    try await store.write { try pass(in: world, writer: $0) }
  }

  /// The same in a transaction of the caller.
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let now = world.now()
    let today = now.day(in: try Settings(reader: writer).timeZone)
    let fresh = try fresh(before: today, writer)
    let told = try tell(fresh, in: world, writer)
    try rewrite(before: today, writer)
    try ConcernReminders.send(on: today, in: world, writer)
    try Erasure.carryOut(on: today, at: now, writer)
    try RegisterFigures.close(on: today, writer)
    try UnlockedKey.forgetOver(at: now, writer)
    return told
  }

  /// The concerns with anonymous writing of before a day that nobody was told of.
  private static func fresh(
    before today: Day, _ reader: any SQLReader
  ) throws -> [ID<Concern>] {
    try reader.rows(
      """
      SELECT concern_id FROM concern_entry WHERE NOT is_settled AND said_on < \(today)
      UNION SELECT concern_id FROM concern_file WHERE NOT is_settled AND said_on < \(today)
      ORDER BY concern_id
      """
    ).map { try $0.id("concern_id") }
  }

  private static func tell(
    _ concerns: [ID<Concern>], in world: World, _ writer: any SQLWriter
  ) throws -> Int {
    guard !concerns.isEmpty else { return 0 }
    let readers = try ConcernNews.readers(of: concerns, writer)
    try ConcernNews.tell(
      readers, "There is something new to read in the concerns that you handle.", in: world,
      writer)
    let unread = try writer.all(
      HandlingGroup.self,
      """
      SELECT \(HandlingGroup.columns) FROM handling_group
      WHERE id IN (SELECT group_id FROM concern WHERE id IN (\(list: concerns))
        AND NOT EXISTS (SELECT 1 FROM concern_key
          JOIN reading_key ON reading_key.id = concern_key.key_id
          WHERE concern_key.concern_id = concern.id AND reading_key.person_id IS NOT NULL))
      """)
    for group in unread { try ConcernNews.waits(in: group, in: world, writer) }
    return readers.count
  }

  /// Writes the rows of anonymous writing anew, in the order of their random identifiers.
  ///
  /// Where rows lie, and in which transaction they were written, is then that of a morning for all
  /// of a day, and says no hour and no sequence.
  private static func rewrite(before today: Day, _ writer: any SQLWriter) throws {
    let raised = try writer.rows(
      "SELECT id FROM concern WHERE NOT is_settled AND raised_on < \(today) ORDER BY id"
    ).map { try $0.id("id", ID<Concern>.self) }
    let written = try RewrittenRows(of: raised, before: today, writer)
    try written.rewrite(writer)
    try RewrittenFiles.rewrite(before: today, writer)
  }
}
