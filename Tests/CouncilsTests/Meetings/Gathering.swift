import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// Meetings of a society whose chair is a trainee, with members, a faculty officer and a guest.
struct Gathering: Sendable {
  let society: Society

  var cast: Cast { society.cast }
  var stage: Stage { society.stage }
  var id: OrganizationID { society.organization }

  /// What someone does at a moment, which is fifteen minutes past ten unless told.
  @discardableResult
  func act<Answer: Sendable>(
    as person: PersonID?, at moment: String = "2026-11-02T15:15:00.000Z",
    _ change: @escaping @Sendable (Viewer, World, any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    let now = Instant(text: moment) ?? TestWorld.now
    var world = stage.world
    world.now = { now }
    let clocked = world
    return try await stage.store.write { writer in
      try change(Self.viewer(person, now, writer), clocked, writer)
    }
  }

  static func viewer(
    _ person: PersonID?, _ now: Instant, _ reader: any SQLReader
  ) throws -> Viewer {
    let today = now.day(in: try Settings(reader: reader).timeZone)
    guard let person else { return .anonymous(now: now, today: today) }
    return try Viewer(person: person, now: now, today: today, reader: reader)
  }

  /// Plans a meeting of today at half past ten, or on another day.
  @discardableResult
  func plan(
    _ title: String = "Council", on day: Day = TestWorld.today, isTraineesOnly: Bool = false,
    by person: PersonID? = nil
  ) async throws -> ID<Meeting> {
    let id = id
    return try await act(as: person ?? cast.trainee) { viewer, world, writer in
      try Meeting.plan(
        MeetingDraft(
          title: title, day: day, clock: ClockTime(hour: 10, minute: 30) ?? .noon,
          isTraineesOnly: isTraineesOnly),
        in: id, by: viewer, at: world, writer: writer)
    }
  }

  func begin(_ meeting: ID<Meeting>, at moment: String = "2026-11-02T15:30:00.000Z") async throws {
    try await act(as: cast.trainee, at: moment) { viewer, _, writer in
      try Meeting.begin(meeting, by: viewer, writer: writer)
    }
  }

  func end(_ meeting: ID<Meeting>, at moment: String = "2026-11-02T16:30:00.000Z") async throws {
    try await act(as: cast.trainee, at: moment) { viewer, _, writer in
      try Meeting.end(meeting, by: viewer, writer: writer)
    }
  }

  /// The titles of the meetings to come that someone reads; nil where they read none at all.
  func titles(as person: PersonID?) async throws -> [String]? {
    let id = id
    return try await stage.see(as: person) { viewer, reader in
      do {
        _ = try MeetingAccess.find(id, viewer: viewer, reader: reader)
      } catch is Absent {
        return nil
      }
      return try Meeting.toCome(in: id, viewer: viewer, reader: reader).map(\.title)
    }
  }

  /// Types the code that stands on the screen at a moment.
  func checkIn(
    _ person: PersonID, at meeting: ID<Meeting>, _ moment: String = "2026-11-02T15:31:00.000Z"
  ) async throws -> CheckIn.Outcome {
    let code = try await act(as: cast.trainee, at: moment) { viewer, _, writer in
      try CheckIn.code(at: meeting, by: viewer, reader: writer)?.text ?? ""
    }
    return try await enter(code, as: person, at: meeting, moment)
  }

  func enter(
    _ code: String, as person: PersonID, at meeting: ID<Meeting>,
    _ moment: String = "2026-11-02T15:31:00.000Z"
  ) async throws -> CheckIn.Outcome {
    try await act(as: person, at: moment) { viewer, _, writer in
      try CheckIn.enter(code, at: meeting, by: viewer, writer: writer)
    }
  }

  func decide(
    _ wording: String, _ votes: Decision.Votes, in meeting: ID<Meeting>,
    isTraineesOnly: Bool = false, by person: PersonID? = nil
  ) async throws -> Decision {
    try await act(as: person ?? cast.trainee, at: "2026-11-02T15:45:00.000Z") {
      viewer, world, writer in
      try Decision.record(
        DecisionDraft(wording: wording, votes: votes, isTraineesOnly: isTraineesOnly),
        in: meeting, by: viewer, at: world, writer: writer)
    }
  }
}

/// Lends a gathering: the trainee chairs it, the director is an officer, the coordinator and the
/// other trainee are members, and the adviser is a guest.
func withGathering<Answer>(
  _ engine: Engine, listing: Organization.Listing = .everyone,
  _ body: (Gathering) async throws -> Answer
) async throws -> Answer {
  try await withSociety(engine, listing: listing) { society in
    let cast = society.cast
    try await society.appoint(cast.trainee)
    try await society.appoint(cast.director, "Adviser")
    try await society.join(cast.other, cast.faculty)
    try await society.letIn(cast.adviser)
    return try await body(Gathering(society: society))
  }
}
