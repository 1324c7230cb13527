/// An opened workbook: its tabs, and what is needed to understand their cells.
struct Workbook {
  /// The worksheets, with their paths in the archive.
  let sheets: [(sheet: WorkbookPart.Sheet, path: String)]

  private let archive: ZipArchive
  private let path: String
  private let targets: RelationshipsPart
  private let epoch: SerialDate.Epoch

  /// Opens the archive at `path` and reads which sheets there are.
  init(path: String, limits: SheetLimits) throws(SheetProblem) {
    archive = try ZipArchive(path: path, limits: limits)
    self.path = try Self.mainPart(archive)
    let book = WorkbookPart()
    guard try Self.read(book, at: self.path, in: archive) else { throw .foreign(.archive) }
    epoch = book.epoch
    let targets = RelationshipsPart(of: self.path)
    _ = try Self.read(targets, at: RelationshipsPart.path(of: self.path), in: archive)
    self.targets = targets
    sheets = book.sheets.compactMap { sheet in
      let target = targets.targets.first { $0.id == sheet.reference && $0.type == "worksheet" }
      return target.map { (sheet, $0.path) }
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
    guard let entry = try archive.open(found.path) else { throw .damaged(part: found.path) }
    return (found.sheet.name, entry)
  }

  /// What makes text of its cells: the shared strings and the number formats.
  func cellText(limits: SheetLimits) throws(SheetProblem) -> CellText {
    let strings = SharedStringsPart(limits: limits)
    if let path = targets.first("sharedStrings")?.path {
      guard try Self.read(strings, at: path, in: archive) else { throw .damaged(part: path) }
    }
    let styles = StylesPart()
    if let path = targets.first("styles")?.path {
      guard try Self.read(styles, at: path, in: archive) else { throw .damaged(part: path) }
    }
    return CellText(strings: strings.strings, formats: styles.formats, epoch: epoch)
  }

  /// Reads a part, or answers false if the archive has none at that path.
  private static func read(
    _ part: PartReader, at path: String, in archive: ZipArchive
  ) throws(SheetProblem) -> Bool {
    guard let entry = try archive.open(path) else { return false }
    try part.read(entry)
    return true
  }

  /// The path of the workbook's own file, for archives that have one.
  private static func mainPart(_ archive: ZipArchive) throws(SheetProblem) -> String {
    if let kind = try ForeignArchive.kind(of: archive) { throw .foreign(kind) }
    let package = RelationshipsPart(of: "")
    _ = try read(package, at: RelationshipsPart.path(of: ""), in: archive)
    return package.first("officeDocument")?.path ?? "xl/workbook.xml"
  }
}
