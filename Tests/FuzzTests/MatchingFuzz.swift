import Foundation
import Matching
import Testing

/// Matching files that nobody would write: an error with a line, or a proven answer, never a trap.
@Suite struct MatchingFuzz {
  private static let words = [
    "0", "-1", " ", "\n", "\r\n", "\0", "(", ")", "((", "1 1 1\n", "-", "--1", "1.5", "1e9", "+1",
    "999999999999", "1000000000001", "-1000000000000", "999999999999999999",
    "9223372036854775807", "9223372036854775808", "99999999999999999999999", "bmatch", "hr", "é",
    "\u{feff}", "\t", "40000", "4000001", "bmatch 4000000 4000000 200000000\n",
  ]

  private static let assignments = [
    "bmatch 3 2 4\n1 2\n0 0 5\n0 1 7\n1 1 -3\n2 0 5\n",
    "bmatch 2 2 3\r\n9223372036854775 0\r\n0 0 1000000000000\r\n1 0 -1000000000000\r\n1 1 4\r\n",
    "bmatch 0 0 0\n\n", "bmatch 1 3 2\n0 1 1\n0 2 0\n0 0 0",
  ]

  private static let preferences = [
    "hr 3 2\n1 2\n0 1\n(0 1)\n1\n2 (0 1)\n0 1 2\n", "hr 1 1\n0\n0\n0\n", "hr 2 0\n\n\n\n",
    "hr 4 3\r\n1 1 2\r\n(0 1 2)\r\n2 1\r\n\r\n0\r\n(0 3)\r\n1 0\r\n0 1\r\n",
  ]

  private static let tables = [
    "2\n1 2\n3 4\n", "3 1 2 3 4 5 6 7 8 9", "0\n", "1\n-1000000000000\n",
  ]

  @Test func `a spoiled assignment file gives an error with a line, or a proven answer`() {
    var random = FuzzRandom(state: Fuzzing.seed)
    var solved = 0
    for _ in 0..<Fuzzing.rounds {
      let bytes = random.spoil(
        Self.assignments[random.below(Self.assignments.count)], with: Self.words)
      do throws(InvalidInput) {
        let problem = try AssignmentProblem(bmatch: bytes)
        for objective in Objective.allCases {
          let answer = try problem.solve(objective)
          #expect(problem.flaw(of: answer) == nil && answer.total == answer.dualBound)
          #expect((try? JSONSerialization.jsonObject(with: Data(answer.json.utf8))) != nil)
        }
        solved += 1
        try expectSoundChanges(problem, &random)
      } catch {
        expectPlace(error, bytes)
      }
    }
    #expect(solved > Fuzzing.rounds / 60)
  }

  /// Locks, bans, minimums, re-matching and explanations of whatever numbers.
  private func expectSoundChanges(
    _ problem: AssignmentProblem, _ random: inout FuzzRandom
  ) throws(InvalidInput) {
    let before = try problem.solve(.total)
    let odd = [Int.min, -1, 0, 1, 2, 3, Limits.weight, .max]
    func pick(_ random: inout FuzzRandom) -> Int { odd[random.below(odd.count)] }
    let pair = Pair(pick(&random), pick(&random))
    if let locked = try? problem.locking([pair]), let answer = try? locked.solve(.most) {
      #expect(locked.flaw(of: answer) == nil)
    }
    let banned = try problem.banning([pair])
    #expect(banned.flaw(of: try banned.solve(.fair)) == nil)
    let minimums = problem.capacities.map { _ in pick(&random) }
    if let bound = try? problem.requiring(atLeast: minimums), let answer = try? bound.solve(.fair) {
      #expect(bound.flaw(of: answer) == nil)
    }
    if let again = try? banned.rematch(after: before, .most, bonus: pick(&random)) {
      #expect(banned.flaw(of: again, after: before) == nil)
    }
    if let again = try? banned.rematch(after: before, losingAtMost: pick(&random)) {
      #expect(banned.flaw(of: again, after: before) == nil)
    }
    let explainer = try Explainer(problem, before)
    _ = try? explainer.explain(pick(&random))
  }

  @Test func `a spoiled preference file gives an error with a line, or a stable matching`() {
    var random = FuzzRandom(state: Fuzzing.seed &+ 1)
    var solved = 0
    for _ in 0..<Fuzzing.rounds {
      let bytes = random.spoil(
        Self.preferences[random.below(Self.preferences.count)], with: Self.words)
      do throws(InvalidInput) {
        let problem = try StableProblem(hr: bytes)
        for matching in [problem.large()] + Side.allCases.map(problem.optimal) {
          #expect(problem.flaw(of: matching) == nil)
          #expect(problem.blockingPairs(of: matching).isEmpty)
        }
        if let strong = problem.stronglyStable() {
          #expect(problem.blockingPairs(of: strong, against: .strong).isEmpty)
        }
        solved += 1
      } catch {
        expectPlace(error, bytes)
      }
    }
    #expect(solved > Fuzzing.rounds / 60)
  }

  @Test func `a spoiled table gives an error with a line, or a proven answer`() {
    var random = FuzzRandom(state: Fuzzing.seed &+ 2)
    var solved = 0
    for _ in 0..<Fuzzing.rounds {
      let bytes = random.spoil(Self.tables[random.below(Self.tables.count)], with: Self.words)
      do throws(InvalidInput) {
        let problem = try DenseProblem(table: bytes)
        let answer = problem.solve()
        #expect(problem.flaw(of: answer) == nil)
        #expect(problem.flaw(of: try problem.canonical(answer)) == nil)
        solved += 1
      } catch {
        expectPlace(error, bytes)
      }
    }
    #expect(solved > Fuzzing.rounds / 60)
  }

  private func expectPlace(_ error: InvalidInput, _ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 10 } + 1
    #expect(error.line.map { (1...lines).contains($0) } ?? true)
    #expect(!error.reason.isEmpty)
  }
}
