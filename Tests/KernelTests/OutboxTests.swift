import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct OutboxTests {
  private let start = Instant(milliseconds: 1_782_900_000_000)

  private func put(_ kind: String, in store: any Store) async throws {
    let start = start
    let world = World(now: { start }, randomBytes: { [UInt8](repeating: 7, count: $0) })
    try await store.write {
      try Outbox.put(
        Outbox.Draft(
          to: "ada@hospital.example", subject: "Hello", body: "A link", kind: kind), in: world,
        writer: $0)
    }
  }

  @Test(arguments: Engine.available)
  func `a message that the relay refused later is sent when its time has come`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      try await put("notices", in: store)
      let start = start
      try await store.write { writer in
        let message = try #require(
          try Outbox.claim(leaseSeconds: 60, now: start, writer: writer))
        try Outbox.settle(
          message, .tryAgain(at: start.adding(seconds: 300), answer: "452 full"), now: start,
          writer: writer)
        #expect(
          try Outbox.claim(leaseSeconds: 60, now: start.adding(seconds: 299), writer: writer)
            == nil)
        let again = try #require(
          try Outbox.claim(leaseSeconds: 60, now: start.adding(seconds: 300), writer: writer))
        #expect(again.attempts == 2)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the text of a sign-in mail is forgotten once it is sent`(engine: Engine) async throws {
    try await withStore(engine) { store in
      try await put("account", in: store)
      let start = start
      let kept = try await store.write { writer in
        let message = try #require(
          try Outbox.claim(leaseSeconds: 60, now: start, writer: writer))
        try Outbox.settle(message, .sent(answer: "250 OK"), now: start, writer: writer)
        return try Outbox.latest(state: .sent, before: nil, reader: writer)
      }
      #expect(kept.map(\.body) == [""])
    }
  }
}
