import Kernel
import Logging
import Mail
import SQLStore
import ServiceLifecycle

/// Sends what waits in the outbox, one message after the other.
struct Postman: Service {
  let store: any Store
  let world: World
  let transport: any MailTransport
  let from: Mailbox
  let logger: Logger

  /// Seconds until another process may take a message over; longer than a delivery may take.
  private static let leaseSeconds = 120
  /// After so many attempts, over about a day, a message is given up.
  private static let attempts = 12

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let sent = await sendNext()
        if !sent { try? await Task.sleep(for: .seconds(2)) }
      }
    }
  }

  /// Sends the message that is due longest.
  /// - Returns: whether there was one.
  func sendNext() async -> Bool {
    do {
      let world = world
      let message = try await store.write { writer in
        try Outbox.claim(leaseSeconds: Self.leaseSeconds, now: world.now(), writer: writer)
      }
      guard let message else { return false }
      let settlement = await deliver(message)
      try await store.write { writer in
        try Outbox.settle(message, settlement, now: world.now(), writer: writer)
      }
      return true
    } catch {
      logger.error("mail could not be sent", metadata: ["error": "\(error)"])
      return false
    }
  }

  private func deliver(_ message: OutboxMessage) async -> Outbox.Settlement {
    guard let recipient = try? MailAddress(message.recipient) else {
      return .givenUp(answer: "The address cannot be read.")
    }
    let stamp = MailMessage.Stamp(
      messageID: "\(message.id.text)@\(from.address.domain)",
      date: message.createdAt.milliseconds)
    let letter = MailMessage(
      from: from, to: Mailbox(recipient), subject: message.subject, text: message.body,
      stamp: stamp)
    let transport = transport
    // The relay may take its time: its thread is not one of the server's.
    switch await BlockingWork.run({ transport.deliver(letter) }) {
    case .accepted(let answer): return .sent(answer: answer)
    case .refused(_, let answer): return .givenUp(answer: answer)
    case .tryLater(_, let answer):
      guard message.attempts < Self.attempts else { return .givenUp(answer: answer) }
      // 2 min, 4 min, 8 min … up to 6 hours between attempts.
      let wait = min(60 << min(message.attempts, 12), 6 * 3600)
      return .tryAgain(at: world.now().adding(seconds: wait), answer: answer)
    }
  }
}
