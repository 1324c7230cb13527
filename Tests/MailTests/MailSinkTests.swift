import Mail
import Testing

@Suite(
  .serialized,
  .enabled(
    if: MailSink.isAvailable || MailSink.isDemanded,
    "HOUSESTAFF_TEST_PYTHON names no Python with aiosmtpd, or ../shared/checks is not there"))
struct MailSinkTests {
  private func relay(_ sink: MailSink, _ security: SMTPRelay.Security = .none) -> SMTPRelay {
    var relay = SMTPRelay(host: "localhost", port: sink.port, security: security)
    relay.timeout = 10
    return relay
  }

  private func isAccepted(_ delivery: Delivery) -> Bool {
    if case .accepted = delivery { true } else { false }
  }

  private func note(subject: String, text: String) -> MailSink.Note {
    MailSink.Note(
      from: "gme@riverbend.example", to: ["ana.nunez@riverbend.example"], subject: subject,
      text: text, tls: false, user: nil, types: ["text/plain"], listUnsubscribe: nil,
      autoSubmitted: "auto-generated", defects: [])
  }

  @Test func `What another program reads is what was written`() throws {
    let sink = try MailSink()
    let letters = [
      ("Seat approved", "Hello Ana,\n.\n..dots\n."),
      ("Núñez, 中文, عربى — Ł ř 🙂", "Grüße\n.é\nFrom me \n\ttab "),
      (String(repeating: "会議の議事録", count: 30), String(repeating: "会議の議事録\n", count: 90) + "終"),
      ("=?UTF-8?B?SGk=?=  two  spaces", String(repeating: "x", count: 2_000)),
      (String(repeating: "a long subject of words ", count: 12) + "end", "="),
      (String(repeating: "x", count: 300), String(repeating: "é=. F", count: 500)),
    ]
    for (subject, text) in letters {
      let message = try Letters.message(subject: subject, text: text)
      #expect(isAccepted(relay(sink).deliver(message)))
    }
    let notes = try sink.notes()
    #expect(
      notes == letters.map { note(subject: $0, text: $1) })
  }

  @Test func `Both bodies, the list's headers and the names arrive`() throws {
    let sink = try MailSink()
    var message = try Letters.message(subject: "Digest", text: "Grüße\n")
    message.html = "<p>Grüße</p>"
    message.unsubscribeURL =
      "https://gme.riverbend.example/unsubscribe/" + String(repeating: "a", count: 200)
    message.isAutomatic = false
    #expect(isAccepted(relay(sink).deliver(message)))
    var expected = note(subject: "Digest", text: "Grüße")
    expected.types = ["multipart/alternative", "text/plain", "text/html"]
    expected.listUnsubscribe = message.unsubscribeURL.map { "<\($0)>" }
    expected.autoSubmitted = nil
    let notes = try sink.notes()
    #expect(notes == [expected])
  }

  @Test func `STARTTLS, a sign-in and an authority of one's own`() throws {
    let sink = try MailSink("--starttls", "--auth", "gme:tide lamp é")
    var relay = relay(sink, .startTLS)
    relay.authorityFile = sink.certificate
    relay.login = SMTPRelay.Login(user: "gme", password: "tide lamp é")
    #expect(isAccepted(relay.deliver(try Letters.message(subject: "Hi", text: "Hello\n"))))
    var expected = note(subject: "Hi", text: "Hello")
    expected.tls = true
    expected.user = "gme"
    let notes = try sink.notes()
    #expect(notes == [expected])
  }

  @Test func `A wrong password, none, or no TLS leaves the message for later`() throws {
    let sink = try MailSink("--starttls", "--auth", "gme:tide lamp")
    var relay = relay(sink, .startTLS)
    relay.authorityFile = sink.certificate
    var codes: [Int?] = []
    func attempt() throws {
      guard case .tryLater(let code, _) = relay.deliver(try Letters.message()) else {
        Issue.record("The message must wait.")
        return
      }
      codes.append(code)
    }
    relay.login = SMTPRelay.Login(user: "gme", password: "wrong")
    try attempt()
    relay.login = nil
    try attempt()
    relay.security = .none
    try attempt()
    #expect(codes == [535, 530, 530])
    let notes = try sink.notes()
    #expect(notes == [])
  }

  @Test func `A relay whose authority is not believed gets nothing`() throws {
    let sink = try MailSink("--starttls")
    var relay = relay(sink, .startTLS)
    let foreign = try Certificate()
    for file in [foreign.file, nil, "/nowhere/ca.pem"] {
      relay.authorityFile = file
      let delivery = relay.deliver(try Letters.message())
      guard case .tryLater(code: nil, let answer) = delivery else {
        Issue.record("The message must wait, and not: \(delivery)")
        return
      }
      #expect(answer.contains("certificate"))
    }
    let notes = try sink.notes()
    #expect(notes == [])
  }

  @Test func `A certificate for another name is not believed`() throws {
    let sink = try MailSink("--starttls")
    var relay = relay(sink, .startTLS)
    relay.host = "127.0.0.2"
    relay.authorityFile = sink.certificate
    let delivery = relay.deliver(try Letters.message())
    guard case .tryLater(code: nil, _) = delivery else {
      Issue.record("The message must wait, and not: \(delivery)")
      return
    }
    let notes = try sink.notes()
    #expect(notes == [])
  }

  @Test func `Refusals for good and for now are told apart`() throws {
    let sink = try MailSink(
      "--fail", "ana.nunez@riverbend.example=550", "--fail", "full@riverbend.example=452")
    var message = try Letters.message()
    #expect(relay(sink).deliver(message) == .refused(code: 550, answer: "550 test refusal"))
    message.to = Mailbox(try MailAddress("full@riverbend.example"))
    #expect(relay(sink).deliver(message) == .tryLater(code: 452, answer: "452 test refusal"))
    let notes = try sink.notes()
    #expect(notes == [])
  }

  @Test func `A slow relay is waited for, but not forever`() throws {
    let sink = try MailSink("--slow", "3")
    var relay = relay(sink)
    relay.timeout = 1
    guard case .tryLater(code: nil, _) = relay.deliver(try Letters.message()) else {
      Issue.record("The message must wait.")
      return
    }
    relay.timeout = 10
    #expect(isAccepted(relay.deliver(try Letters.message())))
  }
}
