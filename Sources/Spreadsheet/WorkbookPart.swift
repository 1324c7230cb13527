/// A workbook's own file: which sheets it has, and from when its days count.
final class WorkbookPart: PartReader {
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

  override func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "workbookPr":
      if ["1", "true"].contains(attributes["date1904"]) { epoch = .year1904 }
    case "sheet":
      let reference = attributes.first { $0.key != "id" && Self.local($0.key) == "id" }
      let sheet = Sheet(
        name: attributes["name"] ?? "", reference: reference?.value ?? "",
        isVisible: ["visible", nil].contains(attributes["state"]))
      sheets.append(sheet)
      if sheets.count > Self.most { fail(.damaged(part: "workbook")) }
    default: break
    }
  }
}
