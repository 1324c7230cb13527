import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Loading and retiring questionnaires, and which of them a cycle uses.
@Suite struct InstrumentTests {
  @Test(arguments: Engine.available)
  func `loading a name again makes its next version, the same text makes none`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let first = try await ground.load()
      await #expect(throws: InstrumentRefusal.sameSheet(version: 1)) { try await ground.load() }
      try await ground.choose(first)
      try await ground.load(sheetFile(name: "SHORT", last: "Someone helps me."))
      let all = try await ground.instruments()
      #expect(all.map(\.version) == [2, 1])
      #expect(all.map { $0.retiredAt == nil } == [true, false])
      // A cycle goes on with what it chose.
      #expect(try await ground.used()?.version == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a retired questionnaire cannot be chosen, and one cycle uses one`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (one, other) = (try await ground.load(), try await ground.load(sheetFile(name: "Other")))
      try await ground.choose(one)
      try await ground.choose(other)
      #expect(try await ground.used()?.sheet.name == "Other")
      try await ground.retire(one)
      await #expect(throws: InstrumentRefusal.retired) { try await ground.choose(one) }
      await #expect(throws: InstrumentRefusal.retired) { try await ground.retire(one) }
      #expect(try await ground.used()?.sheet.name == "Other")
      try await ground.choose(nil)
      #expect(try await ground.used() == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `it is chosen before the pairs meet, and stays once someone has answered`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (one, other) = (try await ground.load(), try await ground.load(sheetFile(name: "Other")))
      try await ground.choose(one)
      try await ground.take(ground.cast.trainee, ground.mentee())
      try await ground.move(to: .matching)
      try await ground.choose(other)
      try await ground.answer([1, 2, 3], as: ground.cast.trainee, on: TestWorld.today)
      for next in [one, nil] {
        await #expect(throws: InstrumentRefusal.answered) { try await ground.choose(next) }
      }
      try await ground.forget(as: ground.cast.trainee)
      try await ground.choose(one)
      try await ground.move(to: .open)
      _ = try await ground.pairUp(mentees: 1, mentors: 1)
      await #expect(throws: InstrumentRefusal.tooLate) { try await ground.choose(other) }
    }
  }

  @Test(arguments: Engine.available)
  func `the next cycle uses what this one does, unless it was retired`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let id = try await ground.load()
      try await ground.choose(id)
      for isRetired in [false, true] {
        if isRetired { try await ground.retire(id) }
        let (cycle, world) = (ground.cycle, ground.world)
        let used = try await ground.stage.act(as: ground.cast.office) { office, writer in
          let title = isRetired ? "Next" : "Next but one"
          let typed = ["title": title, "enroll_from": "2027-11-02"]
          let next = try MentoringCycle.clone(cycle, by: office, in: world, writer: writer) {
            typed[$0] ?? ""
          }
          return try CycleInstrument.of(next, viewer: office, reader: writer)?.instrument.id
        }
        #expect(used == (isRetired ? nil : id))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the office loads, lists, retires or chooses`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let id = try await ground.load()
      let (cycle, world) = (ground.cycle, ground.world)
      let sheet = try InstrumentSheet(checking: sheetFile(name: "Theirs"))
      for (role, person) in ground.cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try Instrument.load(sheet, by: viewer, in: world, writer: writer)
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try Instrument.all(viewer: viewer, reader: reader).count
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try Instrument.retire(id, by: viewer, writer: writer)
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try CycleInstrument.choose(id, for: cycle, by: viewer, writer: writer)
          }
        }
      }
    }
  }
}
