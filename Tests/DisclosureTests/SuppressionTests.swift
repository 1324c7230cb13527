import Disclosure
import Testing

@Suite struct SuppressionTests {
  @Test(arguments: [[6, 5], [4, 3, 3], [3, 3, 2, 2], [12]])
  func `no withheld small count of any random table is known to be small`(shape: [Int]) throws {
    var chance = Seeded(7)
    for _ in 0..<5 {
      let table = try CountTable.drawn(shape, upTo: 14, &chance)
      for zeros in [ThresholdRule.Zeros.published, .available, .withheld] {
        let rule = ThresholdRule(5, zeros: zeros)
        guard let found = try? Suppression(rule.problem(for: table), effort: .init(changes: 60))
        else { continue }
        let open = try Publication(
          system: table.system, values: table.counts, withheld: found.withheld,
          floor: zeros == .published ? 1 : 0)
        let audit = try Audit(open)
        for cell in table.counts.indices where rule.isSensitive(table.counts[cell]) {
          #expect(Demand(atLeast: 5).isMet(by: audit.intervals[cell]))
        }
        #expect(found.withheld.allSatisfy { zeros != .published || table.counts[$0] > 0 })
      }
    }
  }

  @Test func `showing any one cell that was withheld for others is caught`() throws {
    var chance = Seeded(3)
    let table = try CountTable.drawn([8, 5], upTo: 30, &chance)
    let suppression = try Suppression(ThresholdRule(5).problem(for: table))
    let withheld = Set(suppression.withheld)
    var caught = 0
    for cell in suppression.complementary {
      let broken = try Audit(
        Publication(
          system: table.system, values: table.counts,
          withheld: withheld.subtracting([cell]), floor: 1), knowing: table.counts)
      if !broken.knownSmall(below: 5).isEmpty { caught += 1 }
    }
    #expect(caught == suppression.complementary.count)
    #expect(caught > 5)
  }

  @Test func `the order of the rows of a file changes nothing`() throws {
    let text = try Reference.text("residency_s2", "csv")
    let lines = text.split(separator: "\n").map(String.init)
    let plain = try Self.published(lines)
    var chance = Seeded(5)
    let moved = [lines[0]] + lines[1...].shuffled(using: &chance)
    #expect(try Self.published(moved) == plain)
  }

  private static func published(_ lines: [String]) throws -> PublishedTable {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let file = try CountFile(parsing: bytes)
    let suppression = try Suppression(
      ThresholdRule(5).problem(for: file.table), effort: .init(changes: 20))
    return PublishedTable(file.table, withholding: suppression.withheld).inColumns(of: file)
  }

  @Test func `one small cell beside a total takes another one with it`() throws {
    let table = try CountTable.plain([4], [2, 9, 30, 41])
    let suppression = try Suppression(ThresholdRule(5).problem(for: table))
    #expect(suppression.primary == [0])
    #expect(suppression.complementary == [1])
    #expect(suppression.audit.intervals[0] == Interval(1, 10))
  }

  @Test func `a total that is a small cell alone is withheld up to the last`() throws {
    let table = try CountTable.plain([3, 3], [2, 0, 2, 20, 30, 50, 22, 30, 52])
    let suppression = try Suppression(ThresholdRule(5).problem(for: table))
    #expect(suppression.primary == [0, 2])
    #expect(suppression.audit.knownSmall(below: 5).isEmpty)
  }

  @Test func `a small count that stands alone cannot be hidden, and that is said`() throws {
    let alone = try CountTable.plain([2], [3, 3])
    #expect(throws: TableProblem.unprotectable(cell: 0)) {
      var problem = try ThresholdRule(5).problem(for: alone)
      problem.published = [1]
      problem.demands = [0: Demand(atLeast: 5)]
      _ = try Suppression(problem)
    }
  }

  @Test func `a table without small counts is published whole`() throws {
    let table = try CountTable.plain([3, 3], [10, 20, 30, 0, 30, 30, 10, 50, 60])
    let suppression = try Suppression(ThresholdRule(5).problem(for: table))
    #expect(suppression.withheld.isEmpty)
  }

  @Test func `the rest of a total without one part is a group too`() throws {
    // 48 of 50 in one cell: the other two cells are 1 and 1, and so is known of both together.
    let table = try CountTable.plain([4], [48, 1, 1, 50])
    let loose = ThresholdRule(5, promise: .basic, complements: false)
    let careful = ThresholdRule(5, promise: .basic, complements: true)
    #expect(try Suppression(loose.problem(for: table)).complementary.isEmpty == false)
    let audit = try Suppression(careful.problem(for: table)).audit
    let rest = table.counts.count
    #expect(!audit.intervals[rest].isExact)
  }

  @Test(arguments: [(false, Suppression.Effort.first), (true, .first), (false, .init(changes: 1))])
  func `a large table of four dimensions is protected within seconds, with proofs`(
    hasLevels: Bool, effort: Suppression.Effort
  ) throws {
    var chance = Seeded(11)
    let (shape, most) = effort == .first ? ([12, 7, 3, 5], 30) : ([8, 6, 3, 5], 300)
    var axes = try shape.enumerated().map { try Axis.plain("d\($0)", $1 + 1) }
    if hasLevels { axes[3] = try Self.levels }
    let leaves = (0..<shape.reduce(1, *)).map { _ in
      Bool.random(using: &chance) ? 0 : Int.random(in: 1...most, using: &chance) / 3
    }
    let table = try CountTable(axes: axes, leaves: leaves)
    let pattern = try SuppressionPattern(
      ThresholdRule(5).problem(for: table), effort: effort)
    let publication = try Publication(
      system: table.system, values: table.counts, withheld: pattern.withheld, floor: 1)
    #expect(pattern.primary.count > 5)
    for cell in pattern.primary {
      let table = try #require(pattern.witnesses(for: cell).first)
      #expect(table[cell] >= 5 && publication.admits(table))
    }
  }

  private static var levels: Axis {
    get throws {
      try Axis(
        name: "level", codes: ["1", "2", "junior", "3", "4", "5", "senior", "all"],
        parents: [
          "1": "junior", "2": "junior", "3": "senior", "4": "senior", "junior": "all",
          "senior": "all", "5": "all",
        ])
    }
  }

  @Test func `a proof does not hold for a publication that shows one of its cells`() throws {
    var chance = Seeded(3)
    let table = try CountTable.drawn([8, 5], upTo: 30, &chance)
    let pattern = try SuppressionPattern(ThresholdRule(5).problem(for: table))
    for shown in pattern.complementary {
      let broken = try Publication(
        system: table.system, values: table.counts,
        withheld: Set(pattern.withheld).subtracting([shown]), floor: 1)
      #expect(pattern.primary.contains { !pattern.proves($0, for: broken) })
    }
  }
}
