import Kernel
import RosterTestSupport
import SQLStore

@testable import Roster

/// The cast a year later, with trainees of every sort, and the office, which turns the year.
struct RolloverStage: Sendable {
  let stage: Stage
  /// The day on which everything is looked at and done.
  var today = day("2027-07-01")

  /// The academic year that begins on the first of July 2027, unless the stage is another one.
  var year = AcademicYear(startYear: 2027, start: .july1)

  /// The same on another day, or in another year.
  func on(_ today: String, of year: AcademicYear? = nil) -> RolloverStage {
    var other = self
    other.today = day(today)
    other.year = year ?? self.year
    return other
  }

  /// Adds a trainee who has been at a level since long ago.
  @discardableResult
  func add(
    _ family: String, _ level: Int, _ days: (from: String, to: String),
    _ standing: Standing = .active, in program: ProgramID? = nil
  ) async throws -> ID<Appointment> {
    let cast = stage.cast
    return try await stage.act(as: cast.office) { viewer, writer in
      let person = try Person.add(
        PersonDraft(
          name: PersonName(given: "Test", family: family), capacity: .trainee,
          address: "\(family.lowercased())@hospital.example"),
        by: viewer, in: stage.world, to: writer)
      return try Appointment.add(
        .of(program ?? cast.internalMedicine, nil, level, days, standing), to: person, by: viewer,
        in: stage.world, writer: writer)
    }
  }

  /// Writes down the final year of Internal Medicine.
  func setFinal(_ level: Int?) async throws {
    let program = stage.cast.internalMedicine
    try await stage.store.write { writer in
      try writer.execute(
        "UPDATE program SET final_level = \(level) WHERE id = \(program)")
    }
  }

  /// What happens to whom, as `Okafor: away, taken`.
  func plan() async throws -> [String] {
    try await stage.see(as: stage.cast.office, on: today) { [year] viewer, reader in
      let rollover = try Rollover.to(year, viewer: viewer, reader: reader)
      var lines: [String] = []
      try RolloverPlan(rollover, viewer: viewer).forEach(reader) { line in
        let family = line.name.split(separator: " ").last ?? ""
        lines.append("\(family): \(line.group.rawValue)" + (line.isTaken ? ", taken" : ""))
      }
      return lines.sorted()
    }
  }

  /// Confirms what is seen now.
  func confirm() async throws -> ID<Rollover> {
    try await stage.act(as: stage.cast.office, on: today) { [year, stage] viewer, writer in
      let rollover = try Rollover.to(year, viewer: viewer, reader: writer)
      let digest = try RolloverPlan(rollover, viewer: viewer).preview(with: [], writer).digest
      return try Rollover.confirm(
        digest, to: year, by: viewer, in: stage.world, writer: writer
      ).id
    }
  }

  /// The occasion of someone, of the office where nobody is named.
  func occasion(as person: PersonID? = nil) async throws -> RosterOccasion {
    let who = person ?? stage.cast.office
    let viewer = try await stage.see(as: who, on: today) { viewer, _ in viewer }
    return RosterOccasion(store: stage.store, world: stage.world, viewer: viewer)
  }

  /// Confirms and carries out.
  @discardableResult
  func run() async throws -> RolloverReport {
    try await Rollover.carryOut(try await confirm(), on: try await occasion())
  }

  /// Undoes what was done of the year.
  func undo() async throws {
    let id = try await stage.see(as: stage.cast.office, on: today) { [year] viewer, reader in
      try Rollover.to(year, viewer: viewer, reader: reader).id
    }
    try await Rollover.undo(id, on: try await occasion())
  }

  /// An appointment as it stands.
  func appointment(_ id: ID<Appointment>) async throws -> Appointment {
    try await stage.store.read { try Appointment.find(id, in: $0) }
  }

  /// Takes or leaves out one appointment of a group.
  func choose(
    _ isTaken: Bool, _ id: ID<Appointment>, in group: RolloverGroup
  ) async throws {
    try await stage.act(as: stage.cast.office, on: today) { [year, stage] viewer, writer in
      try RolloverChoice(in: group, to: year).take(
        isTaken ? [id] : [], among: [id], by: viewer, in: stage.world, writer: writer)
    }
  }

  /// Every row of the tables that a rollover touches.
  func tables() async throws -> [String] {
    try await stage.store.read { reader in
      try ["person", "appointment", "program", "role_grant", "directory_entry", "notice"].flatMap {
        table in
        try reader.rows(SQLQuery(trusted: "SELECT * FROM \(table)"))
          .map { "\(table): \($0.values)" }.sorted()
      }
    }
  }
}

/// Lends the stage with a final year of 3 in Internal Medicine.
func withRollover<Answer>(
  _ engine: Engine, _ body: (RolloverStage) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let rollover = RolloverStage(stage: stage)
    try await rollover.setFinal(3)
    return try await body(rollover)
  }
}
