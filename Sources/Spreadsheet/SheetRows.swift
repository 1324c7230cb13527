/// The rows of a worksheet's file, one at a time.
///
/// Empty cells at a row's end are dropped, for formatted ones may reach to column XFD. Then the
/// row is filled up to the widest one so far: a missing last value gives "", as everywhere else,
/// and no short row. The file is read to its end, behind the table too, where its checksum is
/// compared.
struct SheetRows: ~Copyable {
  private var reader: MarkupReader
  private let cellText: CellText
  private let limits: SheetLimits

  private var isTable = false
  private var line = 0
  private var cells: [String] = []
  private var width = 0
  private var count = 0
  private var cell = StoredCell()

  /// Far beyond the last row of any program's sheets.
  private static let lastLine = 1 << 30

  /// Stands before the first row of the sheet in `entry`.
  init(
    _ entry: ZipEntry, _ cellText: CellText, limits: SheetLimits
  ) throws(SheetProblem) {
    reader = try MarkupReader(entry)
    self.cellText = cellText
    self.limits = limits
  }

  /// The next row that holds anything, or nil after the last.
  mutating func next() throws(SheetProblem) -> SheetRow? {
    while let token = try reader.next() {
      switch token {
      case .start: try start()
      case .text: try text()
      case .end:
        try end()
        if isTable, reader.name == "row", !cells.isEmpty { return try row() }
      }
    }
    return nil
  }

  private mutating func start() throws(SheetProblem) {
    switch reader.name {
    case "sheetData": isTable = true
    case _ where !isTable: break
    case "c":
      let stated = try reader.attribute("r").flatMap { ColumnName.number(of: $0) } ?? 0
      cell = StoredCell(
        column: stated > cell.column ? stated : cell.column + 1,
        type: try reader.attribute("t"),
        style: try reader.attribute("s").flatMap { Int($0) })
    case "row":
      let stated = try reader.attribute("r").flatMap { Int($0) } ?? 0
      line = stated > line && stated <= Self.lastLine ? stated : line + 1
      cells = []
      cells.reserveCapacity(width)
      cell = StoredCell()
    default: cell.start(reader.name)
    }
  }

  private mutating func text() throws(SheetProblem) {
    guard isTable, cell.isOpen else { return }
    cell.append(try reader.text)
    if cell.stored.utf8.count > limits.cellBytes { throw tooLong }
  }

  private mutating func end() throws(SheetProblem) {
    switch reader.name {
    case "sheetData": isTable = false
    case _ where !isTable: break
    case "c": try endCell()
    default: cell.end(reader.name)
    }
  }

  private mutating func endCell() throws(SheetProblem) {
    if cell.stored.isEmpty { return }
    guard let text = cellText.text(of: cell) else { throw .damaged(part: "shared strings") }
    if text.isEmpty { return }
    if text.utf8.count > limits.cellBytes { throw tooLong }
    if cell.column > limits.columns {
      throw .tooManyColumns(line: line, limit: limits.columns)
    }
    while cells.count < cell.column - 1 { cells.append("") }
    cells.append(text)
  }

  private var tooLong: SheetProblem {
    .cellTooLong(line: line, column: cell.column, limit: limits.cellBytes)
  }

  private mutating func row() throws(SheetProblem) -> SheetRow {
    count += 1
    if count > limits.records { throw .tooManyRecords(limit: limits.records) }
    width = max(width, cells.count)
    while cells.count < width { cells.append("") }
    defer { cells = [] }
    return SheetRow(line: line, cells: cells)
  }
}
