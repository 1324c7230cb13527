import Spreadsheet
import Testing

@Suite("Text encodings")
struct EncodingTests {
  /// A table that each encoding can hold.
  private static let cells = [["Name", "City"], ["Søren", "Zürich"], ["Chloé", "Málaga – €"]]

  private static let text = cells.map { $0.joined(separator: ",") }.joined(separator: "\r\n")

  private static func utf16(_ text: String, low: Int) -> [UInt8] {
    text.utf16.flatMap { unit in
      let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return [halves[low], halves[1 - low]]
    }
  }

  /// Windows-1252 for what the tests hold of it.
  static func windows1252(_ text: String) -> [UInt8] {
    let upper: [Unicode.Scalar: UInt8] = ["€": 0x80, "–": 0x96, "’": 0x92, "Ÿ": 0x9F, "ž": 0x9E]
    return text.unicodeScalars.map { upper[$0] ?? UInt8($0.value) }
  }

  private static let files: [(TextEncoding, String, [UInt8])] = [
    (.utf8, "UTF-8", Array(text.utf8)),
    (.utf8WithMark, "UTF-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    (.utf16LittleEndian, "UTF-16", [0xFF, 0xFE] + utf16(text, low: 0)),
    (.utf16BigEndian, "UTF-16", [0xFE, 0xFF] + utf16(text, low: 1)),
    (.windows1252, "Windows-1252", windows1252(text)),
  ]

  @Test("Each encoding is recognized and gives the same cells", arguments: files)
  func encodings(encoding: TextEncoding, name: String, bytes: [UInt8]) throws {
    let table = try Table.of(bytes)
    #expect(table.problem == nil)
    #expect(table.format == .text(encoding, .comma))
    #expect(table.format.summary == "Text, \(name), separated by commas")
    #expect(table.cells == Self.cells)
  }

  @Test("Each encoding holds through many chunks", arguments: files.map(\.0))
  func chunks(encoding: TextEncoding) throws {
    // Odd lengths let characters fall on every side of a chunk's end.
    let marks = [TextEncoding.windows1252].contains(encoding) ? ["é€", "ÿŸ"] : ["é€", "明😀"]
    let cells = (0..<40_000).map {
      ["\($0)", marks[$0 % 2], String(repeating: "x", count: $0 % 7)]
    }
    let text = cells.map { $0.joined(separator: ";") + "\n" }.joined()
    let bytes: [UInt8]
    switch encoding {
    case .utf8: bytes = Array(text.utf8)
    case .utf8WithMark: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: bytes = [0xFF, 0xFE] + Self.utf16(text, low: 0)
    case .utf16BigEndian: bytes = [0xFE, 0xFF] + Self.utf16(text, low: 1)
    case .windows1252: bytes = Self.windows1252(text)
    }
    let table = try Table.of(bytes)
    #expect(table.problem == nil)
    #expect(table.format == .text(encoding, .semicolon))
    #expect(table.cells == cells)
  }

  @Test("Windows-1252 is recognized by one accent in the last row")
  func lateAccent() throws {
    let rows = String(repeating: "plain,row\n", count: 60_000)
    let table = try Table.of(Array(rows.utf8) + Self.windows1252("Zoë,last\n"))
    #expect(table.format == .text(.windows1252, .comma))
    #expect(table.rows.last == SheetRow(line: 60_001, cells: ["Zoë", "last"]))
  }

  @Test("All letters of Windows-1252 come out")
  func windows1252() throws {
    let holes: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let bytes = (UInt8(0x80)...0xFF).filter { !holes.contains($0) }
    let table = try Table.of(bytes + [0x0A])
    let expected =
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" + String((0xA0...0xFF).map { Character(Unicode.Scalar($0)) })
    #expect(table.cells == [[expected]])
  }

  @Test("A byte without meaning in Windows-1252 is told with its line")
  func hole() throws {
    let table = try Table.of(Self.windows1252("a,é\nb,") + [0x81] + Self.windows1252("\nc,d\n"))
    #expect(table.cells == [["a", "é"]])
    #expect(table.problem == .undecodable(line: 2))
  }

  @Test("UTF-8 with a cut character is not taken for Windows-1252, its line is told")
  func cutCharacter() throws {
    let start = "José,Zürich\n李,明\nZo"
    let table = try Table.of(Array(start.utf8) + [0xC3] + Array(",x\nlast,row\n".utf8))
    #expect(table.format == .text(.utf8, .comma))
    #expect(table.cells == [["José", "Zürich"], ["李", "明"]])
    #expect(table.problem == .undecodable(line: 3))
  }

  @Test(
    "Text that breaks off within a character is told",
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x61, 0xC3], [0xFF, 0xFE, 0x61, 0x00, 0x62],
      [0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8], [0xFE, 0xFF, 0xD8, 0x3D],
      [0xFE, 0xFF, 0x00, 0x61, 0xDC, 0x00, 0x00, 0x61],
    ])
  func breaksOff(bytes: [UInt8]) throws {
    let table = try Table.of(bytes)
    #expect(table.problem?.line != nil)
    #expect([SheetProblem.undecodable(line: 1), .undecodable(line: 2)].contains(table.problem))
  }

  @Test("UTF-16 without a mark is refused as no plain text")
  func unmarkedUTF16() throws {
    let table = try Table.of(Self.utf16("a,b\nc,d\n", low: 0))
    #expect(table.rows == [])
    #expect(table.problem == .nulByte(line: 1, column: 1))
  }
}
