/// An opened workbook: its tabs, and what is needed to understand their cells.
struct Workbook {
  /// The worksheets, with their paths in the archive.
  let sheets: [(sheet: WorkbookPart.Sheet, path: String)]

  private let archive: ZipArchive
  private let parts: RelationshipsPart
  private let epoch: SerialDate.Epoch

  /// Opens the archive at `path` and reads which sheets there are.
  init(path: String, limits: SheetLimits) throws(SheetProblem) {
    archive = try ZipArchive(path: path, limits: limits)
    if let kind = try ForeignArchive.kind(of: archive) { throw .foreign(kind) }
    let package = try RelationshipsPart(of: "", in: archive)
    let main = package.first("officeDocument")?.path ?? "xl/workbook.xml"
    guard let entry = try archive.open(main) else { throw .foreign(.archive) }
    let book = try WorkbookPart(entry)
    epoch = book.epoch
    let parts = try RelationshipsPart(of: main, in: archive)
    self.parts = parts
    sheets = book.sheets.compactMap { sheet in
      let part = parts.targets.first { $0.id == sheet.reference && $0.type == "worksheet" }
      return part.map { (sheet, $0.path) }
    }
  }

  /// The names of the tabs that people see.
  var visibleNames: [String] { sheets.filter(\.sheet.isVisible).map(\.sheet.name) }

  /// The sheet of that name, which may be hidden, or the first visible one.
  func sheet(named name: String?) throws(SheetProblem) -> (name: String, entry: ZipEntry) {
    let found = sheets.first { name == nil ? $0.sheet.isVisible : $0.sheet.name == name }
    guard let found else {
      throw name.map { .noSheet(named: $0, among: visibleNames) } ?? .noVisibleSheet
    }
    return (found.sheet.name, try open(found.path))
  }

  /// What makes text of its cells: the shared strings and the number formats.
  func cellText(limits: SheetLimits) throws(SheetProblem) -> CellText {
    var text = CellText(strings: [], formats: [], epoch: epoch)
    if let path = parts.first("sharedStrings")?.path {
      text.strings = try SharedStringsPart(try open(path), limits: limits).strings
    }
    if let path = parts.first("styles")?.path {
      text.formats = try StylesPart(try open(path)).formats
    }
    return text
  }

  private func open(_ path: String) throws(SheetProblem) -> ZipEntry {
    guard let entry = try archive.open(path) else { throw .damaged(part: path) }
    return entry
  }
}
