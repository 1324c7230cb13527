import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct PublishedCountTests {
  @Test(arguments: Engine.available)
  func `the number is renewed on the first of a month, after five came or went`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 20) { society in
      let (cast, crowd) = (society.cast, society.crowd)
      try await society.join(all: crowd[0..<12])
      #expect(try await society.turn(to: "2026-11-30").released == 0)
      #expect(try await society.count(as: cast.office) == .fewer(than: 11))
      #expect(try await society.turn(to: "2026-12-01").released == 1)
      #expect(try await society.count(as: cast.office) == .number(12, on: day("2026-12-01")))
      // Four more are too few, five are enough.
      try await society.join(all: crowd[12..<16])
      #expect(try await society.turn(to: "2027-01-01").released == 0)
      #expect(try await society.count(as: crowd[0]) == .number(12, on: day("2026-12-01")))
      try await society.join(crowd[16])
      #expect(try await society.turn(to: "2027-02-01").released == 1)
      #expect(try await society.count(as: crowd[0]) == .number(17, on: day("2027-02-01")))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever comes and goes in between, or goes and comes back, changes nothing`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 20) { society in
      let crowd = society.crowd
      try await society.join(all: crowd[0..<12])
      try await society.turn(to: "2026-12-01")
      for person in crowd[12..<20] {
        try await society.join(person)
        try await society.leave(person)
      }
      for person in crowd[0..<8] {
        try await society.leave(person)
        try await society.join(person)
      }
      #expect(try await society.turn(to: "2027-01-01").released == 0)
      // Those who left are forgotten by now, and it is still so.
      #expect(try await society.turn(to: "2027-02-01").released == 0)
      #expect(
        try await society.count(as: society.cast.other) == .number(12, on: day("2026-12-01")))
    }
  }

  @Test(arguments: Engine.available)
  func `those who went count also when they are forgotten, and one person never for two`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 20) { society in
      let crowd = society.crowd
      try await society.join(all: crowd[0..<16])
      try await society.turn(to: "2026-12-01")
      for person in crowd[0..<5] { try await society.leave(person, on: day("2026-12-02")) }
      // They are forgotten on January 1; two of them come back.
      let outcome = try await society.turn(to: "2027-01-01")
      #expect([outcome.ended, outcome.forgotten, outcome.released] == [0, 5, 1])
      #expect(
        try await society.count(as: society.cast.other) == .number(11, on: day("2027-01-01")))
      for person in crowd[5..<8] { try await society.leave(person, on: day("2027-01-02")) }
      try await society.turn(to: "2027-02-02")
      try await society.join(all: crowd[5..<8])
      // Three people went and came: not six changes, and not three.
      #expect(try await society.turn(to: "2027-03-01").released == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `members who are seen do not make up the crowd in which others hide`(
    engine: Engine
  ) async throws {
    try await withSociety(engine, crowd: 14) { society in
      let crowd = society.crowd
      try await society.join(all: crowd)
      for person in crowd[0..<10] { try await society.show(person, to: .everyone) }
      #expect(try await society.turn(to: "2026-12-01").released == 0)
      try await society.show(crowd[0], to: .nobody)
      #expect(try await society.turn(to: "2027-01-01").released == 1)
      // Fourteen, of whom nine are seen: the other five are not shown to everybody.
      #expect(try await society.count(as: society.cast.other) == .fewer(than: 11))
      try await society.appoint(society.cast.faculty)
      #expect(
        try await society.count(as: society.cast.faculty) == .number(14, on: day("2027-01-01")))
    }
  }

  @Test(arguments: Engine.available)
  func `those who let themselves be seen later uncover nobody either`(engine: Engine) async throws {
    try await withSociety(engine, crowd: 14) { society in
      let (cast, crowd) = (society.cast, society.crowd)
      try await society.join(all: crowd)
      try await society.turn(to: "2026-12-01")
      for person in crowd[0..<3] { try await society.show(person, to: .everyone) }
      #expect(try await society.count(as: cast.other) == .number(14, on: day("2026-12-01")))
      try await society.show(crowd[3], to: .everyone)
      #expect(try await society.count(as: cast.other) == .fewer(than: 11))
    }
  }

  @Test(arguments: Engine.available)
  func `nothing that anyone reads differs with one person`(engine: Engine) async throws {
    var seen: [[PublishedCount]] = []
    for size in [13, 14] {
      seen.append(
        try await withSociety(engine, crowd: 20) { society in
          try await society.join(all: society.crowd[0..<12])
          try await society.turn(to: "2026-12-01")
          try await society.join(all: society.crowd[12..<size])
          try await society.turn(to: "2027-01-01")
          try await society.appoint(society.cast.faculty)
          var counts: [PublishedCount] = []
          for (_, person) in society.cast.viewers where person != nil {
            counts.append(try await society.count(as: person))
          }
          return counts
        })
    }
    #expect(seen[0] == seen[1])
  }

  @Test(arguments: Engine.available)
  func `numbers of a year are shown when it is over, both or none`(engine: Engine) async throws {
    try await withSociety(engine, crowd: 12) { society in
      let id = society.organization
      try await society.join(all: society.crowd)
      for person in society.crowd { try await society.leave(person) }
      @Sendable func years(on today: Day) async throws -> [String] {
        try await society.stage.see(as: society.cast.other, on: today) { viewer, reader in
          let organization = try Organization.find(id, viewer: viewer, reader: reader)
          return try MembershipYear.all(
            of: organization, viewer: viewer, settings: Settings(reader: reader), reader: reader
          ).map { year in
            "\(year.name): " + (year.numbers.map { "\($0.joined) \($0.departed)" } ?? "-")
          }
        }
      }
      #expect(try await years(on: TestWorld.today) == [])
      let all = ["2026–27: 12 12"]
      #expect(try await years(on: day("2027-07-01")) == all)
      try await society.turn(to: "2027-07-02")
      #expect(try await years(on: day("2027-07-02")) == all)
      try await society.stage.store.write { writer in
        try writer.execute("UPDATE membership_year SET departed = 10")
      }
      let none = try await years(on: day("2027-07-02"))
      #expect(none == ["2026–27: -"])
    }
  }
}
