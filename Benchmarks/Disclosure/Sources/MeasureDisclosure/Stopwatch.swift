import Foundation

/// Times work several times over and says the best.
struct Stopwatch {
  let instance: String
  let rounds: Int

  /// The last answer, and the least seconds that it took.
  func best<Answer>(_ work: () throws -> Answer) rethrows -> (Answer, Double) {
    let clock = ContinuousClock()
    var least = Double.infinity
    var answer: Answer
    var round = 0
    repeat {
      let start = clock.now
      answer = try work()
      let took = (clock.now - start).components
      least = min(least, Double(took.seconds) + Double(took.attoseconds) / 1e18)
      round += 1
    } while round < rounds
    return (answer, least)
  }

  /// Prints a figure as a line of JSON.
  func say(_ what: String, _ seconds: Double, _ numbers: [String: Int]) {
    let members = numbers.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }
    let list =
      ([
        "\"instance\": \"\(instance)\"", "\"what\": \"\(what)\"", "\"seconds\": \(seconds)",
      ] + members).joined(separator: ", ")
    print("{\(list)}")
  }
}
