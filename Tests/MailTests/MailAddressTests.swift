import Mail
import Testing

@Suite struct MailAddressTests {
  @Test(arguments: [
    ("ana.nunez@riverbend.example", "ana.nunez", "riverbend.example"),
    (" Ana+gme@Riverbend.EXAMPLE\n", "Ana+gme", "riverbend.example"),
    ("o'brien_x@mail.a-b.xn--bcher-kva.example", "o'brien_x", "mail.a-b.xn--bcher-kva.example"),
    ("{}~!#$%&*/=?^`|-@1.2e", "{}~!#$%&*/=?^`|-", "1.2e"),
  ])
  func `An everyday address is taken`(text: String, local: String, domain: String) throws {
    let address = try MailAddress(text)
    #expect([address.local, address.domain] == [local, domain])
    #expect(address.description == "\(local)@\(domain)")
  }

  private static let refused: [(String, MailAddress.Problem)] = [
    ("", .incomplete), ("ana", .incomplete), ("@riverbend.example", .incomplete),
    ("ana@", .incomplete), ("núñez@riverbend.example", .notASCII),
    ("ana@bücher.example", .notASCII),
    (String(repeating: "a", count: 65) + "@x.example", .tooLong),
    ("a@" + String(repeating: "abcdefgh.", count: 28) + "example", .tooLong),
    ("ana nunez@x.example", .malformed), (".ana@x.example", .malformed),
    ("ana.@x.example", .malformed), ("a..b@x.example", .malformed), ("a@b@x.example", .malformed),
    ("\"a b\"@x.example", .malformed), ("ana@localhost", .malformed),
    ("ana@[127.0.0.1]", .malformed),
    ("ana@127.0.0.1", .malformed), ("ana@-x.example", .malformed), ("ana@x-.example", .malformed),
    ("ana@x..example", .malformed), ("ana@x_y.example", .malformed), ("ana@x.example.", .malformed),
    ("ana@" + String(repeating: "x", count: 64) + ".example", .malformed),
    ("ana@x.example\r\nRCPT TO:<eve@x.example>", .malformed), ("a\u{0}b@x.example", .malformed),
    ("ana@x.example, eve@x.example", .malformed), ("Ana <ana@x.example>", .malformed),
  ]

  @Test(arguments: refused)
  func `What is no everyday address is refused`(text: String, problem: MailAddress.Problem) {
    #expect(throws: problem) { try MailAddress(text) }
  }

  @Test func `Each problem is told in a sentence of its own`() {
    let sentences = [MailAddress.Problem.incomplete, .tooLong, .notASCII, .malformed]
      .map(\.sentence)
    #expect(Set(sentences).count == 4)
    #expect(sentences.allSatisfy { $0.hasSuffix(".") })
  }
}
