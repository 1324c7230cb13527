/// A workbook's styles, of which only the number formats matter here.
struct StylesPart {
  /// The number format of each cell style, by the number that cells give.
  private(set) var formats: [NumberFormat] = []

  /// Excel's own limit of styles.
  private static let most = 65_536

  /// Reads the file.
  init(_ entry: ZipEntry) throws(SheetProblem) {
    var reader = try MarkupReader(entry)
    var custom: [Int: NumberFormat] = [:]
    var isCellStyles = false
    while let token = try reader.next() {
      switch (token, reader.name) {
      case (.start, "numFmt"):
        guard let id = try reader.attribute("numFmtId").flatMap({ Int($0) }) else { break }
        custom[id] = NumberFormat(code: try reader.attribute("formatCode") ?? "")
      case (.start, "xf") where isCellStyles:
        let id = try reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(custom[id] ?? NumberFormat(builtIn: id))
      case (.start, "cellXfs"): isCellStyles = true
      case (.end, "cellXfs"): isCellStyles = false
      default: break
      }
      if max(formats.count, custom.count) > Self.most { throw .damaged(part: entry.name) }
    }
  }
}
