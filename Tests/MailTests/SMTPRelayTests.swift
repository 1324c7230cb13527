import Foundation
import Mail
import Testing

@Suite(.serialized) struct SMTPRelayTests {
  private func relay(port: Int) -> SMTPRelay {
    var relay = SMTPRelay(host: "127.0.0.1", port: port, security: .none)
    relay.helloName = "gme.riverbend.example"
    relay.timeout = 10
    return relay
  }

  /// Delivers to a script; gives the outcome and what was said.
  private func deliver(
    _ message: MailMessage, to dialogue: SMTPDialogue = SMTPDialogue(), timeout: Int = 10
  ) throws -> (delivery: Delivery, transcript: SMTPDialogue.Transcript?) {
    let server = try ScriptedRelay(dialogue)
    var relay = relay(port: server.port)
    relay.timeout = timeout
    return (relay.deliver(message), server.transcript())
  }

  @Test func `A message arrives octet for octet under its envelope`() throws {
    var message = try Letters.message(text: "Dots:\n.\n..\n.hidden\nend")
    let (delivery, transcript) = try deliver(message)
    #expect(delivery == .accepted(answer: "250 2.0.0 kept as 42"))
    let octets = try message.bytes()
    #expect(
      transcript
        == SMTPDialogue.Transcript(
          commands: [
            "EHLO gme.riverbend.example",
            "MAIL FROM:<gme@riverbend.example> SIZE=\(octets.count)",
            "RCPT TO:<ana.nunez@riverbend.example>", "DATA", "QUIT",
          ], content: octets))
    message.text = String(repeating: "é" + String(repeating: ".", count: 1_999) + "\n", count: 50)
    #expect(try deliver(message).transcript?.content == (try message.bytes()))
  }

  @Test func `Bounces go where the relay's configuration says`() throws {
    let server = try ScriptedRelay()
    var relay = relay(port: server.port)
    relay.bounceAddress = try MailAddress("bounces@riverbend.example")
    _ = relay.deliver(try Letters.message())
    #expect(
      server.transcript()?.commands.dropFirst().first?
        .hasPrefix("MAIL FROM:<bounces@riverbend.example> ") == true)
  }

  private static let answers: [(String, String, Delivery)] = [
    ("MAIL", "550 sender unknown", .refused(code: 550, answer: "550 sender unknown")),
    ("MAIL", "530 sign in first", .tryLater(code: 530, answer: "530 sign in first")),
    ("RCPT", "550 5.1.1 no such user", .refused(code: 550, answer: "550 5.1.1 no such user")),
    ("RCPT", "452 full", .tryLater(code: 452, answer: "452 full")),
    ("RCPT", "451-wait\r\n451 a little", .tryLater(code: 451, answer: "451-wait 451 a little")),
    ("DATA", "554 no", .refused(code: 554, answer: "554 no")),
    ("content", "554 5.7.1 spam", .refused(code: 554, answer: "554 5.7.1 spam")),
    ("content", "451 busy", .tryLater(code: 451, answer: "451 busy")),
    ("greeting", "554 not you", .tryLater(code: 554, answer: "554 not you")),
    ("greeting", "421 too many", .tryLater(code: 421, answer: "421 too many")),
  ]

  @Test(arguments: answers)
  func `An answer decides between now, later and never`(
    point: String, answer: String, expected: Delivery
  ) throws {
    let dialogue = SMTPDialogue(answers: [point: answer])
    let delivery = try deliver(Letters.message(), to: dialogue).delivery
    #expect(delivery == expected)
  }

  @Test(arguments: ["greeting", "EHLO", "RCPT", "content"])
  func `A relay that falls silent is left, and the message waits`(point: String) throws {
    let outcome = try deliver(
      Letters.message(), to: SMTPDialogue(silentAt: point), timeout: 1)
    guard case .tryLater(code: nil, let answer) = outcome.delivery else {
      Issue.record("The message must wait, and not: \(outcome.delivery)")
      return
    }
    #expect(!answer.isEmpty)
  }

  @Test func `A relay that does not say goodbye has the message all the same`() throws {
    let outcome = try deliver(Letters.message(), to: SMTPDialogue(silentAt: "QUIT"), timeout: 1)
    #expect(outcome.delivery == .accepted(answer: "250 2.0.0 kept as 42"))
  }

  @Test func `A relay that is not there is a matter for later`() throws {
    let port = try LocalPort.free()
    let delivery = relay(port: port).deliver(try Letters.message())
    guard case .tryLater(code: nil, let answer) = delivery else {
      Issue.record("The message must wait, and not: \(delivery)")
      return
    }
    #expect(answer.contains("127.0.0.1"))
  }

  @Test func `A relay without STARTTLS gets neither message nor password`() throws {
    let server = try ScriptedRelay()
    var relay = relay(port: server.port)
    relay.security = .startTLS
    relay.login = SMTPRelay.Login(user: "gme", password: "tide lamp")
    let delivery = relay.deliver(try Letters.message())
    guard case .tryLater(code: nil, _) = delivery else {
      Issue.record("The message must wait, and not: \(delivery)")
      return
    }
    let transcript = try #require(server.transcript())
    #expect(transcript.content == nil)
    #expect(
      transcript.commands.allSatisfy {
        ["EHLO", "QUIT", "STARTTLS"].contains($0.prefix { $0 != " " })
      })
  }

  @Test func `A message that cannot be written is refused before anyone is called`() throws {
    let delivery = relay(port: try LocalPort.free()).deliver(try Letters.message(subject: "a\rb"))
    #expect(
      delivery
        == .refused(
          code: nil, answer: "The header Subject holds a line break or control character."))
  }

  @Test func `All that is wrong with a configuration is told, and nothing is sent`() throws {
    var relay = SMTPRelay(host: "relay/../x", port: 0, security: .none)
    relay.timeout = 0
    relay.helloName = "a\r\nb"
    relay.login = SMTPRelay.Login(user: "", password: "x")
    #expect(
      relay.problems == [
        .host("relay/../x"), .port(0), .timeout(0), .helloName("a\r\nb"), .loginWithoutTLS, .login,
      ])
    #expect(
      relay.deliver(try Letters.message())
        == .tryLater(
          code: nil, answer: "“relay/../x” is not the name or address of a mail relay."))
    #expect(SMTPRelay(host: "::1", port: 25, security: .none).problems == [])
  }

  @Test func `A password does not print`() {
    let login = SMTPRelay.Login(user: "gme", password: "tide lamp")
    var relay = SMTPRelay(host: "relay.test", port: 587, security: .startTLS)
    relay.login = login
    var dumped = ""
    dump(relay, to: &dumped)
    #expect(!"\(relay) \(login) \(String(reflecting: relay)) \(dumped)".contains("tide lamp"))
  }
}
