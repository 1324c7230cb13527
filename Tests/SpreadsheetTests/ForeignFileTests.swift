import Spreadsheet
import Testing

@Suite("Files that are no readable table")
struct ForeignFileTests {
  @Test(
    "Each kind of kept file is recognized",
    arguments: [
      ("old.xls", SheetProblem.foreign(.oldExcel)),
      ("open.ods", .foreign(.openDocument)),
      ("encrypted.xlsx", .passwordProtected),
      ("locked.xlsx", .passwordProtected),
    ])
  func kept(name: String, problem: SheetProblem) throws {
    #expect(try openingProblem(try Fixture.bytes(name)) == problem)
  }

  @Test(
    "Each kind of text is recognized by its beginning",
    arguments: [
      ("<html><table><tr><td>1</td></tr></table></html>", ForeignFile.webPage),
      ("\u{FEFF}\r\n  <!DOCTYPE HTML>\n<p>", .webPage),
      ("<Table border=1><tr>", .webPage),
      ("MIME-Version: 1.0\r\nContent-Type: multipart/related", .webPage),
      ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", .xml),
      ("{\\rtf1\\ansi", .document),
      ("%PDF-1.7\n", .pdf),
      ("GIF89a", .picture),
      ("Rar!\u{1A}\u{07}", .archive),
    ])
  func texts(text: String, kind: ForeignFile) throws {
    #expect(try openingProblem(Array(text.utf8)) == .foreign(kind))
  }

  @Test("A web page in UTF-16 is recognized too")
  func wideWebPage() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(try openingProblem(bytes) == .foreign(.webPage))
  }

  @Test(
    "Other binary files are recognized by their signs",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], ForeignFile.picture),
      ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
      ([0x1F, 0x8B, 0x08, 0x00], .archive),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
      ([0x09, 0x04, 0x06, 0x00, 0x00, 0x00], .oldExcel),
    ])
  func binary(bytes: [UInt8], kind: ForeignFile) throws {
    #expect(try openingProblem(bytes) == .foreign(kind))
  }

  @Test(
    "Archives of other programs are recognized by their files",
    arguments: [
      ("xl/workbook.bin", ForeignFile.binaryExcel), ("word/document.xml", .document),
      ("ppt/presentation.xml", .document), ("Index/Document.iwa", .numbers),
      ("roster.csv", .archive),
    ])
  func archives(name: String, kind: ForeignFile) throws {
    #expect(try openingProblem(StoredZip([name: "x"]).bytes) == .foreign(kind))
  }

  @Test("An archive with nothing in it is no workbook")
  func emptyArchive() throws {
    #expect(try openingProblem(StoredZip([:]).bytes) == .foreign(.archive))
  }

  @Test("An empty file is told as such")
  func empty() throws {
    #expect(try openingProblem([]) == .empty)
  }

  @Test("A missing file and a folder are not readable", arguments: [("nowhere", 2), (".", 22)])
  func unreadable(name: String, code: Int32) {
    let problem = #expect(throws: SheetProblem.self) {
      _ = try SheetReader(path: Fixture.path(name))
    }
    #expect(problem == .unreadable(code: code))
  }

  @Test("An archive that breaks off is damaged, wherever it breaks", arguments: [5, 1000, 4900])
  func brokenArchive(length: Int) throws {
    let problem = try openingProblem(try Fixture.bytes("inline.xlsx").prefix(length))
    guard case .damaged? = problem else {
      Issue.record("expected a damaged workbook, got \(String(describing: problem))")
      return
    }
  }

  @Test("Every kind says how to get a file that can be read", arguments: ForeignFile.allCases)
  func sentences(kind: ForeignFile) {
    let sentence = SheetProblem.foreign(kind).sentence
    #expect(sentence.hasPrefix("This is a"))
    #expect(sentence.contains("XLSX or CSV"))
  }
}
