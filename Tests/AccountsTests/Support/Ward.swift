import Accounts
import Credentials
import Kernel
import Roster
import SQLStore
import StoreTestSupport

/// A store with an administrator, an office coordinator and a resident who can sign in.
struct Ward: Sendable {
  let store: any Store
  let clock: TestClock
  let world: World
  let administrator: PersonID
  let office: PersonID
  let resident: PersonID

  static let site = "https://gme.hospital.example"
  static let password = "seven lamps over the ward"
  static let hashing = Hashing(
    cost: .quickForTests, work: BoundedWork(atOnce: 2, waiting: 10_000))

  /// The address of someone of the ward.
  static func address(_ given: String) -> String { "\(given.lowercased())@hospital.example" }

  /// A browser at an address of the internet.
  static func browser(_ address: String = "198.51.100.7", session: ID<Session>? = nil) -> Browser {
    Browser(
      address: address, device: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0",
      session: session)
  }

  func viewer(_ person: PersonID) async throws -> Viewer {
    let now = clock.now
    return try await store.read { reader in
      try Viewer(person: person, now: now, today: Ward.day(now), reader: reader)
    }
  }

  static func day(_ now: Instant) -> Day { now.day(in: Settings().timeZone) }

  func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await store.write(body)
  }

  func number(_ query: SQLQuery) async throws -> Int {
    try await store.read { try $0.number(query) }
  }

  /// All texts of a column.
  func texts(_ query: SQLQuery) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(query).map { row in
        if case .text(let text)? = row.values.first { text } else { "" }
      }
    }
  }
}

/// Lends a ward on an engine.
func withWard<Answer>(
  _ engine: Engine, trace: StatementTrace? = nil, _ body: (Ward) async throws -> Answer
) async throws -> Answer {
  try await withStore(engine, trace: trace) { store in
    let clock = TestClock()
    let world = World.test(clock)
    let ward = try await store.write { writer in
      let today = Ward.day(clock.now)
      let administrator = try FirstAdministrator.appoint(
        .named("Ada", .staff), on: today, in: world, to: writer)
      let admin = try Viewer(
        person: administrator, now: clock.now, today: today, reader: writer)
      let office = try Person.add(.named("Olga", .staff), by: admin, in: world, to: writer)
      try RoleGrant.grant(
        GrantDraft(person: office, role: .office, scope: .institution, term: Term(from: today)),
        by: admin, in: world, to: writer)
      let resident = try Person.add(.named("Rosa", .trainee), by: admin, in: world, to: writer)
      return Ward(
        store: store, clock: clock, world: world, administrator: administrator, office: office,
        resident: resident)
    }
    _ = trace?.take()
    return try await body(ward)
  }
}

extension PersonDraft {
  static func named(_ given: String, _ capacity: Capacity, hasAddress: Bool = true) -> PersonDraft {
    PersonDraft(
      name: PersonName(given: given, family: "\(given)son"), capacity: capacity,
      address: hasAddress ? Ward.address(given) : nil)
  }
}
