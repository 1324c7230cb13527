import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// A mentoring program with an open cycle and a few words to choose from.
struct Ground: Sendable {
  let stage: Stage
  let program: ID<MentoringProgram>
  let cycle: ID<MentoringCycle>
  /// Research, teaching, wellness.
  let topics: [ID<MentoringTerm>]

  var cast: Cast { stage.cast }
  var world: World { stage.world }
  var store: any Store { stage.store }

  /// Open from the day before the stage's today for a month; its pairs meet until the summer.
  static let plan: MentoringCycle.Plan = {
    var plan = MentoringCycle.Plan(
      enrollFrom: day("2026-11-01"), enrollUntil: day("2026-11-30"),
      beginsOn: day("2026-12-07"), endsOn: day("2027-06-30"))
    plan.mostMentees = 3
    return plan
  }()

  static let draft = MentoringProgramDraft(
    name: "Neighbors", purpose: "For trainees who would like to talk.",
    commitments: "Meet once a month. Keep what is said to yourselves.")
}

/// Lends a store with a mentoring program in it.
func withGround<Answer>(
  _ engine: Engine, _ body: (Ground) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let world = stage.world
    let ground = try await stage.act(as: stage.cast.office) { office, writer in
      let program = try MentoringProgram.found(
        Ground.draft, by: office, in: world, writer: writer)
      let cycle = try MentoringCycle.begin(
        CycleDraft(title: "Winter", plan: Ground.plan), of: program, by: office, in: world,
        writer: writer)
      let topics = try ["Research", "Teaching", "Wellness"].map {
        try MentoringTerm.add($0, to: .topic, by: office, in: world, writer: writer)
      }
      return Ground(stage: stage, program: program, cycle: cycle, topics: topics)
    }
    return try await body(ground)
  }
}

extension Ground {
  func mentee(_ topics: ID<MentoringTerm>..., hours: WeekHours = .none) -> EnrollmentDraft {
    EnrollmentDraft(
      part: .mentee, goals: "To find my way.", terms: topics, hours: hours, commitment: 1)
  }

  func mentor(
    _ places: Int, _ topics: ID<MentoringTerm>..., hours: WeekHours = .none
  ) -> EnrollmentDraft {
    EnrollmentDraft(part: .mentor, places: places, terms: topics, hours: hours, commitment: 1)
  }

  @discardableResult
  func enroll(
    _ person: PersonID, _ draft: EnrollmentDraft, in cycle: ID<MentoringCycle>? = nil,
    on today: Day = TestWorld.today
  ) async throws -> ID<Enrollment> {
    let (world, cycle) = (world, cycle ?? self.cycle)
    return try await stage.act(as: person, on: today) { viewer, writer in
      try Enrollment.submit(draft, in: cycle, by: viewer, at: world, writer: writer)
    }
  }

  /// What someone enrolled with, as they read it themselves.
  func own(_ person: PersonID) async throws -> Enrollment? {
    let cycle = cycle
    return try await stage.see(as: person) { viewer, reader in
      try Enrollment.own(in: cycle, viewer: viewer, reader: reader)
    }
  }

  func decide(
    _ id: ID<Enrollment>, _ decision: Enrollment.Decision = .approve, as person: PersonID? = nil
  ) async throws {
    let (world, read) = (world, try await read([id])[0])
    try await stage.act(as: person ?? cast.office) { viewer, writer in
      try Enrollment.decide(read, decision, by: viewer, in: world, writer: writer)
    }
  }

  /// The enrollments as the office reads them now.
  func read(_ ids: [ID<Enrollment>]) async throws -> [Enrollment.Read] {
    try await stage.see(as: cast.office) { office, reader in
      try ids.map { try Enrollment.find($0, viewer: office, reader: reader).read }
    }
  }

  /// Enrolls someone, with the office's approval.
  @discardableResult
  func take(
    _ person: PersonID, _ draft: EnrollmentDraft, in cycle: ID<MentoringCycle>? = nil
  ) async throws -> ID<Enrollment> {
    let id = try await enroll(person, draft, in: cycle)
    try await decide(id)
    return id
  }

  func move(
    to state: MentoringCycle.State, _ cycle: ID<MentoringCycle>? = nil
  ) async throws {
    let (world, cycle) = (world, cycle ?? self.cycle)
    try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.move(cycle, to: state, by: office, in: world, writer: writer)
    }
  }

  func set(_ decision: MentoringDecision) async throws {
    let cycle = cycle
    try await stage.act(as: cast.office) { office, writer in
      try decision.keep(in: cycle, by: office, writer: writer)
    }
  }

  func rank(
    _ side: PairSide, _ order: [ID<Enrollment>], as person: PersonID
  ) async throws {
    let cycle = cycle
    try await stage.act(as: person) { viewer, writer in
      try Ranking.keep(side, in: cycle, by: viewer, writer: writer) { field in
        order.indices.first { Ranking.field($0 + 1) == field }.map { order[$0].text } ?? ""
      }
    }
  }

  func prepare(_ cycle: ID<MentoringCycle>? = nil) async throws -> FrozenInputs {
    let cycle = cycle ?? self.cycle
    return try await stage.see(as: cast.office) { office, reader in
      try MatchingRun.prepare(cycle, viewer: office, reader: reader)
    }
  }

  func keep(
    _ solved: FrozenInputs.Solved, _ cycle: ID<MentoringCycle>? = nil
  ) async throws -> ID<MatchingRun> {
    let (world, cycle) = (world, cycle ?? self.cycle)
    return try await stage.act(as: cast.office) { office, writer in
      try MatchingRun.keep(solved, of: cycle, by: office, in: world, writer: writer)
    }
  }

  func match(_ cycle: ID<MentoringCycle>? = nil) async throws -> ID<MatchingRun> {
    try await keep(try prepare(cycle).solve(), cycle)
  }

  func publish(_ run: ID<MatchingRun>, on today: Day = TestWorld.today) async throws {
    let world = world
    try await stage.act(as: cast.office, on: today) { office, writer in
      try MatchingRun.publish(run, by: office, in: world, writer: writer)
    }
  }

  func pairs(of run: ID<MatchingRun>) async throws -> [MatchingRun.Line] {
    try await stage.see(as: cast.office) { office, reader in
      try MatchingRun.find(run, viewer: office, reader: reader)
        .lines(viewer: office, reader: reader)
    }
  }

  func pairs() async throws -> [MentoringPair] {
    let cycle = cycle
    return try await stage.see(as: cast.office) { office, reader in
      try MentoringPair.all(in: cycle, viewer: office, reader: reader)
    }
  }

  /// Someone more who trains in a program or, without one, is of the faculty.
  func hire(_ given: String, in program: ProgramID? = nil) async throws -> PersonID {
    let (world, site) = (world, cast.university)
    return try await stage.act(as: cast.administrator) { admin, writer in
      let person = try Person.add(
        PersonDraft(
          name: PersonName(given: given, family: "Quill"),
          capacity: program == nil ? .faculty : .trainee), by: admin, in: world, to: writer)
      if let program {
        try Appointment.add(
          .of(program, site, 1, ("2026-07-01", "2029-06-30")), to: person, by: admin, in: world,
          writer: writer)
      }
      return person
    }
  }

  /// The sentences that someone was told, the oldest first.
  func told(_ person: PersonID) async throws -> [String] {
    try await store.read { reader in
      try Notice.list(for: person, before: nil, reader: reader).reversed()
        .filter { $0.kind == .mentoring }.map(\.sentence)
    }
  }
}
