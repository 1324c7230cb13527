import Disclosure
import Foundation
import Testing

@Suite struct SuppressionReferenceTests {
  @Test func `small tables are protected at nearly the least cost, and most at the least`() throws {
    var ratios: [Double] = []
    for reference in try Reference.lines("csp_exact", as: OptimumReference.self) {
      let problem = try reference.problem
      let suppression = try Suppression(problem, effort: .init(changes: 1500))
      for (cell, demand) in problem.demands {
        #expect(demand.isMet(by: suppression.audit.intervals[cell]), "\(reference.id) \(cell)")
      }
      let cost = suppression.withheld.reduce(0) { $0 + reference.cells[$1] }
      #expect(cost >= reference.optimum, "\(reference.id)")
      ratios.append(Double(cost) / Double(reference.optimum))
    }
    #expect(ratios.reduce(0, +) / Double(ratios.count) <= 1.05)
    #expect(ratios.count { $0 == 1 } * 10 >= ratios.count * 6)
  }

  @Test(arguments: ["residency_s1", "residency_s2"])
  func `the strict promise holds on tables of residents, in which others leave small counts known`(
    name: String
  ) throws {
    let file = try CountFile(parsing: Array(Reference.text(name, "csv").utf8))
    let strict = try Suppression(
      ThresholdRule(5).problem(for: file.table), effort: .init(changes: 0))
    #expect(strict.audit.knownSmall(below: 5).isEmpty)
    #expect(strict.audit.exactlyKnown.isEmpty)
    var basic = try ThresholdRule(5, promise: .basic, complements: false).problem(for: file.table)
    basic.floor = 0
    let value = try Suppression(basic, effort: .init(changes: 800)).withheld.reduce(0) {
      $0 + file.table.counts[$1]
    }
    let quality = try Reference.whole("residency_quality", as: [PeerQuality].self)
    let peer = try #require(quality.first { $0.file == "\(name).csv" })
    #expect(value * 100 <= peer.tauArgusMod.suppressedValue * 101)
  }
}
