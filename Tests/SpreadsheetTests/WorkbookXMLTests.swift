import Spreadsheet
import Testing

@Suite("Workbooks, part by part")
struct WorkbookXMLTests {
  private func cells(_ rows: String) throws -> [[String]] {
    try Table.of(HandmadeWorkbook.rows(rows).bytes).cells
  }

  private func isDamaged(_ problem: SheetProblem?) -> Bool {
    if case .damaged? = problem { true } else { false }
  }

  @Test("Rows and cells without references follow each other")
  func unreferenced() throws {
    let table = try Table.of(
      HandmadeWorkbook.rows(
        """
        <row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row/>\
        <row><c><v>6</v></c></row><row r="9"><c r="ab9"/><c r="B9"><v>7</v></c></row>
        """
      ).bytes)
    #expect(
      table.rows == [
        SheetRow(line: 1, cells: ["1", "", "", "4", "5"]),
        SheetRow(line: 3, cells: ["6", "", "", "", ""]),
        SheetRow(line: 9, cells: [""] + Array(repeating: "", count: 27) + ["7"]),
      ])
  }

  @Test("Rows are filled up to the widest one so far")
  func widths() throws {
    let found = try cells(
      """
      <row><c r="A1"><v>1</v></c></row><row><c r="C2"><v>2</v></c><c r="F2" s="0"/></row>\
      <row><c r="B3"><v>3</v></c></row>
      """)
    #expect(found == [["1"], ["", "", "2"], ["", "3", ""]])
  }

  @Test("Texts come without pronunciations and with escapes resolved, formulas not at all")
  func texts() throws {
    let found = try cells(
      """
      <row><c t="inlineStr"><is><r><t>東</t></r><rPh><t>とう</t></rPh><r><t xml:space="preserve"> 京\
      </t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>a_x000D_b_x005F_x_X0041_</v></c>\
      <c t="inlineStr"><is><t><![CDATA[<&]]>&#233;&lt;</t></is></c>\
      <c t="inlineStr"><is><t> </t></is></c></row>
      """)
    #expect(found == [["東 京", "a\rb_x_X0041_", "<&é<", " "]])
  }

  @Test("Numbers come as a sheet shows them")
  func numbers() throws {
    let stored = [
      "5.0", "-5.0", "-0", "1E3", "3.2000000000000002", "123456789012345678", "1e300", "12e",
      "0.1",
    ]
    let row = stored.map { "<c><v>\($0)</v></c>" }.joined()
    let expected = ["5", "-5", "0", "1000", "3.2", "123456789012345678", "1e+300", "12e", "0.1"]
    #expect(try cells("<row>\(row)</row>") == [expected])
  }

  @Test("Days in ISO form lose a midnight")
  func isoDays() throws {
    let stored = ["2026-07-01", "2026-07-01T00:00:00", "2026-07-01T18:30:00.000Z"]
    let row = stored.map { "<c t=\"d\"><v>\($0)</v></c>" }.joined()
    let expected = ["2026-07-01", "2026-07-01", "2026-07-01 18:30:00"]
    #expect(try cells("<row>\(row)</row>") == [expected])
  }

  @Test("Prefixed names are understood, and only the table is read")
  func prefixed() throws {
    var workbook = HandmadeWorkbook(
      sheet: """
        <?xml version="1.0"?><x:worksheet xmlns:x="urn:x"><x:sheetPr><x:c/></x:sheetPr>\
        <x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>\
        <x:headerFooter><x:v>99</x:v></x:headerFooter></x:worksheet>
        """)
    workbook.strings = "<x:sst xmlns:x=\"urn:x\"><x:si><x:t>shared</x:t></x:si></x:sst>"
    workbook.workbook = """
      <x:workbook xmlns:x="urn:x" xmlns:q="r"><x:sheets><x:sheet name="One" id="7" q:id="a"/>\
      </x:sheets></x:workbook>
      """
    #expect(
      try Table.of(workbook.bytes).rows == [SheetRow(line: 2, cells: ["", "shared"])])
  }

  @Test("A workbook without visible sheets is told as such", arguments: ["hidden", "veryHidden"])
  func invisible(state: String) throws {
    var workbook = HandmadeWorkbook.rows("")
    workbook.workbook = """
      <workbook xmlns:r="r"><sheets><sheet name="One" r:id="a" state="\(state)"/></sheets>\
      </workbook>
      """
    #expect(try openingProblem(workbook.bytes) == .noVisibleSheet)
  }

  @Test("A sheet without rows has none")
  func noRows() throws {
    let table = try Table.of(HandmadeWorkbook.rows("<row r=\"5\"><c r=\"A5\"/></row>").bytes)
    #expect(table.rows == [])
    #expect(table.problem == nil)
  }

  @Test("A sheet that breaks off gives its rows and then the problem")
  func breaksOff() throws {
    let workbook = HandmadeWorkbook(
      sheet: "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2")
    let table = try Table.of(workbook.bytes)
    #expect(table.cells == [["1"]])
    #expect(isDamaged(table.problem))
  }

  @Test("A sheet whose checksum is wrong is damaged")
  func checksum() throws {
    var bytes = HandmadeWorkbook.rows("<row><c><v>123456</v></c></row>").bytes
    let place = try #require(bytes.firstRange(of: Array("123456".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "9")
    #expect(isDamaged(try Table.of(bytes).problem))
  }

  @Test("A cell that refers to no shared string is damage")
  func missingString() throws {
    let workbook = HandmadeWorkbook.rows("<row><c t=\"s\"><v>3</v></c></row>")
    #expect(isDamaged(try Table.of(workbook.bytes).problem))
  }

  @Test(
    "Document types, and so entities, are refused",
    arguments: [
      "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "<!DOCTYPE w SYSTEM 'http://x/'>",
      "<!DOCTYPE w [<!ENTITY e 'lol'><!ENTITY f '&e;&e;&e;'>]>",
    ])
  func documentTypes(type: String) throws {
    let comment = "<!--\(String(repeating: " ", count: 200_000))-->"
    for before in ["", "<?xml version=\"1.0\"?>", comment] {
      var workbook = HandmadeWorkbook.rows("<row><c><v>1</v></c></row>")
      workbook.sheet = before + type + workbook.sheet
      let table = try Table.of(workbook.bytes)
      #expect(table.rows == [])
      #expect(isDamaged(table.problem))
    }
  }

  @Test("A sheet of many chunks is read whole, and may be left in the middle")
  func manyChunks() throws {
    let words = (0..<3000).map { String(repeating: ["é", "明", "😀", "x"][$0 % 4], count: $0 % 90) }
    let rows = words.map { "<row><c t=\"str\"><v>\($0)|&#13;\r\n&amp;</v></c></row>\n" }
    let bytes = HandmadeWorkbook.rows(rows.joined()).bytes
    #expect(bytes.count > 400_000)
    let table = try Table.of(bytes)
    #expect(table.problem == nil)
    #expect(table.cells == words.map { ["\($0)|\r\n&"] })
    try Fixture.with(bytes) { path in
      var reader = try SheetReader(path: path)
      #expect(try reader.next()?.line == 1)
    }
  }

  @Test("Absurd numbers of rows, columns and styles do no harm")
  func absurd() throws {
    let large = "9223372036854775807"
    let found = try cells(
      """
      <row r="\(large)"><c r="A1" s="\(large)"><v>1</v></c></row>\
      <row r="-4"><c r="ZZZZZZ1" s="-1"><v>2</v></c><c r="1"><v>3</v></c></row>
      """)
    #expect(found == [["1"], ["2", "3"]])
  }
}
