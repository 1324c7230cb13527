import Concerns
import Credentials
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Pages ask the database the same number of questions for a hospital and for a nation.
@Suite struct QueryBudgetTests {
  @Test(arguments: Engine.available)
  func `every page takes the same number of queries at 150, 1,500 and 162,000 people`(
    engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      try await answerConcerns(as: site.stage.cast.administrator, on: site.stage)
      try await joinOffice(site.stage.cast.administrator, on: site.stage)
      try await offerPlaces(as: site.stage.cast.administrator, on: site.stage)
      let crowd = Crowd(stage: site.stage)
      try await crowd.grow(to: 150)
      let atFirst = try await queries(site, trace)
      #expect(atFirst["/people"] != nil)
      for size in [1500, 162_000] {
        try await crowd.grow(to: size)
        let now = try await queries(site, trace)
        #expect(now == atFirst)
      }
    }
  }

  /// Lets someone run mentoring: administrators have no part in it.
  private func joinOffice(_ person: PersonID, on stage: Stage) async throws {
    let world = stage.world
    try await stage.act(as: stage.cast.office) { office, writer in
      try RoleGrant.grant(
        GrantDraft(
          person: person, role: .office, scope: .institution,
          term: Term(from: TestWorld.today)), by: office, in: world, to: writer)
    }
  }

  /// Lets someone be a mentor: the page of their places is for nobody else.
  private func offerPlaces(as person: PersonID, on stage: Stage) async throws {
    _ = try await stage.store.write { writer in
      try writer.execute(
        """
        INSERT INTO mentor_capacity (person_id, places, changed_at)
        VALUES (\(person), 2, \(TestWorld.now))
        """)
    }
  }

  /// Lets someone answer concerns: pages of responders are for nobody else.
  private func answerConcerns(as person: PersonID, on stage: Stage) async throws {
    let world = stage.world
    try await stage.act(as: person) { viewer, writer in
      let group = try HandlingGroup.found(
        .init(name: "Institution", purpose: "Anything."), by: viewer, in: world, writer: writer)
      try Responder.name(
        .init(person: person, title: "Ombudsperson"), in: group, by: viewer, at: world,
        writer: writer)
      let lock = KeyLock(
        salt: world.randomBytes(PassphraseSeed.saltLength),
        octets: world.randomBytes(SealedBox.keyLength))
      _ = try ReadingKey.make(locked: lock, by: viewer, in: world, writer: writer)
    }
  }

  /// How many statements each page without argument takes, for an administrator.
  private func queries(
    _ site: TestSite, _ trace: StatementTrace
  ) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let ofDemonstration: Set = ["/demonstration", "/design"]
    let paths = Parts.routes().all.filter { $0.method == .get }.map(\.pattern)
      .filter { !$0.contains("{") && !ofDemonstration.contains($0) }
    // Signing in writes, and is no part of a page.
    _ = try await site.get("/", as: site.stage.cast.administrator)
    for path in paths + ["/people?q=number", "/search?q=number"] {
      _ = trace.take()
      let answer = try await site.get(path, as: site.stage.cast.administrator)
      let statements = trace.take().filter { !$0.hasPrefix("SELECT id FROM session") }
      #expect(answer.status == 200 || answer.status == 303, "\(path)")
      counts[path] = statements.count
    }
    return counts
  }
}

/// Trainees of Internal Medicine with nothing but a number for a name, made by the database itself.
struct Crowd {
  let stage: Stage

  /// Adds people until there are so many of them.
  func grow(to size: Int) async throws {
    let cast = stage.cast
    try await stage.store.write { writer in
      let present = try writer.number("SELECT count(*) FROM person WHERE given_name = 'Number'")
      try writer.execute(
        """
        INSERT INTO person (id, family_name, given_name, capacity)
        \(Self.numbers(from: present + 1, to: size))
        SELECT \(Self.id), \(Self.digits), 'Number', 'trainee' FROM numbers
        """)
      try writer.execute(
        """
        INSERT INTO appointment (id, person_id, program_id, site_id, training_level, standing,
          starts_on, ends_on)
        \(Self.numbers(from: present + 1, to: size))
        SELECT \(Self.id), \(Self.id), \(cast.internalMedicine), \(cast.university), 1, 'active',
          '2026-07-01', '2029-06-30' FROM numbers
        """)
      try writer.execute(
        """
        INSERT INTO directory_entry (person_id, sort_key, search_key, name, capacity, presence,
          training_level, program_id, program_name, department_id, department_name, site_id,
          site_name)
        \(Self.numbers(from: present + 1, to: size))
        SELECT \(Self.id), \(Self.digits), ' number ' || \(Self.digits),
          'Number ' || \(Self.digits),
          'trainee', 'current', 1, \(cast.internalMedicine), 'Internal Medicine', \(cast.medicine),
          'Medicine', \(cast.university), 'University Hospital' FROM numbers
        """)
    }
  }

  /// Twelve digits, so that they sort as the numbers do.
  private static let digits: SQLQuery = "CAST(100000000000 + number AS TEXT)"
  private static let id: SQLQuery = "'00000000-0000-7000-9000-' || \(digits)"

  private static func numbers(from first: Int, to last: Int) -> SQLQuery {
    """
    WITH RECURSIVE numbers (number) AS (
      SELECT CAST(\(first) AS BIGINT)
      UNION ALL SELECT number + 1 FROM numbers WHERE number < \(last))
    """
  }
}
