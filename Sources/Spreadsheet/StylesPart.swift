/// A workbook's styles, of which only the number formats matter here.
final class StylesPart: PartReader {
  /// The number format of each cell style, by the number that cells give.
  private(set) var formats: [NumberFormat] = []

  private var custom: [Int: NumberFormat] = [:]
  private var isCellStyles = false

  /// Excel's own limit of styles.
  private static let most = 65_536

  override func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        custom[id] = NumberFormat(code: attributes["formatCode"] ?? "")
      }
    case "cellXfs": isCellStyles = true
    case "xf":
      guard isCellStyles else { return }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(custom[id] ?? NumberFormat(builtIn: id))
    default: break
    }
    if max(formats.count, custom.count) > Self.most { fail(.damaged(part: "styles")) }
  }

  override func end(_ name: String) {
    if name == "cellXfs" { isCellStyles = false }
  }
}
