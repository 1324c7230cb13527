import Foundation
import Kernel
import SQLStore
import Spreadsheet

/// A copy of a person's own data, to take along.
struct OwnDataCopy: Sendable {
  private let visit: Visit
  private let tables: [OwnTable]

  /// How many copies a person may take within an hour.
  static let mostInAnHour = 10

  private static let act = "own_data.copied"

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.tables = try OwnTable.all(visit, reader)
  }

  /// Notes in the audit trail that a copy was taken.
  /// - Throws: ``TooManyCopies`` where there were enough within the last hour.
  static func record(_ form: String, _ visit: Visit, _ writer: any SQLWriter) throws {
    let person = try visit.person
    let recent = try Audit.entries(
      Audit.Query(act: act, actor: person), limit: mostInAnHour, viewer: visit.viewer,
      reader: writer)
    if recent.count == mostInAnHour, let first = recent.last.flatMap({ Instant(text: $0.at) }),
      visit.viewer.now.seconds(since: first) < 3600
    {
      throw TooManyCopies(seconds: 3600 - visit.viewer.now.seconds(since: first))
    }
    try Audit.append(
      Audit.Act(act, of: .person(person), detail: form), by: person, at: visit.viewer.now,
      to: writer)
  }

  private var fileName: String { "your-data-\(visit.viewer.today.text)" }

  /// All tables as one JSON document; each row names its values.
  func json() throws -> Download {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(
      institution: visit.settings.institutionName, name: visit.name,
      takenAt: visit.viewer.now.text, tables: tables.map(Document.Table.init))
    return Download(
      fileName: fileName + ".json", type: "application/json; charset=utf-8",
      bytes: Array(try encoder.encode(document)))
  }

  /// A file in CSV for each table, together in one archive.
  func archive() -> Download {
    var archive = ZipWriter()
    for table in tables {
      var file = CSVWriter(byteOrderMark: true)
      file.write(table.columns)
      for row in table.rows { file.write(row) }
      archive.add(table.name + ".csv", file.drain())
    }
    return Download(
      fileName: fileName + ".zip", type: "application/zip", bytes: archive.archive)
  }

  /// The copy as JSON says it.
  private struct Document: Encodable {
    let institution: String
    let name: String
    let takenAt: String
    let tables: [Table]

    struct Table: Encodable {
      let name: String
      let title: String
      let seenBy: String
      let rows: [[String: String]]

      init(_ table: OwnTable) {
        name = table.name
        title = table.title
        seenBy = table.seenBy
        rows = table.rows.map { row in
          Dictionary(zip(table.columns, row)) { first, _ in first }
        }
      }
    }
  }
}

/// Someone took many copies of their own data in a short time.
struct TooManyCopies: Refusal {
  /// How long until there can be another one.
  let seconds: Int

  var kind: RefusalKind { .tooMany }
  var code: String { "too-many-copies" }
  var sentence: String {
    let minutes = Figures.counted(max(1, (seconds + 59) / 60), "minute", "minutes")
    return "You have taken \(OwnDataCopy.mostInAnHour) copies within an hour. "
      + "You can take the next one in \(minutes)."
  }
}
