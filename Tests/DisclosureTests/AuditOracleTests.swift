import Disclosure
import Testing

@Suite struct AuditOracleTests {
  @Test(arguments: [[3, 3], [3, 4], [2, 2, 2], [3, 2, 3], [2, 2, 2, 2]])
  func `intervals are those of all tables there are, counted out`(shape: [Int]) throws {
    var chance = Seeded(41)
    for _ in 0..<25 {
      let table = try CountTable.drawn(shape, upTo: 2, &chance)
      let withheld = table.counts.indices.filter { _ in chance.next() % 100 < 55 }
      let system = table.system
      let publication = try Publication(
        system: system, values: table.counts, withheld: withheld)
      let audit = try Audit(publication)
      let oracle = Enumeration(publication, upTo: table.counts.max() ?? 0)
      for cell in withheld {
        // Values are counted out up to the greatest count only: beyond it both must agree to be.
        let found = audit.intervals[cell]
        let expected = oracle.intervals[cell]
        #expect(found.low == expected.low)
        #expect(min(found.high ?? oracle.limit, oracle.limit) == expected.high)
      }
    }
  }

  @Test func `a hierarchy lets a reader subtract at every level`() throws {
    let axis = try Axis(
      name: "place", codes: ["a1", "a2", "A", "b1", "b2", "B", "all"],
      parents: ["a1": "A", "a2": "A", "b1": "B", "b2": "B", "A": "all", "B": "all"])
    let table = try CountTable(axes: [axis], leaves: [1, 2, 3, 4])
    #expect(table.counts == [1, 2, 3, 3, 4, 7, 10])
    let withheld = [0, 2, 3, 5]
    let audit = try Audit(
      Publication(system: table.system, values: table.counts, withheld: withheld))
    #expect(withheld.map { audit.intervals[$0] } == [
      Interval(0, 4), Interval(2, 6), Interval(0, 4), Interval(4, 8),
    ])
  }

  @Test func `nothing bounds a cell when every total is withheld too`() throws {
    let table = try CountTable.plain([3, 3], [1, 2, 3, 4, 5, 9, 5, 7, 12])
    let audit = try Audit(
      Publication(system: table.system, values: table.counts, withheld: [0, 2, 6, 8]))
    #expect(audit.intervals[0] == Interval(0, nil))
    #expect(audit.intervals[8] == Interval(11, nil))
    #expect(audit.witness(for: 8, greatest: true) == nil)
    let none = try Audit(
      Publication(system: table.system, values: table.counts, withheld: Array(0..<9)))
    #expect(none.intervals == .init(repeating: .unknown, count: 9))
  }

  @Test func `a publication that contradicts itself is refused`() throws {
    let table = try CountTable.plain([3, 3], [1, 2, 3, 4, 5, 9, 5, 7, 12])
    var known = table.counts.map { Interval(exactly: $0) }
    known[0] = .unknown
    known[8] = Interval(exactly: 13)
    #expect(throws: TableProblem.self) {
      try Audit(Publication(system: table.system, known: known))
    }
  }

  @Test func `ranges that are published narrow what is withheld beside them`() throws {
    let table = try CountTable.plain([3], [2, 8, 10])
    let known = [Interval(1, 4), .unknown, Interval(exactly: 10)]
    let audit = try Audit(Publication(system: table.system, known: known))
    #expect(audit.intervals == [Interval(1, 4), Interval(6, 9), Interval(10, 10)])
  }
}
