import Testing

@testable import Disclosure

@Suite struct RoundingTests {
  @Test func `tables are rounded with the least change there is`() throws {
    for reference in try Reference.lines("controlled_rounding", as: RoundingReference.self) {
      let table = try CountTable.plain(reference.shapeWithTotals, reference.cells)
      let rounding = try ControlledRounding(table, base: reference.base)
      #expect(rounding.isNeighborly == reference.feasible, "\(reference.id)")
      #expect(rounding.change == Int(reference.minTotalAbsoluteChange), "\(reference.id)")
      for (before, after) in zip(table.counts, rounding.table.counts) {
        #expect(after % reference.base == 0 && abs(after - before) < reference.base)
      }
    }
  }

  @Test func `a table that no neighbors can round goes one base further`() throws {
    let leaves = [
      0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0,
    ]
    let table = try CountTable(axes: (1...3).map { try .plain("d\($0)", 4) }, leaves: leaves)
    let rounding = try ControlledRounding(table, base: 2)
    #expect(!rounding.isNeighborly)
    #expect(rounding.table.counts.allSatisfy { $0 % 2 == 0 })
    #expect(zip(table.counts, rounding.table.counts).allSatisfy { abs($0 - $1) < 4 })
  }

  @Test func `the same cell is rounded alike in every report, and fairly over all cells`() {
    let rounding = RandomRounding(base: 5, key: (1, 2))
    let sum = (0..<5000).reduce(0) { $0 + rounding.round(7, of: ["A", String($1)]) }
    #expect(rounding.round(7, of: ["A", "1"]) == rounding.round(7, of: ["A", "1"]))
    #expect(rounding.round(10, of: ["A"]) == 10 && rounding.round(0, of: ["A"]) == 0)
    #expect(abs(Double(sum) / 5000 - 7) < 0.1)
    #expect(abs(rounding.round(.max, of: ["A"]) - .max) < 5)
  }

  @Test func `the keyed hash is that of its authors`() {
    let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    #expect(SipHash(key: key).digest(of: Array(0..<15)) == 0xa129_ca61_49be_45e5)
  }
}

/// The least change with which a table can be rounded.
struct RoundingReference: Decodable {
  let id: String
  let base: Int
  let shapeWithTotals: [Int]
  let cells: [Int]
  let feasible: Bool
  let minTotalAbsoluteChange: Double
}
