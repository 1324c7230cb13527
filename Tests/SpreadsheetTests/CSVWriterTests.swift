import Spreadsheet
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  private func text(_ rows: [[String]], byteOrderMark: Bool = false) -> String {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Cells are quoted where they need it")
  func quotes() {
    let rows = [
      ["plain", "two words", "", "é"], ["a,b", "say \"hi\"", "line\nbreak", "cr\rx"],
      [" edge", "edge ", "a;b", "a\tb", "a|b"],
    ]
    #expect(
      text(rows) == """
        plain,two words,,é\r
        "a,b","say ""hi""\","line\nbreak","cr\rx"\r
        " edge","edge ","a;b","a\tb","a|b"\r\n
        """)
  }

  @Test(
    "What looks like a formula gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1 555 0100", "'+1 555 0100"), ("-", "'-"),
      ("-cmd", "'-cmd"), ("--5", "'--5"), ("-5.", "'-5."), ("-.5", "'-.5"), ("+1.2.3", "'+1.2.3"),
      ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"),
      ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("\0=1", "'=1"), ("-5\n", "\"'-5\n\""), ("-٣", "'-٣"),
    ])
  func formulas(cell: String, written: String) {
    #expect(text([["x", cell]]) == "x,\(written)\r\n")
  }

  @Test(
    "Plain numbers and everything else stay",
    arguments: [
      "-5", "+3.2", "-0.50", "5", "a=b", "'quoted", "’", "É", "−5", "ﬀ", "#N/A", "1-2",
    ])
  func harmless(cell: String) {
    #expect(text([["x", cell]]) == "x,\(cell)\r\n")
  }

  @Test("A mark comes first and once if asked for")
  func mark() {
    #expect(text([["a"], ["b"]], byteOrderMark: true) == "\u{FEFF}a\r\nb\r\n")
    #expect(text([], byteOrderMark: true) == "\u{FEFF}")
  }

  @Test("NUL bytes are left out, and an empty record differs from an empty line")
  func oddities() {
    #expect(text([["a\0b"], [""], []]) == "ab\r\n\"\"\r\n\r\n")
  }

  @Test("Draining hands over each byte once")
  func drain() {
    var writer = CSVWriter()
    var pieces: [[UInt8]] = [writer.drain()]
    for row in [["a", "b"], ["c"]] {
      writer.write(row)
      pieces.append(writer.drain())
    }
    #expect(pieces == [[], Array("a,b\r\n".utf8), Array("c\r\n".utf8)])
    #expect(writer.bytes == [])
  }
}
