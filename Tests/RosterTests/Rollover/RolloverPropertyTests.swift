import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// What holds of any roster, however its appointments lie.
@Suite struct RolloverPropertyTests {
  @Test(arguments: Engine.available, [1, 2, 3] as [UInt64])
  func `any roster is turned as its preview counts, only once, and comes back as it was`(
    engine: Engine, seed: UInt64
  ) async throws {
    try await withRollover(engine) { stage in
      try await RandomRoster(seed: seed).fill(stage)
      try await stage.chooseAtRandom(seed: seed)
      let before = try await stage.tables()
      let counts = try await stage.counts()
      let report = try await stage.run()
      func taken(_ act: RolloverGroup.Act) -> Int {
        counts.filter { $0.group.act == act }.reduce(0) { $0 + $1.taken }
      }
      #expect(report.raised == taken(.raise))
      #expect(report.graduated == taken(.graduate))
      #expect(report.renewed == taken(.renew))
      #expect(report.raised > 5 && report.graduated > 0 && report.renewed > 0)
      #expect(try await stage.steps() == report.changed)
      let again = try await stage.counts(proposed: true)
      #expect(!again.contains { $0.group == .graduates })
      let stayed = again.filter { $0.group == .up }.reduce(0) { $0 + $1.all }
      #expect(try await stage.left() == stayed)
      try await stage.undo()
      #expect(try await stage.tables() == before)
    }
  }
}

/// Appointments at random: of all levels and standings, on and off the cycle, long and short.
private struct RandomRoster {
  var chance: SplitMix

  init(seed: UInt64) {
    chance = SplitMix(state: seed)
  }

  func fill(_ stage: RolloverStage) async throws {
    let cast = stage.stage.cast
    let rows = self
    try await stage.stage.store.write { writer in
      try writer.execute(
        "UPDATE program SET final_level = 4 WHERE id = \(cast.generalSurgery)")
      var rows = rows
      var people: [PersonID] = []
      for number in 0..<300 {
        let person = PersonID(stored: "00000000-0000-7000-a000-\(100_000_000_000 + number)")
        people.append(person)
        try writer.execute(
          """
          INSERT INTO person (id, family_name, given_name, capacity)
          VALUES (\(person), \("Family\(number)"), 'Random', 'trainee')
          """)
        for turn in 0...rows.chance.below(2) {
          let program = rows.chance.below(2) == 0 ? cast.internalMedicine : cast.generalSurgery
          let id = "00000000-0000-7000-b\(turn)00-\(100_000_000_000 + number)"
          try rows.appointment(id, of: person, in: program).insert(to: writer)
        }
      }
      try Directory.refresh(people, today: stage.today, in: writer)
    }
  }

  private mutating func appointment(
    _ id: String, of person: PersonID, in program: ProgramID
  ) -> Appointment {
    let startYear = 2023 + chance.below(5)
    let onCycle = chance.below(4) > 0
    let start =
      onCycle
      ? day("\(startYear)-07-01") : day("\(startYear)-01-01").adding(days: chance.below(365))
    let years = 1 + chance.below(3)
    let end =
      onCycle ? day("\(startYear + years)-06-30") : start.adding(days: 200 + chance.below(900))
    let standings: [Standing] = [.active, .active, .active, .leave, .probation, .withdrawn]
    let since: [Day?] = [nil, day("2026-07-01"), day("2027-07-01")]
    return Appointment(
      id: ID(stored: id), person: person, program: program, site: nil,
      level: 1 + chance.below(4), standing: standings[chance.below(6)], startsOn: start,
      endsOn: end, endsAs: chance.below(8) == 0 ? .transferred : nil,
      levelSince: since[chance.below(3)])
  }
}

extension RolloverStage {
  /// The sizes of the groups, of the draft or of a year in which nobody chose anything.
  fileprivate func counts(proposed: Bool = false) async throws -> [RolloverPlan.Count] {
    try await stage.see(as: stage.cast.office, on: today) { [year] viewer, reader in
      let rollover =
        proposed
        ? Rollover(proposing: year) : try Rollover.to(year, viewer: viewer, reader: reader)
      return try RolloverPlan(rollover, viewer: viewer).preview(with: [], reader).counts
    }
  }

  /// Ticks half of whom can be renewed, and leaves some out who would go up.
  fileprivate func chooseAtRandom(seed: UInt64) async throws {
    for group in [RolloverGroup.renewal, .up, .held] {
      try await stage.act(as: stage.cast.office, on: today) { [year, stage] viewer, writer in
        var chance = SplitMix(state: seed)
        let rollover = try Rollover.to(year, viewer: viewer, reader: writer)
        let shown = try RolloverPlan(rollover, viewer: viewer)
          .list(RolloverPlan.Query(group: group), writer).entries.map(\.appointment)
        try RolloverChoice(in: group, to: year).take(
          Set(shown.filter { _ in chance.below(2) == 0 }), among: shown, by: viewer,
          in: stage.world, writer: writer)
      }
    }
  }

  /// How many changes are one level up or a graduation, and nothing else: all of them.
  fileprivate func steps() async throws -> Int {
    try await stage.store.read { reader in
      try reader.number(
        """
        SELECT count(*) FROM rollover_before AS image
        JOIN appointment ON appointment.id = image.appointment_id
        WHERE (act <> 'graduate' AND appointment.training_level = image.training_level + 1
            AND appointment.standing = image.standing)
          OR (act = 'graduate' AND appointment.training_level = image.training_level
            AND appointment.standing = 'graduated')
        """)
    }
  }

  /// How many of those who go up were left out.
  fileprivate func left() async throws -> Int {
    try await stage.store.read { reader in
      try reader.number(
        "SELECT count(*) FROM rollover_choice WHERE kind = 'up' AND NOT taken")
    }
  }
}

/// Numbers at random that are the same for the same seed (Steele, Lea and Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % bound)
  }
}
