import Disclosure
import Testing

@Suite struct LinkedTests {
  private static func axis(_ name: String, _ codes: [String]) throws -> Axis {
    try Axis(name: name, categories: codes)
  }

  @Test func `a cell that two tables share is protected in both or in none`() throws {
    let program = try Self.axis("program", ["A", "B", "C"])
    let level = try CountTable(
      axes: [program, Self.axis("level", ["1", "2"])], leaves: [3, 9, 10, 12, 11, 14])
    let gender = try CountTable(
      axes: [program, Self.axis("gender", ["w", "m"])], leaves: [7, 5, 11, 11, 12, 13])
    let linked = try LinkedTables([level, gender])
    // Programs and their total are shared: 12 + 12 cells less 4.
    #expect(linked.values.count == 20)
    #expect(linked.numbers[0][2] == linked.numbers[1][2])

    // Alone, each audit is content; together, the shared totals give the cell away.
    let first = [0, 2, 3, 5]
    let alone = try Audit(
      Publication(system: level.system, values: level.counts, withheld: first))
    #expect(alone.exactlyKnown.isEmpty)
    let together = try Audit(
      Publication(
        system: linked.system, values: linked.values,
        withheld: [0, 2].map { linked.numbers[0][$0] }))
    #expect(together.exactlyKnown == [0, 2].map { linked.numbers[0][$0] })

    let safe = try Suppression(ThresholdRule(5).problem(for: linked))
    #expect(safe.audit.knownSmall(below: 5).isEmpty)
    #expect(Demand(atLeast: 5).isMet(by: safe.audit.intervals[linked.numbers[0][0]]))
  }

  @Test func `tables of the same people must not differ`() throws {
    let program = try Self.axis("program", ["A", "B"])
    let one = try CountTable(axes: [program], leaves: [3, 4])
    let other = try CountTable(axes: [program], leaves: [3, 5])
    #expect(throws: TableProblem.doesNotAdd(total: 1)) { try LinkedTables([one, other]) }
  }

  @Test func `one person on leave is not given away by a table without people on leave`() throws {
    let program = try Self.axis("program", ["A", "B", "C"])
    let all = try CountTable(axes: [program], leaves: [10, 20, 30])
    let present = try CountTable(axes: [program], leaves: [9, 20, 28])
    var linked = try LinkedTables([all])
    try linked.add(present, within: 0)
    let open = try Publication(
      system: linked.system, values: linked.values, withheld: linked.unseen)
    let leaving = try Audit(open).exactlyKnown.map { linked.values[$0] }
    #expect(leaving.sorted() == [0, 1, 2, 3])

    let safe = try Suppression(ThresholdRule(5).problem(for: linked))
    for cell in linked.unseen where linked.values[cell] > 0 {
      #expect(Demand(atLeast: 5).isMet(by: safe.audit.intervals[cell]))
    }
  }

  @Test func `a difference of one between two years is withheld`() throws {
    let program = try Self.axis("program", ["A", "B", "C"])
    let before = try CountTable(axes: [program], leaves: [12, 20, 30])
    let now = try CountTable(axes: [program], leaves: [11, 20, 44])
    let rule = ThresholdRule(5)
    let earlier = try Suppression(rule.problem(for: before))
    #expect(earlier.withheld.isEmpty)
    let careless = try Suppression(rule.problem(for: now))
    #expect(try careless.audit.smallChanges(since: earlier.audit, below: 5) == [0])

    let careful = try Suppression(rule.problem(for: now, after: earlier.audit.intervals))
    #expect(try careful.audit.smallChanges(since: earlier.audit, below: 5).isEmpty)
    #expect(careful.primary == [0])
  }
}
