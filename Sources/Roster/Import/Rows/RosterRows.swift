import Glibc
import Kernel
import SQLStore
import Spreadsheet

/// A file with a roster: where it is, and what a person has said about it.
package struct RosterFile: Sendable {
  /// The path of the file on this machine.
  package var path: String
  /// The name that people know it by.
  package var name: String
  /// The columns that a person chose; nil where the titles decide.
  package var mapping: ColumnMapping?

  /// A file; without a name it goes by the last part of its path.
  package init(path: String, name: String? = nil, mapping: ColumnMapping? = nil) {
    self.path = path
    self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    self.mapping = mapping
  }
}

/// The rows of a roster below its header, one at a time.
final class RosterRows {
  /// How the file is laid out.
  let layout: RosterLayout
  /// Whether the file is text, in which a missing separator shifts the cells of a row.
  let isText: Bool
  /// Lines in the middle of the file that repeat the header, as printed lists do.
  private(set) var repeatedHeaders = 0

  private var reader: SheetReader
  private var first: ArraySlice<SheetRow>
  private var bytes = 0
  private var count = 0
  private let size: Int?

  /// Opens the file and finds its header; the mapping is the person's, else a kept one, else
  /// what the titles suggest.
  init(_ file: RosterFile, in connection: any SQLReader) throws {
    var reader = try Self.open(file.path)
    var rows: [SheetRow] = []
    while rows.count < HeaderSearch.depth, let row = try Self.next(&reader) { rows.append(row) }
    let search = HeaderSearch(rows)
    let keys = search.titles.map { HeaderKey.key(ofHeader: $0) }
    let saved = try ColumnMapping.saved(for: keys, in: connection)
    let kept = keys.firstIndex { saved[$0] != nil }
    guard let header = kept ?? search.header else {
      throw ImportRefusal.unreadable(SheetProblem.empty.sentence)
    }
    layout = RosterLayout(
      search, header: header, given: file.mapping, saved: kept.flatMap { saved[keys[$0]] })
    first = rows[(header + 1 + search.extraRows(below: header))...]
    size = Self.textSize(of: file.path, reader.format)
    isText = size != nil
    self.reader = reader
  }

  /// The next row that holds anything, or nil after the last.
  func next() throws -> SheetRow? {
    while var row = try first.popFirst() ?? Self.next(&reader) {
      if row.cells.first.map({ RosterCell.clean($0) == layout.titles.first }) ?? false,
        row.cells.map(RosterCell.clean) == layout.titles
      {
        repeatedHeaders += 1
        continue
      }
      // Cells that hold nothing but spaces make no row.
      if row.cells.allSatisfy({ RosterCell.clean($0).isEmpty }) { continue }
      count += 1
      if size != nil { for cell in row.cells { bytes += cell.utf8.count + 1 } }
      if layout.mending.isMended { row.cells = row.cells.map(FormulaGuard.unguarded) }
      return row
    }
    return nil
  }

  /// How many rows there may be in all, judged by the file's size and the rows so far.
  var estimatedTotal: Int? {
    guard let size, bytes > 0 else { return nil }
    return max(count, Int(Double(count) * Double(size) / Double(bytes)))
  }

  /// About how many bytes the text has as UTF-8; nil for a workbook.
  private static func textSize(of path: String, _ format: SheetFormat) -> Int? {
    guard case .text(let encoding, _) = format else { return nil }
    var facts = stat()
    guard stat(path, &facts) == 0 else { return 0 }
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian: return Int(facts.st_size) / 2
    case .utf8, .utf8WithMark, .windows1252: return Int(facts.st_size)
    }
  }

  private static func open(_ path: String) throws -> SheetReader {
    do {
      return try SheetReader(path: path)
    } catch {
      throw ImportRefusal.unreadable(error.sentence)
    }
  }

  private static func next(_ reader: inout SheetReader) throws -> SheetRow? {
    do {
      return try reader.next()
    } catch {
      throw ImportRefusal.unreadable(error.sentence)
    }
  }
}

extension RosterLayout {
  init(
    _ search: HeaderSearch, header: Int, given: ColumnMapping?, saved: ColumnMapping?
  ) {
    let titles = search.titles[header]
    headerLine = search.rows[header].line
    self.titles = titles
    mending = MendingColumns(titles)
    let own = mending.own
    mapping = given ?? saved ?? ColumnMapping(guessing: Array(titles[..<own]))
    origin = given != nil ? .given : saved != nil ? .saved : .guessed
    let fields = Dictionary(mapping.columns.map { ($1, $0) }) { first, _ in first }
    let below = search.titles[(header + 1 + search.extraRows(below: header))...]
    let width = mending.isMended ? own : max(own, below.map(\.count).max() ?? 0)
    columns = (0..<width).compactMap { number in
      let title = number < titles.count ? titles[number] : ""
      let example = below.lazy.compactMap { $0.count > number ? $0[number] : nil }
        .first { !$0.isEmpty }
      guard !title.isEmpty || example != nil else { return nil }
      return Column(
        number: number, title: title, field: fields[number], example: example ?? "")
    }
  }

  /// Refuses a layout by which no row can be read.
  func check() throws {
    guard mapping.columns.values.allSatisfy({ column in columns.contains { $0.number == column } })
    else { throw ImportRefusal.foreignMapping }
    let missing = mapping.missing
    if !missing.isEmpty { throw ImportRefusal.missingColumns(missing) }
  }
}
