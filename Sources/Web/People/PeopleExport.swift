import Kernel
import Roster
import SQLStore
import Spreadsheet

/// The list of people as a file, with the same people as on the page.
enum PeopleExport {
  private static let columns = [
    "Name", "Mail", "Here as", "PGY", "{Program}", "{Department}", "{Site}", "When",
  ]

  static func download(_ visit: Visit, _ reader: any SQLReader) throws -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(visit.words(columns))
    try Directory.forEach(
      PeopleList(visit.query).query, viewer: visit.viewer, reader: reader
    ) { entry in
      table.write([
        entry.name, entry.address ?? "", entry.capacity.label(in: visit.words),
        entry.level.map(String.init) ?? "", entry.programName ?? "",
        entry.departmentName ?? "", entry.siteName ?? "", PersonWords.presence(entry.presence),
      ])
    }
    return Download(
      fileName: "people-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
