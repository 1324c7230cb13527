package import Kernel
package import SQLStore

/// How much each criterion counts in a cycle, from 0 to 10.
package struct CycleWeights: Sendable, Equatable {
  package private(set) var weights: [Criterion: Int]

  package init(_ weights: [Criterion: Int] = Criterion.usualWeights) {
    self.weights = weights
  }

  /// The weight of a criterion.
  package subscript(criterion: Criterion) -> Int { weights[criterion] ?? 0 }

  /// The weights of a cycle, for whoever runs mentoring; the usual ones where none were set.
  package static func of(
    _ cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> CycleWeights {
    try viewer.refuseUnlessRunsMentoring()
    var weights = Criterion.usualWeights
    try reader.forEach(
      "SELECT criterion, weight FROM mentoring_weight WHERE cycle_id = \(cycle)"
    ) { row in
      if let criterion = Criterion(rawValue: try row.text("criterion")) {
        weights[criterion] = try row.integer("weight")
      }
    }
    return CycleWeights(weights)
  }

  /// Reads what was typed, a number for each criterion.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    var weights: [Criterion: Int] = [:]
    for criterion in Criterion.allCases {
      weights[criterion] = fields.number(
        criterion.rawValue, in: 0...Criterion.mostWeight, Self.wrong)
    }
    try fields.problems.throwIfAny()
    self.init(weights)
  }

  private static let wrong = "Write a number from 0 to \(Criterion.mostWeight)."

  /// Sets the weights of a cycle.
  package func set(
    in id: ID<MentoringCycle>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let cycle = try MentoringCycle.toRun(id, .decide, viewer, writer)
    try check()
    for criterion in Criterion.allCases {
      try writer.execute(
        """
        INSERT INTO mentoring_weight (cycle_id, criterion, weight)
        VALUES (\(id), \(criterion.rawValue), \(self[criterion]))
        ON CONFLICT (cycle_id, criterion) DO UPDATE SET weight = excluded.weight
        """)
    }
    let words = Criterion.allCases.map { "\($0.rawValue) \(self[$0])" }
    try cycle.note("mentoring.weighted", words.joined(separator: ", "), by: viewer, to: writer)
  }

  /// By the word of the criterion.
  var byWord: [String: Int] {
    Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
  }

  /// - Throws: ``Problems`` where a weight is out of bounds, or nothing counts.
  func check() throws {
    var problems = Problems()
    for criterion in Criterion.allCases where !(0...Criterion.mostWeight).contains(self[criterion])
    {
      problems.add(criterion.rawValue, Self.wrong)
    }
    if weights.values.allSatisfy({ $0 == 0 }) {
      problems.add(nil, "Something has to count. Give at least one weight.")
    }
    try problems.throwIfAny()
  }
}
