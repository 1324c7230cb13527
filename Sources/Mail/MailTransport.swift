/// A way for messages to leave: a relay, or a folder in the demo and in tests.
package protocol MailTransport: Sendable {
  /// Delivers one message, and blocks its thread meanwhile: never call it on an event loop.
  func deliver(_ message: MailMessage) -> Delivery
}
