import Foundation
import Mail
import Testing

/// TLS from the first octet, against openssl's own server.
@Suite(.serialized) struct ImplicitTLSTests {
  /// Delivers, as soon as the server listens.
  private func deliver(to port: Int, host: String, trusting certificate: Certificate) throws
    -> Delivery
  {
    var relay = SMTPRelay(host: host, port: port, security: .implicitTLS)
    relay.authorityFile = certificate.file
    relay.helloName = "gme.riverbend.example"
    relay.timeout = 5
    for _ in 0..<100 {
      let delivery = relay.deliver(try Letters.message())
      guard case .tryLater(code: nil, let answer) = delivery, answer.contains("connect to") else {
        return delivery
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return .tryLater(code: nil, answer: "The server did not start.")
  }

  @Test func `A message arrives through TLS when the authority is known`() throws {
    let certificate = try Certificate()
    let server = try ScriptedRelay(showing: certificate)
    let delivery = try deliver(to: server.port, host: "localhost", trusting: certificate)
    #expect(delivery == .accepted(answer: "250 2.0.0 kept as 42"))
    let transcript = try #require(server.transcript())
    #expect(transcript.commands.first == "EHLO gme.riverbend.example")
    #expect(transcript.content == (try Letters.message().bytes()))
  }

  @Test func `A relay of an unknown authority gets nothing`() throws {
    let server = try ScriptedRelay(showing: try Certificate())
    let delivery = try deliver(to: server.port, host: "localhost", trusting: try Certificate())
    guard case .tryLater(code: nil, let answer) = delivery else {
      Issue.record("The message must wait, and not: \(delivery)")
      return
    }
    #expect(answer.contains("certificate"))
    #expect(server.transcript() == SMTPDialogue.Transcript())
  }
}
