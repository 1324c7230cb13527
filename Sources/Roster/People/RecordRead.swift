package import Kernel
package import SQLStore

/// That someone opened a person's record.
package struct RecordRead: Sendable, Equatable {
  package let id: ID<RecordRead>
  /// Who opened it.
  package let reader: PersonID
  /// The reader's name, also where they have left since.
  package let readerName: String
  /// What was opened.
  package let what: String
  package let at: Instant

  /// Whether a reader opened the record within the last day.
  static func wasToday(
    _ person: PersonID, by opener: PersonID, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM record_read WHERE person_id = \(person) AND reader = \(opener)
        AND at > \(viewer.now.adding(seconds: -86_400))
      """) > 0
  }

  /// How many reads a page holds.
  package static let pageSize = 50

  /// Who opened the viewer's own record, the latest first.
  package static func list(
    ofMine viewer: Viewer, after: String = "", reader: any SQLReader
  ) throws -> Listed<RecordRead> {
    guard let person = viewer.person else { throw Absent() }
    let position = ID<RecordRead>(given: after)
    let before: SQLQuery = position.map { "AND record_read.id < \($0)" } ?? ""
    let reads = try reader.all(
      RecordRead.self,
      """
      SELECT record_read.id AS id, record_read.reader AS reader, record_read.what AS what,
        record_read.at AS at, directory_entry.name AS reader_name
      FROM record_read
      LEFT JOIN directory_entry ON directory_entry.person_id = record_read.reader
      WHERE record_read.person_id = \(person) \(before)
      ORDER BY record_read.id DESC LIMIT \(pageSize + 1)
      """)
    return Listed(
      fetched: reads, at: position.map { .after($0.text) } ?? .start, size: pageSize,
      key: \.id.text)
  }
}

extension RecordRead: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), reader: try row.id("reader"),
      readerName: try row.textOrNil("reader_name") ?? "Someone who has been removed",
      what: try row.text("what"), at: try row.instant("at"))
  }
}
