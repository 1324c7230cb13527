/// A workbook of one sheet, written out part by part.
struct HandmadeWorkbook {
  /// What stands in the worksheet's part.
  var sheet = ""
  var workbook = #"<workbook xmlns:r="r"><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#
  var styles = "<styleSheet/>"
  var strings = "<sst/>"

  private static let relationships = """
    <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/>\
    <Relationship Id="b" Type="x/styles" Target="/xl/styles.xml"/>\
    <Relationship Id="c" Type="x/sharedStrings" Target="../xl/./strings.xml"/></Relationships>
    """

  /// A workbook whose sheet has these rows.
  static func rows(_ rows: String) -> HandmadeWorkbook {
    HandmadeWorkbook(sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
  }

  /// The workbook's archive.
  var bytes: [UInt8] {
    StoredZip([
      "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": Self.relationships,
      "xl/worksheets/one.xml": sheet, "xl/styles.xml": styles, "xl/strings.xml": strings,
    ]).bytes
  }
}
