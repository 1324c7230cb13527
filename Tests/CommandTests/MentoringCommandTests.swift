import Foundation
import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Stores
import Testing

/// `housestaff mentoring match`: what it says, keeps, refuses, and whom it names.
@Suite struct MentoringCommandTests {
  @Test(arguments: Engine.available)
  func `a dry run says what the matching would be and keeps nothing`(
    engine: Engine
  ) async throws {
    try await withCycle(engine) { cycle in
      try await cycle.move(to: .matching)
      let answer = try cycle.match("--cycle", "Winter", "--dry-run")
      #expect(
        answer
          == .done(
            """
            “Winter”: 1 of 2 have one of 1 mentors, 1000 points in all.
            Proof: no other pairs of as many people have more than 1000.
            Without a pair: 1. Others have the places, and all together would not gain by \
            giving one up.
              \(cycle.second.text)
            Nothing was kept.

            """))
      #expect(try await cycle.count("FROM matching_run") == 0)
      #expect(try await cycle.count("FROM audit_entry WHERE act = 'mentoring.matched'") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `without it the matching waits for the page, in the trail, and nobody is told`(
    engine: Engine
  ) async throws {
    try await withCycle(engine) { cycle in
      try await cycle.move(to: .matching)
      let before = try await cycle.count("FROM notice")
      _ = try cycle.match("--cycle", cycle.id.text)
      let answer = try cycle.match("--cycle", cycle.id.text, "--format", "json")
      #expect(answer.status == 0)
      let told = try JSONDecoder().decode(Told.self, from: Data(answer.output.utf8))
      #expect(
        told
          == Told(
            cycle: cycle.id.text, dualBound: 1000, kept: told.kept, matched: 1, mentees: 2,
            mentors: 1, objective: "most", title: "Winter", total: 1000,
            withoutMentor: [.init(enrollment: cycle.second.text, reason: "outbid")]))
      let run = ID<MatchingRun>(stored: told.kept ?? "")
      #expect(
        try await cycle.count("FROM matching_run WHERE id = \(run) AND state = 'pending'") == 1)
      #expect(try await cycle.count("FROM matching_run") == 2)
      #expect(try await cycle.count("FROM notice") == before)
      #expect(
        try await cycle.count(
          "FROM audit_entry WHERE act = 'mentoring.matched' AND actor IS NULL") == 2)
    }
  }

  @Test func `nobody who takes part is named`() async throws {
    try await withCycle(.sqlite) { cycle in
      try await cycle.move(to: .matching)
      let names = try await cycle.stage.store.read { reader in
        try reader.rows("SELECT family_name FROM person").map { try $0.text("family_name") }
      }
      for words in [["--dry-run"], ["--format", "json"], []] {
        let answer = try cycle.match(words: ["--cycle", "Winter"] + words)
        #expect(answer.status == 0)
        let named = names.filter(answer.output.contains)
        #expect(named.isEmpty)
      }
    }
  }

  @Test func `a cycle that is not there, or not there for it, is refused with what is`()
    async throws
  {
    try await withCycle(.sqlite) { cycle in
      #expect(
        try cycle.match("--cycle", "Summer", "--dry-run").complaint
          == "housestaff: There is no cycle “Summer”, and none that can be matched now.\n")
      #expect(
        try cycle.match("--cycle", "Winter", "--dry-run").complaint
          == "housestaff: “Winter” takes enrollments until November 30, 2026. Move it to matching "
          + "first.\n")
      try await cycle.move(to: .matching)
      let answer = try cycle.match("--cycle", "Summer")
      #expect(
        answer
          == Executable.Answer(
            status: 1, output: "",
            complaint: "housestaff: There is no cycle “Summer”. These can be matched now:\n"
              + "  \(cycle.id.text)  Winter, matching\n"))
      #expect(
        try Executable.run(
          "mentoring", "match", "--cycle", "Winter", "--database", "/nowhere/at-all.sqlite"
        ).complaint == "housestaff: There is no database at /nowhere/at-all.sqlite.\n")
    }
  }

  /// What the command tells programs.
  private struct Told: Decodable, Equatable {
    let cycle: String
    let dualBound: Int
    let kept: String?
    let matched, mentees, mentors: Int
    let objective, title: String
    let total: Int
    let withoutMentor: [Without]

    struct Without: Decodable, Equatable {
      let enrollment, reason: String
    }
  }
}

