import Attachments
import Testing

/// Texts hold what a reader sees.
@Suite struct TextTests {
  private func clean(_ text: String) throws -> String {
    let clean = try CleanFile(received: Array(text.utf8))
    #expect(clean.kind == .text)
    #expect(try CleanFile(received: clean.bytes) == clean)
    return String(decoding: clean.bytes, as: UTF8.self)
  }

  /// A text as it was written and as it is seen; named by the latter, which a log can show.
  struct Seen: Sendable, CustomTestStringConvertible {
    let text: String
    let seen: String

    init(_ text: String, _ seen: String) {
      self.text = text
      self.seen = seen
    }

    var testDescription: String { seen.debugDescription }
  }

  @Test(arguments: [
    Seen("plain\twords, “quoted”: é 明 😀", "plain\twords, “quoted”: é 明 😀"),
    Seen("\u{FEFF}one\r\ntwo\rthree\u{85}four\u{2028}five", "one\ntwo\nthree\nfour\nfive"),
    Seen("a\u{7}b\u{1B}[31mc\u{7F}d\u{9B}e", "ab[31mcde"),
    Seen("marked\u{200B}\u{200C}\u{2060}\u{FEFF} copy\u{AD}", "marked copy"),
    Seen("\u{202E}turned\u{202C} \u{2066}about\u{2069}\u{200F}", "turned about"),
    Seen("flag\u{E0041}\u{E0042}s \u{2764}\u{FE0F} x\u{E0100}", "flags \u{2764} x"),
    Seen("thin\u{2009}and\u{A0}wide\u{202F}spaces\u{3000}of", "thin and wide spaces\u{3000}of"),
    Seen("ends \t \n with  spaces   \n\n \n", "ends\n with  spaces"),
    Seen("note\u{FFF9}d\u{FFFB}, none\u{FFFE}", "noted, none"),
  ])
  func `a text keeps what is seen and loses what is not`(_ text: Seen) throws {
    #expect(try clean(text.text) == text.seen)
  }

  @Test(arguments: [
    "می\u{200C}خواهم", "क्\u{200D}ष", "\u{0600}١٢٣", "e\u{301}", "明\u{3000}日",
  ])
  func `what a script needs stays`(_ text: String) throws {
    #expect(try clean(text) == text)
  }

  @Test func `joiners that join nothing are gone, however many`() throws {
    #expect(try clean("ab\u{200D}\u{200C}c می\u{200C}\u{200D}\u{200C}خ") == "abc می\u{200C}خ")
  }

  @Test func `a text of nothing that is seen is empty`() {
    for text in ["", "\u{FEFF}", " \r\n\t", "\u{200B}\u{202E}"] {
      expectProblem(.empty, Array(text.utf8))
    }
  }

  @Test func `text in another encoding is named as such`() {
    expectProblem(.encoding, [0xFF, 0xFE, 0x61, 0])
    expectProblem(.encoding, [0xFE, 0xFF, 0, 0x61])
    expectProblem(.encoding, Array("Caf".utf8) + [0xE9])
  }

  @Test func `bytes that are no text are not taken for one`() {
    expectProblem(.unknown, [1, 2, 3, 0xFF])
    expectProblem(.unknown, Array("words".utf8) + [0])
  }

  @Test func `what hides behind invisible characters is found`() {
    expectProblem(.foreign(.markup), Array("\u{1}<ht\u{200B}ml>".utf8))
    expectProblem(.foreign(.pdf), Array("\u{FEFF}%P\u{1}DF-1.7".utf8))
  }
}
