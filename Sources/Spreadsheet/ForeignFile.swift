/// Kinds of file that people send for a table and that we recognize only to say what to do.
package enum ForeignFile: Sendable, Equatable, CaseIterable {
  /// Excel's binary format up to 2003 (`.xls`).
  case oldExcel
  /// Excel's binary workbook (`.xlsb`).
  case binaryExcel
  /// Excel's XML of 2003, or any other XML.
  case xml
  /// A web page, often named `.xls` by the program that made it.
  case webPage
  /// OpenDocument, as LibreOffice saves it (`.ods`).
  case openDocument
  /// An Apple Numbers document.
  case numbers
  /// A Word document or another text with layout.
  case document
  /// A PDF.
  case pdf
  /// A picture, such as a screenshot of a table.
  case picture
  /// An archive without a workbook in it.
  case archive

  /// What the file is, and what to do about it.
  var sentence: String {
    switch self {
    case .oldExcel:
      "This is an Excel file of the old kind (.xls). Open it in Excel and save it as XLSX or CSV."
    case .binaryExcel:
      "This is a binary Excel workbook (.xlsb). Open it in Excel and save it as XLSX or CSV."
    case .xml:
      "This is an XML file, not a table. Open it in Excel and save it as XLSX or CSV."
    case .webPage:
      "This is a web page, whatever its name says. Open it in Excel and save it as XLSX or CSV."
    case .openDocument:
      "This is an OpenDocument file. Open it in LibreOffice and save it as XLSX or CSV."
    case .numbers:
      "This is a Numbers document. Open it in Numbers and export it as XLSX or CSV."
    case .document:
      "This is a text document, not a table. Copy the table into Excel and save it as XLSX or CSV."
    case .pdf:
      "This is a PDF. Ask the system it came from for an export as XLSX or CSV."
    case .picture:
      "This is a picture. Ask the system it came from for an export as XLSX or CSV."
    case .archive:
      "This is an archive without a workbook in it. Unpack it and send the XLSX or CSV file inside."
    }
  }
}
