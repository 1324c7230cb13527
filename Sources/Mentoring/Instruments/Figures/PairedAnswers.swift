import Disclosure
import Kernel
import SQLStore

/// The answers of those who answered both times, and what may be shown of them.
struct PairedAnswers {
  let sheet: InstrumentSheet
  /// Of each side the people, each with their numbers before and after.
  let people: [PairSide: [(before: [Int], after: [Int])]]
  /// Whether the two of a pair are one kind of people, as peers are.
  let isOneKind: Bool

  init(
    _ sheet: InstrumentSheet, _ people: [PairSide: [(before: [Int], after: [Int])]],
    isOneKind: Bool = false
  ) {
    self.sheet = sheet
    self.people = people
    self.isOneKind = isOneKind
  }

  init(
    of cycle: ID<MentoringCycle>, _ shape: MentoringCycle.Shape, _ sheet: InstrumentSheet,
    _ reader: any SQLReader
  ) throws {
    var people: [PairSide: [(before: [Int], after: [Int])]] = [:]
    try reader.forEach(
      """
      SELECT earlier.side AS side, earlier.points AS points, later.points AS later_points
      FROM mentoring_answer AS earlier
      JOIN mentoring_answer AS later ON later.cycle_id = earlier.cycle_id
        AND later.person_id = earlier.person_id AND later.moment = 'after'
      WHERE earlier.cycle_id = \(cycle) AND earlier.moment = 'before'
      """
    ) { row in
      let before = try AnswerSheet.points(in: row)
      let after = try AnswerSheet.points(in: row, "later_points")
      people[try row.word("side"), default: []].append((before, after))
    }
    self.init(sheet, people, isOneKind: shape == .peers)
  }

  /// The lines of the report: of each group all that it may show, or nothing.
  ///
  /// Every item is answered by everyone, so the count of a group is the same for all subscales: a
  /// group that is withheld is withheld in each, and what is withheld of one says nothing of
  /// another.
  func lines(threshold: Int) throws -> [CycleFigures.Line] {
    let groups = groups
    let scores = groups.map { group in
      sheet.subscales.map { score($0, group.sides) }
    }
    let withheld = try Self.withheld(scores, threshold)
    return groups.indices.flatMap { place in
      zip(sheet.subscales, scores[place]).map { subscale, score in
        CycleFigures.Line(
          who: groups[place].who, subscale: subscale.name,
          shown: withheld.contains(place) ? nil : CycleFigures.Shown(score))
      }
    }
  }

  /// Those who are asked, and behind two sides their total.
  private var groups: [(who: CycleFigures.Who, sides: [PairSide])] {
    if isOneKind { return [(.all, [.mentee, .mentor])] }
    return switch sheet.answeredBy {
    case .mentees: [(.mentees, [.mentee])]
    case .mentors: [(.mentors, [.mentor])]
    case .both:
      [(.mentees, [.mentee]), (.mentors, [.mentor]), (.all, [.mentee, .mentor])]
    }
  }

  private func score(
    _ subscale: InstrumentSheet.Subscale, _ sides: [PairSide]
  ) -> GroupScore {
    let sums = sides.flatMap { people[$0] ?? [] }.map { one in
      (
        before: sheet.sum(of: subscale, in: one.before),
        after: sheet.sum(of: subscale, in: one.after)
      )
    }
    return GroupScore(sums, items: sheet.count(of: subscale))
  }

  /// The places of the groups that must not be shown: those below the threshold, those whose
  /// figures would tell everybody's, and what would give one of them away.
  ///
  /// Where one side is withheld alone, the total is rather withheld with it than the other side.
  private static func withheld(
    _ scores: [[GroupScore]], _ threshold: Int
  ) throws -> Set<Int> {
    let counts = scores.map { $0.first?.people ?? 0 }
    let sides = counts.count == 1 ? counts : Array(counts.dropLast())
    let axis = try Axis(name: "side", categories: sides.indices.map(String.init))
    let table = try CountTable(axes: [axis], leaves: sides)
    let total = sides.count
    var problem = try ThresholdRule(threshold).problem(for: table)
    problem.weights[total] = 1
    for place in scores.indices where scores[place].contains(where: \.isAlike) {
      problem.demands[place] = problem.demands[place] ?? .uncertain
    }
    do {
      return Set(try SuppressionPattern(problem).withheld)
    } catch is TableProblem {
      // Nothing that is left would protect them: nothing is shown.
      return Set(table.counts.indices)
    }
  }
}

extension CycleFigures.Shown {
  fileprivate init(_ score: GroupScore) {
    people = score.people
    means =
      score.people == 0
      ? nil
      : CycleFigures.Means(
        before: Self.tenths(score.before), after: Self.tenths(score.after),
        change: Self.tenths(score.change), deviation: Self.tenths(score.deviation))
  }

  private static func tenths(_ number: Double) -> Int { Int((number * 10).rounded()) }
}
