import Matching
import Testing

@Suite struct StableTests {
  struct Strict: Decodable {
    let id: String
    let capacity: [Int]
    let residents: [[[Int]]]
    let programmes: [[[Int]]]
    let residentOptimal: [[Int]]
    let hospitalOptimal: [[Int]]
    let stableMatchings: [[[Int]]]
  }

  struct Tied: Decodable {
    let id: String
    let capacity: [Int]
    let residents: [[[Int]]]
    let programmes: [[[Int]]]
    let maxWeaklyStableSize: Int
    let minWeaklyStableSize: Int
    let stronglyStable: Int
    let stronglyStableSize: Int?
  }

  struct Medium: Decodable {
    let matched: Int
    let residentOptimal: [Int]
    let hospitalOptimal: [Int]
  }

  struct Example: Decodable {
    struct Program: Decodable {
      let positions: Int
      let list: [String]
    }
    let applicants: [String: [String]]
    let programmes: [String: Program]
    let applicantOptimal: [String: String]
  }

  private func pairs(_ matching: StableMatching) -> [[Int]] {
    matching.programOf.enumerated().compactMap { resident, program in
      program.map { [resident, $0] }
    }
  }

  @Test func `strict reference problems have their known best matchings of each side`() throws {
    for case let known in try Fixture.lines("hr_small.jsonl", of: Strict.self) {
      let problem = try StableProblem(
        capacities: known.capacity, residents: known.residents, programs: known.programmes)
      #expect(pairs(problem.optimal(for: .residents)) == known.residentOptimal, "\(known.id)")
      #expect(pairs(problem.optimal(for: .programs)) == known.hospitalOptimal, "\(known.id)")
      #expect(pairs(problem.large()) == known.residentOptimal, "\(known.id)")
      let strong = try #require(problem.stronglyStable())
      #expect(known.stableMatchings.contains(pairs(strong)), "\(known.id)")
      // Rural hospitals: every stable matching fills the same number of places.
      #expect(known.stableMatchings.allSatisfy { $0.count == known.residentOptimal.count })
    }
  }

  @Test func `the medium reference problem has its known matching`() throws {
    let problem = try StableProblem(hr: Fixture.bytes("hr_medium_s.txt"))
    let known = try Fixture.json("hr_medium_s.json", as: Medium.self)
    let best = problem.optimal(for: .residents)
    #expect(best.programOf.map { $0 ?? -1 } == known.residentOptimal)
    #expect(problem.optimal(for: .programs).programOf.map { $0 ?? -1 } == known.hospitalOptimal)
    #expect(best.matched == known.matched)
    #expect(problem.blockingPairs(of: best).isEmpty)
  }

  @Test func `the national program's worked examples come out as published`() throws {
    for case let example in try Fixture.json("nrmp_examples.json", as: [Example].self) {
      let (applicants, programs) = (
        example.applicants.keys.sorted(), example.programmes.keys.sorted()
      )
      let problem = try StableProblem(
        capacities: programs.compactMap { example.programmes[$0]?.positions },
        residents: applicants.map { name in
          example.applicants[name, default: []].compactMap { programs.firstIndex(of: $0) }
            .map { [$0] }
        },
        programs: programs.map { name in
          (example.programmes[name]?.list ?? []).compactMap { applicants.firstIndex(of: $0) }
            .map { [$0] }
        })
      let found = problem.optimal(for: .residents).programOf.enumerated().compactMap {
        applicant, program in program.map { (applicants[applicant], programs[$0]) }
      }
      #expect(Dictionary(uniqueKeysWithValues: found) == example.applicantOptimal)
      #expect(problem.optimal(for: .programs) == problem.optimal(for: .residents))
    }
  }

  @Test func `reference problems with ties are matched within the known bounds`() throws {
    for case let known in try Fixture.lines("hrt_small.jsonl", of: Tied.self) {
      let problem = try StableProblem(
        capacities: known.capacity, residents: known.residents, programs: known.programmes)
      for matching in [
        problem.large(), problem.optimal(for: .residents), problem.optimal(for: .programs),
      ] {
        #expect(problem.flaw(of: matching) == nil)
        #expect(problem.blockingPairs(of: matching).isEmpty, "\(known.id)")
        #expect(matching.matched >= known.minWeaklyStableSize)
      }
      #expect(3 * problem.large().matched >= 2 * known.maxWeaklyStableSize, "\(known.id)")
      let strong = problem.stronglyStable()
      #expect((strong != nil) == (known.stronglyStable > 0), "\(known.id)")
      #expect(strong?.matched == known.stronglyStableSize, "\(known.id)")
    }
  }

  @Test(arguments: 0...3)
  func `small problems agree with enumeration, whatever the share of ties`(_ ties: Int) throws {
    var chance = Chance(10 + ties)
    for round in 0..<800 {
      let problem = try StableProblem.random(&chance, ties: ties)
      let oracle = StableOracle(problem)
      let weak = oracle.stable(.weak)
      let large = problem.large()
      #expect(weak.contains(large), "round \(round)")
      #expect(weak.contains(problem.optimal(for: .residents)), "round \(round)")
      #expect(weak.contains(problem.optimal(for: .programs)), "round \(round)")
      #expect(3 * large.matched >= 2 * (weak.map(\.matched).max() ?? 0), "round \(round)")
      let strong = oracle.stable(.strong)
      if let found = problem.stronglyStable() {
        #expect(strong.contains(found), "round \(round): \(problem)")
      } else {
        #expect(strong.isEmpty, "round \(round): \(problem)")
      }
    }
  }
}
