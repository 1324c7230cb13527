import Foundation
import Matching

/// `MeasureMatching ROUNDS FILE…`: times the library on instances, each by the form of its file.
@main
enum Measure {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let rounds = arguments.first.flatMap({ Int($0) }) else {
      print("usage: MeasureMatching ROUNDS FILE…")
      return
    }
    for path in arguments.dropFirst() {
      let url = URL(fileURLWithPath: path)
      let bytes = [UInt8](try Data(contentsOf: url))
      let watch = Stopwatch(
        instance: url.deletingPathExtension().lastPathComponent, rounds: rounds)
      if bytes.starts(with: "bmatch".utf8) {
        try sparse(bytes, watch)
      } else if bytes.starts(with: "hr".utf8) {
        try stable(bytes, watch)
      } else {
        try dense(bytes, watch)
      }
    }
  }

  private static func sparse(_ bytes: [UInt8], _ watch: Stopwatch) throws {
    let (problem, parse) = try watch.best { try AssignmentProblem(bmatch: bytes) }
    watch.say("parse", parse, ["pairs": problem.edges.count])
    for objective in [Objective.total, .most] {
      let (answer, seconds) = try watch.best { try problem.solve(objective) }
      watch.say("solve \(objective)", seconds, ["total": answer.total, "matched": answer.matched])
      let (flaw, check) = watch.best { problem.flaw(of: answer) }
      watch.say("check \(objective)", check, ["sound": flaw == nil ? 1 : 0])
    }
    let before = try problem.solve(.total)
    let capacities = problem.capacities.enumerated().map { $0 % 100 == 0 ? 0 : $1 }
    let after = try AssignmentProblem(
      menteeCount: problem.menteeCount, capacities: capacities, edges: problem.edges)
    let (again, seconds) = try watch.best { try after.rematch(after: before, bonus: 300) }
    let left = before.pairs.count { $0.mentor % 100 == 0 }
    let moved = again.changes.count { before.mentorOf[$0.key].map { $0 % 100 != 0 } ?? false }
    watch.say(
      "rematch", seconds,
      [
        "objective": again.total + 300 * again.kept.count, "displaced": left, "othersMoved": moved,
        "sound": after.flaw(of: again, after: before) == nil ? 1 : 0,
      ])
    let (_, cold) = try watch.best { try after.solve(.total) }
    watch.say("cold solve of the same", cold)
  }

  /// A table of 32-bit numbers: rows, columns, then all costs row by row.
  private static func dense(_ bytes: [UInt8], _ watch: Stopwatch) throws {
    let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Int32.self)) }
    guard let size = numbers.first else { return }
    let problem = try DenseProblem(size: Int(size), costs: Array(numbers.dropFirst(2)))
    let (answer, seconds) = watch.best { problem.solve() }
    watch.say("solve dense", seconds, ["total": answer.total])
    let (flaw, check) = watch.best { problem.flaw(of: answer) }
    watch.say("check dense", check, ["sound": flaw == nil ? 1 : 0])
    let (_, canonical) = try watch.best { try problem.canonical(answer) }
    watch.say("make canonical", canonical)
  }

  private static func stable(_ bytes: [UInt8], _ watch: Stopwatch) throws {
    let (problem, parse) = try watch.best { try StableProblem(hr: bytes) }
    watch.say("parse", parse)
    let ways: [(String, () -> StableMatching)] = [
      ("residents", { problem.optimal(for: .residents) }),
      ("programs", { problem.optimal(for: .programs) }), ("large", { problem.large() }),
    ]
    for (name, solve) in ways {
      let (matching, seconds) = watch.best(solve)
      let (blocking, check) = watch.best { problem.blockingPairs(of: matching).count }
      watch.say(
        "solve \(name)", seconds, ["matched": matching.matched, "blocking": blocking])
      watch.say("check \(name)", check)
    }
    let (strong, seconds) = watch.best { problem.stronglyStable() }
    watch.say("solve strong", seconds, ["matched": strong?.matched ?? -1])
  }
}
