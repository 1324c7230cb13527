import Disclosure
import Testing

@Suite struct AuditOracleTests {
  @Test(arguments: [[2, 2], [2, 3], [3, 3], [2, 2, 2]])
  func `intervals are those of all tables there are, counted out`(shape: [Int]) throws {
    var chance = Seeded(41)
    for _ in 0..<20 {
      let table = try CountTable.drawn(shape, upTo: 1, &chance)
      // The grand total is published, so that it bounds what must be counted out.
      let inner = table.counts.indices.dropLast().shuffled(using: &chance)
      let withheld = inner.prefix(min(11, inner.count * 2 / 3)).sorted()
      let publication = try Publication(
        system: table.system, values: table.counts, withheld: withheld)
      let audit = try Audit(publication)
      let oracle = Enumeration(publication, upTo: table.counts.max() ?? 0)
      for cell in withheld {
        #expect(audit.intervals[cell] == oracle.intervals[cell])
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
    #expect(
      withheld.map { audit.intervals[$0] } == [
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
