import Mail
import Testing

@Suite struct MailMessageTests {
  private func written(_ message: MailMessage) throws -> String {
    String(decoding: try message.bytes(), as: UTF8.self).replacing("\r\n", with: "\n")
  }

  /// The lines of one header, from the name to the next header.
  private func header(_ name: String, of message: MailMessage) throws -> [String] {
    let head = try written(message).split(separator: "\n\n", maxSplits: 1)[0]
    let lines = head.split(separator: "\n").map(String.init)
    guard let first = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) else { return [] }
    return [lines[first]] + lines[(first + 1)...].prefix { $0.hasPrefix(" ") }
  }

  @Test func `A plain message is written as RFC 5322 wants it`() throws {
    #expect(
      try written(Letters.message(text: "Hello Ana,\n\nyour seat is approved.\n")) == """
        Date: Sat, 21 Nov 2026 21:54:00 +0000
        From: GME Office <gme@riverbend.example>
        To: =?UTF-8?B?QW5hIE7DusOxZXo=?= <ana.nunez@riverbend.example>
        Message-ID: <0190-42@riverbend.example>
        Subject: Seat approved
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit

        Hello Ana,

        your seat is approved.

        """)
  }

  @Test func `A message with everything has both bodies and can be unsubscribed from`() throws {
    var message = try Letters.message(subject: "Ausschuß — Sitzung", text: "Grüße\n.\nFrom here")
    message.html = "<p>Grüße</p>\n"
    message.replyTo = Mailbox(
      try MailAddress("chair@riverbend.example"), name: "Chair, \"Council\"")
    message.unsubscribeURL = "https://gme.riverbend.example/unsubscribe/abc"
    message.isAutomatic = false
    message.headers = [MailMessage.Header("X-Housestaff-Kind", "digest")]
    #expect(
      try written(message) == #"""
        Date: Sat, 21 Nov 2026 21:54:00 +0000
        From: GME Office <gme@riverbend.example>
        To: =?UTF-8?B?QW5hIE7DusOxZXo=?= <ana.nunez@riverbend.example>
        Reply-To: "Chair, \"Council\"" <chair@riverbend.example>
        Message-ID: <0190-42@riverbend.example>
        Subject: =?UTF-8?B?QXVzc2NodcOfIOKAlCBTaXR6dW5n?=
        List-Unsubscribe: <https://gme.riverbend.example/unsubscribe/abc>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        X-Housestaff-Kind: digest
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="=_part_1"

        --=_part_1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=9Fe
        =2E
        =46rom here
        --=_part_1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>Gr=C3=BC=C3=9Fe</p>
        --=_part_1--

        """#)
  }

  @Test func `The boundary is one that no body holds`() throws {
    var message = try Letters.message(text: "--=_part_1\n--=_part_2x")
    message.html = "<p>"
    #expect(try written(message).contains("boundary=\"=_part_3\"\n"))
  }

  @Test func `The same message is the same octets`() throws {
    #expect(try Letters.message().bytes() == Letters.message().bytes())
  }

  @Test(arguments: [
    "Hi\r\nBcc: eve@x.example", "Hi\nBcc: eve@x.example", "Hi\r", "Hi\u{0}", "Hi\u{85}x", "a\u{7f}",
  ])
  func `A header cannot break out of its line`(evil: String) throws {
    let subject = try Letters.message(subject: evil)
    #expect(throws: MailProblem.controlCharacter(header: "Subject")) { try subject.bytes() }
    var named = try Letters.message()
    named.to = Mailbox(named.to.address, name: evil)
    #expect(throws: MailProblem.controlCharacter(header: "To")) { try named.bytes() }
    named = try Letters.message()
    named.replyTo = Mailbox(named.to.address, name: evil)
    #expect(throws: MailProblem.controlCharacter(header: "Reply-To")) { try named.bytes() }
    named = try Letters.message()
    named.headers = [MailMessage.Header("X-Kind", evil)]
    #expect(throws: MailProblem.controlCharacter(header: "X-Kind")) { try named.bytes() }
    named = try Letters.message()
    named.stamp.messageID = evil + "@x.example"
    #expect(throws: MailProblem.messageID(evil + "@x.example")) { try named.bytes() }
    named = try Letters.message()
    named.unsubscribeURL = "https://x.example/" + evil
    #expect(throws: MailProblem.unsubscribeURL("https://x.example/" + evil)) {
      try named.bytes()
    }
  }

  @Test(arguments: ["", "X Kind", "X-Kind:", "Bcc", "SUBJECT", "Content-Type", "X-Ä", "X\r\nBcc"])
  func `A header that the composer writes, or that is none, cannot be set`(name: String) throws {
    var message = try Letters.message()
    message.headers = [MailMessage.Header(name, "x")]
    #expect(throws: MailProblem.headerName(name)) { try message.bytes() }
  }

  @Test(arguments: ["", "left", "@right", "left@", "a@b@c", "<a@b>", "a b@c", "ä@b"])
  func `What is no message identifier is refused`(text: String) throws {
    var message = try Letters.message()
    message.stamp.messageID = text
    #expect(throws: MailProblem.messageID(text)) { try message.bytes() }
  }

  @Test func `Only an address over TLS is offered for leaving in one click`() throws {
    var message = try Letters.message()
    message.unsubscribeURL = "mailto:gme@riverbend.example?subject=leave"
    #expect(
      try header("List-Unsubscribe", of: message)
        == ["List-Unsubscribe: <mailto:gme@riverbend.example?subject=leave>"])
    #expect(try header("List-Unsubscribe-Post", of: message) == [])
    message.unsubscribeURL = "javascript:x"
    #expect(throws: MailProblem.unsubscribeURL("javascript:x")) { try message.bytes() }
  }

  @Test func `A long subject is folded where its words end`() throws {
    let subject =
      "The council's meeting of " + String(repeating: "another day and ", count: 5) + "so on"
    #expect(
      try header("Subject", of: Letters.message(subject: subject)) == [
        "Subject: The council's meeting of another day and another day and another",
        " day and another day and another day and so on",
      ])
  }

  @Test func `A long subject in another script is folded between characters`() throws {
    let lines = try header(
      "Subject", of: Letters.message(subject: String(repeating: "会議", count: 20)))
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines[0] == "Subject: =?UTF-8?B?5Lya6K2w5Lya6K2w5Lya6K2w5Lya6K2w5Lya6K2w5Lya6K2w5Lya?=")
  }

  @Test(arguments: ["", "=?UTF-8?B?SGk=?=", "two  spaces", " lead", "trail ", "tab\u{2028}x"])
  func `A subject that folding or decoding would change is encoded`(subject: String) throws {
    let lines = try header("Subject", of: Letters.message(subject: subject))
    #expect(subject.isEmpty ? lines == ["Subject:"] : lines[0].hasPrefix("Subject: =?UTF-8?B?"))
    #expect(!lines.joined().contains(subject) || subject.isEmpty)
  }

  @Test func `A body goes as it is, quoted or packed, whichever suits it`() throws {
    let bodies = [
      "plain\n.\nline\n", "a line that ends in a space \n", "tab\there", "From me",
      String(repeating: "x", count: 77), "Grüße", String(repeating: "会議の議事録", count: 20), "\u{0}",
    ]
    let encodings = try bodies.map {
      try header("Content-Transfer-Encoding", of: Letters.message(text: $0))[0]
    }
    let names =
      ["7bit"] + [String](repeating: "quoted-printable", count: 5)
      + ["base64", "quoted-printable"]
    #expect(encodings == names.map { "Content-Transfer-Encoding: \($0)" })
  }

  @Test func `Line ends of every kind end one line each`() throws {
    let text = try written(Letters.message(text: "a\rb\nc\r\nd\r\r\ne\n\rf\n\n"))
    #expect(text.hasSuffix("7bit\n\na\nb\nc\nd\n\ne\n\nf\n\n"))
  }

  @Test func `Whatever is written is short lines of ASCII with CRLF`() throws {
    let long = String(repeating: "x", count: 2_000)
    let texts = [
      long, long + "é", String(repeating: "é ", count: 999), "\r\r\n\n\r", "", "a\rb\nc\r\nd",
      String(repeating: "=", count: 300), String(repeating: ".", count: 200) + "é",
      String(repeating: "F ", count: 100) + "\t", String(repeating: "🙂", count: 300),
    ]
    for text in texts {
      var message = try Letters.message(
        subject: text.filter { !$0.isNewline && $0 != "\t" }, text: text)
      message.html = text
      message.to = Mailbox(message.to.address, name: message.subject)
      let octets = try message.bytes()
      let lines = octets.split(separator: 0x0a, omittingEmptySubsequences: false)
      #expect(lines.last?.isEmpty == true)
      #expect(lines.dropLast().allSatisfy { $0.last == 0x0d && $0.count <= 78 })
      #expect(octets.allSatisfy { (0x20...0x7e).contains($0) || $0 == 0x0a || $0 == 0x0d })
      #expect(octets.count { $0 == 0x0d } == lines.count - 1)
    }
  }

  @Test(arguments: [
    (Int64(0), "Thu, 1 Jan 1970 00:00:00 +0000"),
    (1_709_251_199_999, "Thu, 29 Feb 2024 23:59:59 +0000"),
    (1_782_864_000_000, "Wed, 1 Jul 2026 00:00:00 +0000"),
  ])
  func `The date is that of universal time`(moment: Int64, text: String) throws {
    var message = try Letters.message()
    message.stamp.date = moment
    #expect(try header("Date", of: message) == ["Date: \(text)"])
  }
}
