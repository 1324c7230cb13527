/// A workbook's own file: which sheets it has, and from when its days count.
struct WorkbookPart {
  /// A tab of the workbook.
  struct Sheet: Equatable {
    /// What the tab says.
    var name: String
    /// The reference to its part.
    var reference: String
    /// Whether people see the tab.
    var isVisible: Bool
  }

  /// All tabs in their order.
  private(set) var sheets: [Sheet] = []

  /// Where day 0 of the serial numbers is.
  private(set) var epoch = SerialDate.Epoch.year1900

  private static let most = 2_000

  /// Reads the file.
  init(_ entry: ZipEntry) throws(SheetProblem) {
    var reader = try MarkupReader(entry)
    while let token = try reader.next() {
      guard token == .start else { continue }
      if reader.name == "workbookPr", ["1", "true"].contains(try reader.attribute("date1904")) {
        epoch = .year1904
      }
      guard reader.name == "sheet" else { continue }
      let state = try reader.attribute("state")
      sheets.append(
        Sheet(
          name: try reader.attribute("name") ?? "",
          reference: try reader.attribute(prefixed: "id") ?? "",
          isVisible: state == nil || state == "visible"))
      if sheets.count > Self.most { throw .damaged(part: entry.name) }
    }
  }
}
