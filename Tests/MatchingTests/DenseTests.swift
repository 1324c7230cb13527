import Matching
import Testing

@Suite struct DenseTests {
  @Test(arguments: [("assign100.txt", 305), ("assign500.txt", 991)])
  func `the OR-Library's tables have their known optima`(_ name: String, _ known: Int) throws {
    let problem = try DenseProblem(table: Fixture.shared(name))
    let answer = problem.solve()
    #expect(answer.total == known)
    #expect(problem.flaw(of: answer) == nil)
    let canonical = try problem.canonical(answer)
    #expect(canonical.total == known && problem.flaw(of: canonical) == nil)
  }

  @Test func `small tables of each kind cost what the sparse solver finds`() throws {
    var chance = Chance(40)
    for round in 0..<600 {
      let size = chance.number(0...9)
      let span = [1, 4, 1000, Limits.weight, 500_000_000][round % 5]
      let costs = (0..<size * size).map { index in
        round % 3 == 0 ? (index / size) * (index % size) : chance.number(-span...span)
      }
      let problem = try DenseProblem(size: size, costs: costs)
      let answer = problem.solve()
      #expect(problem.flaw(of: answer) == nil, "round \(round)")
      let sparse = try AssignmentProblem(
        menteeCount: size, capacities: [Int](repeating: 1, count: size),
        edges: costs.indices.map { Edge($0 / size, $0 % size, weight: -costs[$0]) })
      let expected = try sparse.solve(.most)
      #expect(answer.total == -expected.total, "round \(round)")
      #expect(try problem.canonical(answer).columnOf == expected.mentorOf.compactMap { $0 })
    }
  }

  @Test func `tables that rows fight over are solved exactly`() throws {
    let size = 150
    let costs = (0..<size * size).map { ($0 / size + 1) * ($0 % size + 1) }
    let problem = try DenseProblem(size: size, costs: costs)
    let answer = problem.solve()
    #expect(answer.total == size * (size + 1) * (size + 2) / 6)
    #expect(problem.flaw(of: answer) == nil)
  }

  @Test func `a forged answer is found out`() throws {
    let problem = try DenseProblem(size: 2, costs: [1, 2, 2, 4])
    let best = problem.solve()
    #expect(best.columnOf == [1, 0] && best.total == 4)
    func flaw(_ columns: [Int], _ total: Int, _ rows: [Int]) -> String? {
      problem.flaw(
        of: DenseAssignment(
          columnOf: columns, total: total, rowPrices: rows, columnPrices: best.columnPrices))
    }
    #expect(flaw([1, 0], 4, best.rowPrices) == nil)
    #expect(flaw([0, 1], 5, best.rowPrices) == "the rows could cost less")
    #expect(flaw([1, 0], 3, best.rowPrices) == "the total is wrong")
    #expect(flaw([1, 1], 4, best.rowPrices) == "the rows do not take all columns")
    #expect(
      flaw([1, 0], 4, best.rowPrices.map { $0 + 1 })
        == "row 0 and column 1 cost less than their prices")
  }
}
