import Kernel
import SQLStore
import StoreTestSupport
import Testing

private let moment = Instant(milliseconds: 1_782_900_000_000)
private let ada = PersonID(stored: "ada")
private let office = PersonID(stored: "office")

@Suite struct AuditTests {
  private func fill(_ store: any Store, entries: Int) async throws {
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
      let last = try await store.read {
        try Audit.entries(Audit.Query(), viewer: Self.viewer(office, .office), reader: $0)
      }[0]
      #expect(verdict == .sound(entries: 20, lastHash: last.hash))
    }
  }

  @Test(arguments: Engine.available)
  func `who may not read the trail sees what they did and what concerns them`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      try await store.write { writer in
        for (act, actor, subject) in [
          ("mine.done", ada, Audit.Subject.institution), ("of.me", office, .person(ada)),
          ("of.another", office, .person(office)), ("of.nobody", office, .institution),
        ] {
          try Audit.append(Audit.Act(act, of: subject), by: actor, at: moment, to: writer)
        }
      }
      func seen(_ viewer: Viewer, _ query: Audit.Query = Audit.Query()) async throws -> [String] {
        try await store.read { try Audit.entries(query, viewer: viewer, reader: $0) }.map(\.act)
      }
      let all = try await seen(Self.viewer(office, .office))
      #expect(all == ["of.nobody", "of.another", "of.me", "mine.done"])
      for role in [nil, .programDirector, .adviser, .steward] as [Role?] {
        let own = try await seen(Self.viewer(ada, role))
        let others = try await seen(Self.viewer(ada, role), Audit.Query(act: "of.another"))
        let ofOthers = try await seen(
          Self.viewer(ada, role), Audit.Query(subject: .person(office)))
        #expect(own == ["of.me", "mine.done"] && others == [] && ofOthers == [])
      }
      let stranger = try await seen(Self.viewer(nil, nil))
      #expect(stranger == [])
    }
  }

  private static func viewer(_ person: PersonID?, _ role: Role?) -> Viewer {
    Viewer(
      person: person, grants: role.map { [Grant(role: $0, scope: .institution)] } ?? [],
      now: moment, today: Day(number: 20_635))
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
