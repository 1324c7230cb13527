import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Lends a cycle with a pair of the trainee and the faculty member.
func withPair(
  _ engine: Engine, _ body: (Ground, MentoringPair) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    try await ground.takeTwo()
    try await body(ground, try #require(try await ground.pairUp().first))
  }
}

/// What happens in a cycle before the office looks at it.
extension Ground {
  /// Some days of the cycle: pairs begin on December 7, and end on June 30.
  enum Days {
    static let january = day("2027-01-11")
    static let end = day("2027-06-30")
  }

  /// A trainee and a mentor who suit each other, approved.
  func takeTwo() async throws {
    try await take(cast.trainee, mentee(topics[0]))
    try await take(cast.faculty, mentor(1, topics[0]))
  }

  /// The same in a cycle that is being matched.
  func readyPair() async throws {
    try await takeTwo()
    try await move(to: .matching)
  }

  /// Matches whoever was taken, and gives the pairs.
  @discardableResult
  func pairUp() async throws -> [MentoringPair] {
    try await move(to: .matching)
    try await publish(try await match())
    return try await pairs()
  }

  func meet(_ pair: MentoringPair, _ minutes: Int, on day: Day) async throws {
    let world = world
    try await stage.act(as: pair.mentee, on: day) { viewer, writer in
      try CheckIn.keep(
        CheckInDraft(metOn: day, minutes: minutes, manner: .inPerson), of: pair.id, by: viewer,
        in: world, writer: writer)
    }
  }

  func agree(
    _ pair: MentoringPair, on day: Day = Days.january, every weeks: Int = 4,
    until last: Day = Days.end
  ) async throws {
    let world = world
    let terms = AgreementDraft(
      aims: "One paper.", meetEvery: weeks, confidence: "All of it.", endsOn: last)
    try await stage.act(as: pair.mentee, on: day) { viewer, writer in
      try Agreement.propose(terms, for: pair.id, by: (viewer, world), writer: writer)
    }
    try await stage.act(as: pair.mentor, on: day) { viewer, writer in
      try Agreement.sign(version: 1, of: pair.id, by: viewer, in: world, writer: writer)
    }
  }

  func finish(
    _ pair: MentoringPair, _ state: MentoringPair.State = .completed,
    on day: Day = Days.january
  ) async throws {
    let world = world
    try await stage.act(as: pair.mentor, on: day) { viewer, writer in
      try MentoringPair.end(pair.id, as: state, by: viewer, in: world, writer: writer)
    }
  }

  func standings(
    as person: PersonID? = nil, on day: Day = Days.january
  ) async throws -> [PairStanding] {
    let cycle = cycle
    return try await stage.see(as: person ?? cast.office, on: day) { viewer, reader in
      try PairStanding.all(
        in: MentoringCycle.find(cycle, viewer: viewer, reader: reader), viewer: viewer,
        reader: reader)
    }
  }

  func issue(
    as person: PersonID? = nil, on day: Day = Days.january
  ) async throws -> Int {
    let (world, cycle) = (world, cycle)
    return try await stage.act(as: person ?? cast.office, on: day) { viewer, writer in
      try MentorCertificate.issue(in: cycle, by: viewer, in: world, writer: writer)
    }
  }

  func revoke(
    _ id: ID<MentorCertificate>, _ reason: String = "The hours were another's.",
    as person: PersonID? = nil, on day: Day = Days.january
  ) async throws {
    let world = world
    try await stage.act(as: person ?? cast.office, on: day) { viewer, writer in
      try MentorCertificate.revoke(
        id, because: reason, by: viewer, in: world, writer: writer)
    }
  }

  func issueAnew(
    _ id: ID<MentorCertificate>, as person: PersonID? = nil, on day: Day = Days.january
  ) async throws {
    let world = world
    try await stage.act(as: person ?? cast.office, on: day) { viewer, writer in
      try MentorCertificate.issueAnew(id, by: viewer, in: world, writer: writer)
    }
  }

  /// The certificates of the cycle, the latest first.
  func certificates() async throws -> [MentorCertificate] {
    let cycle = cycle
    return try await stage.see(as: cast.office) { office, reader in
      try MentorCertificate.all(in: cycle, viewer: office, reader: reader)
    }
  }

  func found(_ code: String) async throws -> FoundCertificate {
    try await store.read { reader in
      guard let code = CertificateCode(typed: code) else { throw Absent() }
      return try FoundCertificate.with(code, reader: reader)
    }
  }
}