/// A cycle with two who look for a mentor and one who takes one of them; the first shares a topic.
private struct CycleOnFile: Sendable {
  let stage: Stage
  let database: String
  let id: ID<MentoringCycle>
  /// Who shares nothing with the mentor.
  let second: ID<Enrollment>

  func move(to state: MentoringCycle.State) async throws {
    let id = id
    try await stage.act(as: stage.cast.office) { office, writer in
      try MentoringCycle.move(id, to: state, by: office, in: TestWorld.make(), writer: writer)
    }
  }

  func match(_ words: String...) throws -> Executable.Answer { try match(words: words) }

  func match(words: [String]) throws -> Executable.Answer {
    try Executable.run(words: ["mentoring", "match"] + words + ["--database", database])
  }

  func count(_ from: SQLQuery) async throws -> Int {
    try await stage.store.read { try $0.number("SELECT count(*) \(from)") }
  }
}

private func withCycle(
  _ engine: Engine, _ body: (CycleOnFile) async throws -> Void
) async throws {
  try await withLocation(engine, migrated: true) { location in
    let store = try await openStore(at: location)
    let world = TestWorld.make()
    let cast = try await store.write { try Cast.enter(in: world, $0) }
    let made = CycleMaking(stage: Stage(store: store, world: world, cast: cast))
    let (id, topic) = try await made.begin()
    let wishing = EnrollmentDraft(part: .mentee, goals: "To learn.", terms: [topic], commitment: 1)
    let other = EnrollmentDraft(part: .mentee, goals: "To learn.", commitment: 1)
    let offering = EnrollmentDraft(part: .mentor, places: 1, terms: [topic], commitment: 1)
    _ = try await made.take(try await made.hire("Ines"), wishing, id)
    let second = try await made.take(try await made.hire("Jo"), other, id)
    _ = try await made.take(cast.faculty, offering, id)
    let database =
      switch location {
      case .sqlite(let path): path
      case .postgres(let url): url
      }
    try await body(
      CycleOnFile(stage: made.stage, database: database, id: id, second: second))
    try await store.close()
  }
}

/// Makes what the command finds. The command lives by the clock, so people and the cycle stay for
/// long.
private struct CycleMaking: Sendable {
  let stage: Stage

  func begin() async throws -> (ID<MentoringCycle>, ID<MentoringTerm>) {
    let world = stage.world
    return try await stage.act(as: stage.cast.office) { office, writer in
      let program = try MentoringProgram.found(
        MentoringProgramDraft(
          name: "Neighbors", purpose: "To talk.", commitments: "Meet once a month."),
        by: office, in: world, writer: writer)
      let plan = MentoringCycle.Plan(
        enrollFrom: day("2026-11-01"), enrollUntil: day("2026-11-30"),
        beginsOn: day("2026-12-07"), endsOn: day("2046-06-30"))
      return (
        try MentoringCycle.begin(
          CycleDraft(title: "Winter", plan: plan), of: program, by: office, in: world,
          writer: writer),
        try MentoringTerm.add("Research", to: .topic, by: office, in: world, writer: writer)
      )
    }
  }

  func hire(_ given: String) async throws -> PersonID {
    let (world, cast) = (stage.world, stage.cast)
    return try await stage.act(as: cast.administrator) { admin, writer in
      let person = try Person.add(
        PersonDraft(name: PersonName(given: given, family: "Quill"), capacity: .trainee),
        by: admin, in: world, to: writer)
      try Appointment.add(
        .of(cast.generalSurgery, cast.university, 1, ("2026-07-01", "2046-06-30")), to: person,
        by: admin, in: world, writer: writer)
      return person
    }
  }

  func take(
    _ person: PersonID, _ draft: EnrollmentDraft, _ cycle: ID<MentoringCycle>
  ) async throws -> ID<Enrollment> {
    let world = stage.world
    let id = try await stage.act(as: person) { viewer, writer in
      try Enrollment.submit(draft, in: cycle, by: viewer, at: world, writer: writer)
    }
    try await stage.act(as: stage.cast.office) { office, writer in
      let read = try Enrollment.find(id, viewer: office, reader: writer).read
      try Enrollment.decide(read, .approve, by: office, in: world, writer: writer)
    }
    return id
  }
}
