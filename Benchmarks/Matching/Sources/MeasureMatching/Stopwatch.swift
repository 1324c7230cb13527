import Foundation

/// Times one kind of work and prints a line of JSON for it.
struct Stopwatch {
  let instance: String
  let rounds: Int

  /// The result of some work, and the best of its times by the clock.
  func best<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    var best: (value: Value, seconds: Double)?
    for _ in 0..<max(rounds, 1) {
      let next = try once(work)
      if next.seconds < best?.seconds ?? .infinity { best = next }
    }
    return try best ?? once(work)
  }

  private func once<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let start = ContinuousClock.now
    let value = try work()
    let spent = (ContinuousClock.now - start).components
    return (value, Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
  }

  /// Prints what was found.
  func say(_ what: String, _ seconds: Double, _ facts: [String: Int] = [:]) {
    let rest = facts.sorted { $0.key < $1.key }.map { ",\"\($0.key)\":\($0.value)" }.joined()
    let time = String(format: "%.6f", seconds)
    print("{\"instance\":\"\(instance)\",\"what\":\"\(what)\",\"seconds\":\(time)\(rest)}")
  }
}
