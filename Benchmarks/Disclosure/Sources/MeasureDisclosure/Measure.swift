import Disclosure
import Foundation

/// `MeasureDisclosure ROUNDS FILE…`: times the library on tables; a line of JSON for each figure.
@main
enum Measure {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let rounds = arguments.first.flatMap({ Int($0) }) else {
      print("usage: MeasureDisclosure ROUNDS FILE…")
      return
    }
    for path in arguments.dropFirst() {
      let url = URL(fileURLWithPath: path)
      let name = url.deletingPathExtension().lastPathComponent
      let table = try CountFile(parsing: [UInt8](Data(contentsOf: url))).table
      let watch = Stopwatch(instance: name, rounds: rounds)
      try suppression(table, watch)
      try audit(table, watch)
    }
    draws(Stopwatch(instance: "draws", rounds: rounds))
  }

  private static func suppression(_ table: CountTable, _ watch: Stopwatch) throws {
    let small = table.counts.indices.filter { (1..<5).contains(table.counts[$0]) }
    let kinds: [(name: String, demand: Demand, floor: Int)] = [
      ("basic", .uncertain, 0), ("strict", Demand(atLeast: 5), 0),
      ("strict, zeros known", Demand(atLeast: 5), 1),
    ]
    for kind in kinds {
      let demands = Dictionary(uniqueKeysWithValues: small.map { ($0, kind.demand) })
      var problem = try SuppressionProblem(
        system: table.system, values: table.counts, demands: demands)
      problem.floor = kind.floor
      let (found, seconds) = try watch.best { try Suppression(problem) }
      let known = Set(found.audit.knownSmall(below: 5))
      watch.say(
        kind.name, seconds,
        [
          "added": found.complementary.count,
          "value": found.withheld.reduce(0) { $0 + table.counts[$1] },
          "exactly": found.audit.exactlyKnown.count,
          "knownSmall": small.count { known.contains($0) || found.audit.intervals[$0].isExact },
        ])
    }
  }

  /// The pattern of the reference: every cell of 1 to 4, and every seventh of the others.
  private static func audit(_ table: CountTable, _ watch: Stopwatch) throws {
    let small = table.counts.indices.filter { (1..<5).contains(table.counts[$0]) }
    let others = table.counts.indices.filter { table.counts[$0] >= 5 }
    let withheld = small + others.indices.filter { $0 % 7 == 0 }.map { others[$0] }
    let publication = try Publication(
      system: table.system, values: table.counts, withheld: withheld)
    let (audit, seconds) = try watch.best { try Audit(publication) }
    let sound = withheld.allSatisfy { cell in
      let ends = [false, true].map { audit.witness(for: cell, greatest: $0) }
      return ends.allSatisfy { $0.map(publication.admits) ?? true }
    }
    watch.say(
      "audit", seconds,
      [
        "withheld": withheld.count, "exactly": audit.exactlyKnown.count, "sound": sound ? 1 : 0,
      ])
  }

  /// A million draws as the reference has them, from the machine's own secure source.
  private static func draws(_ watch: Stopwatch) {
    guard let scale = Fraction(2), let laplace = DiscreteLaplace(scale: scale),
      let variance = Fraction(9), let gaussian = DiscreteGaussian(variance: variance)
    else { return }
    var source = SystemRandomNumberGenerator()
    let (one, first) = watch.best { laplace.samples(1_000_000, using: &source) }
    watch.say("laplace", first, ["thousandVariance": Self.thousandVariance(one)])
    let (other, second) = watch.best { gaussian.samples(1_000_000, using: &source) }
    watch.say("gaussian", second, ["thousandVariance": Self.thousandVariance(other)])
  }

  private static func thousandVariance(_ drawn: [Int]) -> Int {
    drawn.reduce(0) { $0 + $1 * $1 } / (drawn.count / 1000)
  }
}
