import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct AuditTests {
  private let moment = Instant(milliseconds: 1_782_900_000_000)

  private func fill(_ store: any Store, entries: Int) async throws {
    let moment = moment
    try await store.write { writer in
      for number in 1...entries {
        try Audit.append(
          Audit.Act("test.done", of: .institution, detail: "step \(number)"), by: nil, at: moment,
          to: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a trail that nobody touched is sound`(engine: Engine) async throws {
    try await withStore(engine) { store in
      try await fill(store, entries: 20)
      let verdict = try await store.read { try Audit.verify($0) }
      let last = try await store.read { try Audit.entries(Audit.Query(), reader: $0) }[0]
      #expect(verdict == .sound(entries: 20, lastHash: last.hash))
    }
  }

  @Test(
    arguments: Engine.available,
    [
      "UPDATE audit_entry SET detail = 'other' WHERE number = 7",
      "UPDATE audit_entry SET actor = 'someone' WHERE number = 7",
      "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE number = 7",
      "DELETE FROM audit_entry WHERE number = 7",
    ])
  func `an entry that was changed or taken out is found`(
    engine: Engine, attack: String
  ) async throws {
    try await withStore(engine) { store in
      try await fill(store, entries: 20)
      _ = try await store.write { try $0.execute(SQLQuery(stringLiteral: attack)) }
      #expect(try await store.read { try Audit.verify($0) } == .broken(at: 7))
    }
  }

  @Test(arguments: Engine.available)
  func `many writers at once leave one unbroken chain`(engine: Engine) async throws {
    try await withStore(engine) { store in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 { group.addTask { try await fill(store, entries: 1) } }
        try await group.waitForAll()
      }
      let verdict = try await store.read { try Audit.verify($0) }
      guard case .sound(let entries, _) = verdict else {
        Issue.record("the chain is broken: \(verdict)")
        return
      }
      #expect(entries == 8)
    }
  }
}
