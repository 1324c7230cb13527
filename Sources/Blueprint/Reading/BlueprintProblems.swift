/// Everything that is wrong with a blueprint, each problem with its line and key.
package struct BlueprintProblems: Error, Sendable, Equatable {
  /// The file, as whoever gave it called it.
  package let file: String
  /// The problems, in the order of the lines.
  package let all: [Problem]

  /// One thing that is wrong, and how to mend it.
  package struct Problem: Sendable, Equatable {
    /// Where it stands; nil where the whole file is meant.
    package let spot: Spot?
    /// What is wrong and how to mend it; words of the institution stand in braces.
    package let sentence: String

    package init(_ sentence: String, at spot: Spot?) {
      self.spot = spot
      self.sentence = sentence
    }
  }

  /// Puts the problems into the order of the lines.
  package init(file: String, _ all: [Problem]) {
    self.file = file
    self.all = all.enumerated()
      .sorted { Self.position($0) < Self.position($1) }
      .map(\.element)
  }

  /// By line and column; of one place, what was found first.
  private static func position(_ item: (offset: Int, element: Problem)) -> (Int, Int, Int) {
    (item.element.spot?.line ?? 0, item.element.spot?.column ?? 0, item.offset)
  }

  /// How many there are, and then a line for each.
  package var text: String {
    let count = all.count == 1 ? "1 thing" : "\(all.count) things"
    return (["\(count) to mend in \(file). Nothing was changed."] + lines)
      .joined(separator: "\n")
  }

  /// A line for each problem: file, line, column, key, and what to do.
  package var lines: [String] {
    all.map { problem in
      guard let spot = problem.spot else { return "\(file): \(problem.sentence)" }
      let key = spot.path.isEmpty ? "" : ", " + spot.path.joined(separator: " › ")
      return "\(file), line \(spot.line), column \(spot.column)\(key): \(problem.sentence)"
    }
  }
}
