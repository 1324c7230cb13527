import Spreadsheet
import Testing

@Suite("Random input")
struct FuzzTests {
  /// How many inputs each seed gives.
  private static let rounds = 40

  /// Bytes that matter to the readers, far more often than chance would bring them.
  private static let pieces: [[UInt8]] = [
    [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x7C], [0x0A], [0x0D], [0x0D, 0x0A], [0x20],
    [0x61], [0xC3, 0xA9], [0xE6, 0x98, 0x8E], [0xF0, 0x9F, 0x98, 0x80], [0xC3], [0x81], [0x00],
    [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xD8, 0x3D],
  ]

  private func random(_ random: inout Seeded) -> [UInt8] {
    (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
      let any = [UInt8.random(in: 0...255, using: &random)]
      return Bool.random(using: &random) ? Self.pieces.randomElement(using: &random) ?? any : any
    }
  }

  @Test("Random bytes are read or refused, never worse", arguments: 0..<8)
  func anyBytes(seed: UInt64) throws {
    var seeded = Seeded(seed)
    for _ in 0..<Self.rounds {
      let start = Bool.random(using: &seeded) ? Self.pieces.randomElement(using: &seeded) : nil
      let bytes = (start ?? []) + random(&seeded)
      guard let table = try Table.ifOpened(bytes) else { continue }
      let lines = table.rows.map(\.line)
      #expect(lines == lines.sorted() && Set(lines).count == lines.count, "\(bytes)")
      #expect(!table.rows.contains { $0.cells.allSatisfy(\.isEmpty) }, "\(bytes)")
    }
  }

  @Test(
    "Damaged workbooks are read or refused, never worse",
    arguments: [
      "values.xlsx", "inline.xlsx", "chart-first.xlsx",
    ])
  func damagedWorkbooks(name: String) throws {
    let whole = try Fixture.bytes(name)
    var seeded = Seeded(7)
    for _ in 0..<Self.rounds {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &seeded) {
        bytes[Int.random(in: 4..<bytes.count, using: &seeded)] =
          UInt8.random(in: 0...255, using: &seeded)
      }
      if Int.random(in: 0..<5, using: &seeded) == 0 { bytes.removeLast(bytes.count / 3) }
      guard let table = try Table.ifOpened(bytes) else { continue }
      #expect(table.rows.count <= 40)
    }
  }

  @Test("What is written is read back, but for guarded cells", arguments: 0..<8)
  func roundTrip(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let alphabet = Array("ab,;\t|\"\r\n '=-5+é明😀")
    for _ in 0..<Self.rounds / 2 {
      let width = Int.random(in: 1...5, using: &seeded)
      let rows = (0..<Int.random(in: 1...30, using: &seeded)).map { _ in
        (0..<width).map { _ in Self.word(alphabet, upTo: 6, &seeded) }
      }
      var writer = CSVWriter(byteOrderMark: Bool.random(using: &seeded))
      for row in rows { writer.write(row) }
      let table = try Table.of(writer.bytes)
      let expected = rows.enumerated()
        .filter { !$0.element.allSatisfy(\.isEmpty) }
        .map { SheetRow(line: $0.offset + 1, cells: $0.element.map(guarded)) }
      #expect(table.problem == nil)
      #expect(table.rows == expected)
    }
  }

  private static func word(
    _ alphabet: [Character], upTo length: Int, _ random: inout Seeded
  ) -> String {
    let places = 0..<Int.random(in: 0...length, using: &random)
    return String(places.compactMap { _ in alphabet.randomElement(using: &random) })
  }

  /// What the writer promises to make of a cell.
  private func guarded(_ cell: String) -> String {
    let isNumber = cell.wholeMatch(of: /[+-][0-9]+(\.[0-9]+)?/) != nil
    let isOpener = cell.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) }
    return isOpener == true && !isNumber ? "'" + cell : cell
  }

  @Test("Records are cut as a slow and obvious reader cuts them", arguments: 0..<8)
  func oracle(seed: UInt64) throws {
    var seeded = Seeded(seed)
    for _ in 0..<Self.rounds {
      // A first record of many commas settles the delimiter.
      let start = "h,h,h,h,h,h,h,h,h\n"
      let whole = start + Self.word(Array("ab \",\",\n\ré\""), upTo: 25, &seeded)
      let expected = SlowReader.records(Array(whole.utf8))
      let table = try Table.of(whole)
      #expect(table.rows == expected.rows, "\(whole.debugDescription)")
      #expect((table.problem == nil) == expected.isComplete, "\(whole.debugDescription)")
    }
  }
}

/// The rules of `RecordScanner` in their plainest form, a byte at a time.
enum SlowReader {
  private enum Place { case start, plain, quoted, closed }

  /// The records of a text with commas, and whether it ends outside of quotes.
  static func records(_ bytes: [UInt8]) -> (rows: [SheetRow], isComplete: Bool) {
    var rows: [SheetRow] = []
    var line = 1
    var cells: [String] = []
    var cell: [UInt8] = []
    var place = Place.start
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      (cell, place) = ([], .start)
    }
    func endRecord() {
      endCell()
      if !cells.allSatisfy(\.isEmpty) { rows.append(SheetRow(line: line, cells: cells)) }
      (cells, line) = ([], line + 1)
    }
    for (index, byte) in bytes.enumerated() {
      switch (place, byte) {
      case (.start, 0x22): place = .quoted
      case (.quoted, 0x22): place = .closed
      case (.closed, 0x22):
        cell.append(byte)
        place = .quoted
      case (.quoted, _): cell.append(byte)
      case (_, 0x2C): endCell()
      case (_, 0x0A) where index > 0 && bytes[index - 1] == 0x0D: break
      case (_, 0x0A), (_, 0x0D): endRecord()
      default:
        cell.append(byte)
        place = .plain
      }
    }
    if place == .quoted { return (rows, false) }
    if !cells.isEmpty || !cell.isEmpty || place != .start { endRecord() }
    return (rows, true)
  }
}
