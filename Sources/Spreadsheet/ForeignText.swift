/// Recognizes text that is no table by how it begins.
enum ForeignText {
  /// Openings in lower case, and what a file that begins so is.
  private static let openings: [(String, ForeignFile)] = [
    ("<?xml", .xml), ("<workbook", .xml),
    ("<!doctype html", .webPage), ("<html", .webPage), ("<head", .webPage),
    ("<meta", .webPage), ("<body", .webPage), ("<style", .webPage), ("<table", .webPage),
    ("<div", .webPage), ("<!--", .webPage), ("mime-version:", .webPage),
    ("{\\rtf", .document),
  ]

  /// The kind of a file whose text begins so, or nil if it can be a table.
  static func kind(of text: UnsafeRawBufferPointer) -> ForeignFile? {
    let start = text.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let lowered = start.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return openings.first { lowered.starts(with: $0.0.utf8) }?.1
  }
}
