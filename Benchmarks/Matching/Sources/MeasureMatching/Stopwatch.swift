import Foundation

/// Times one kind of work and prints a line of JSON for it.
struct Stopwatch {
  let instance: String
  let rounds: Int

  /// The result of some work, and the best of its times.
  func best<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    var times: [Double] = []
    var value: Value?
    for _ in 0..<rounds {
      let start = Self.processorSeconds()
      value = try work()
      times.append(Self.processorSeconds() - start)
    }
    guard let value, let least = times.min() else { return (try work(), .infinity) }
    return (value, least)
  }

  /// What this thread has used of a processor: other programs on the machine hardly count.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Prints what was found.
  func say(_ what: String, _ seconds: Double, _ facts: [String: Int] = [:]) {
    let rest = facts.sorted { $0.key < $1.key }.map { ",\"\($0.key)\":\($0.value)" }.joined()
    let time = String(format: "%.6f", seconds)
    print("{\"instance\":\"\(instance)\",\"what\":\"\(what)\",\"seconds\":\(time)\(rest)}")
  }
}
