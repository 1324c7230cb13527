/// Recognizes ZIP archives that are documents of other programs.
enum ForeignArchive {
  /// Files that only one kind of document has.
  private static let signs: [(String, ForeignFile)] = [
    ("xl/workbook.bin", .binaryExcel),
    ("word/document.xml", .document),
    ("ppt/presentation.xml", .document),
    ("Index/Document.iwa", .numbers),
    ("Index.zip", .numbers),
  ]

  private static let openDocument = "application/vnd.oasis.opendocument."

  /// The kind of an archive, or nil if it can be a workbook.
  static func kind(of archive: ZipArchive) throws(SheetProblem) -> ForeignFile? {
    if let sign = signs.first(where: { archive.contains($0.0) }) { return sign.1 }
    guard let entry = try archive.open("mimetype") else { return nil }
    let start = try entry.start(openDocument.utf8.count)
    return start == Array(openDocument.utf8) ? .openDocument : nil
  }
}
