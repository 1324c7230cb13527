/// A worksheet's file, given on row by row as it is parsed.
///
/// It is read to its end, behind the table too, where its checksum is compared.
///
/// Empty cells at a row's end are dropped, for formatted ones may reach to column XFD. Then the
/// row is filled up to the widest one so far: a missing last value gives "", as everywhere else,
/// and no short row.
final class SheetPart: PartReader {
  private let cellText: CellText
  private let limits: SheetLimits
  /// Takes a row and says whether more are wanted.
  private let give: (SheetRow) -> Bool

  /// Far beyond the last row of any program's sheets.
  private static let lastLine = 1 << 30

  private var isTable = false
  private var line = 0
  private var cells: [String] = []
  private var width = 0
  private var count = 0

  private var column = 0
  private var type: String?
  private var style: Int?
  private var value = ""
  private var inline = RichText()
  private var isValue = false

  /// Gives rows to `give` until it answers false.
  init(_ cellText: CellText, limits: SheetLimits, give: @escaping (SheetRow) -> Bool) {
    self.cellText = cellText
    self.limits = limits
    self.give = give
  }

  override func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sheetData": isTable = true
    case _ where !isTable: break
    case "c": startCell(attributes)
    case "v": isValue = true
    case "row": startRow(attributes)
    default: inline.start(name)
    }
  }

  override func text(_ text: String) {
    guard isTable else { return }
    if isValue { value += text } else { inline.append(text) }
    if max(value.utf8.count, inline.text.utf8.count) > limits.cellBytes { failCell() }
  }

  override func end(_ name: String) {
    switch name {
    case "sheetData": isTable = false
    case _ where !isTable: break
    case "v": isValue = false
    case "c": endCell()
    case "row": endRow()
    default: inline.end(name)
    }
  }

  private func startRow(_ attributes: [String: String]) {
    let stated = attributes["r"].flatMap { Int($0) } ?? 0
    line = stated > line && stated <= Self.lastLine ? stated : line + 1
    cells = []
    cells.reserveCapacity(width)
    column = 0
  }

  private func startCell(_ attributes: [String: String]) {
    let stated = attributes["r"].flatMap { ColumnName.number(of: $0) } ?? 0
    column = stated > column ? stated : column + 1
    type = attributes["t"]
    style = attributes["s"].flatMap { Int($0) }
    value = ""
    inline = RichText()
  }

  private func endCell() {
    let stored = type == "inlineStr" ? inline.text : value
    if stored.isEmpty { return }
    guard let text = cellText.text(stored, type: type, style: style) else {
      return fail(.damaged(part: "shared strings"))
    }
    if text.isEmpty { return }
    if text.utf8.count > limits.cellBytes { return failCell() }
    if column > limits.columns {
      return fail(.tooManyColumns(line: line, limit: limits.columns))
    }
    while cells.count < column - 1 { cells.append("") }
    cells.append(text)
  }

  private func failCell() {
    fail(.cellTooLong(line: line, column: column, limit: limits.cellBytes))
  }

  private func endRow() {
    if cells.isEmpty { return }
    count += 1
    if count > limits.records { return fail(.tooManyRecords(limit: limits.records)) }
    width = max(width, cells.count)
    while cells.count < width { cells.append("") }
    if !give(SheetRow(line: line, cells: cells)) { stop() }
  }
}
