import Kernel
import Matching
import SQLStore

// In a group the mentees of one mentor meet together, so a wish to be apart holds between them too.
// A matching knows mentees and mentors alone: where two who are apart got the same mentor, one of
// the two pairs is closed as by any other rule, and what is left is matched again.

extension FrozenInputs {
  /// Reads which mentees cannot be in one group: those of whom one wished it.
  mutating func keepGroupsApart(_ reader: any SQLReader) throws {
    let numbers = Dictionary(
      uniqueKeysWithValues: mentees.enumerated().map { ($1.person, $0) })
    var couples: Set<[Int]> = []
    try reader.forEach("SELECT person_id, avoided_id FROM mentoring_avoidance") { row in
      let (one, other): (PersonID, PersonID) = (try row.id("person_id"), try row.id("avoided_id"))
      guard let one = numbers[one.text], let other = numbers[other.text] else { return }
      couples.insert([min(one, other), max(one, other)])
    }
    apart = couples.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The inputs with pairs closed as by any other rule, which tells of no wish.
  func closing(_ pairs: [Pair]) -> FrozenInputs {
    guard !pairs.isEmpty else { return self }
    var inputs = self
    inputs.barred += pairs.map {
      FrozenBar(mentee: $0.mentee, mentor: $0.mentor, bars: [.apart])
    }
    inputs.barred.sort { ($0.mentee, $0.mentor) < ($1.mentee, $1.mentor) }
    return inputs
  }

  /// Whether two mentees have one mentor.
  func isTogether(_ couple: [Int], by mentors: [Int: Int]) -> Bool {
    guard let mentor = mentors[couple[0]] else { return false }
    return mentors[couple[1]] == mentor
  }
}

extension FrozenInputs.Solved {
  /// The pairs that put two into one group who are apart, without those that were set by hand; nil
  /// where nobody is with whom they must not be.
  var together: [Pair]? {
    guard !inputs.apart.isEmpty else { return nil }
    let mentors = Dictionary(uniqueKeysWithValues: pairs.map { ($0.mentee, $0.mentor) })
    let locked = Set(inputs.locks)
    for couple in inputs.apart where inputs.isTogether(couple, by: mentors) {
      let free = couple.compactMap { mentee in mentors[mentee].map { Pair(mentee, $0) } }
        .filter { !locked.contains([$0.mentee, $0.mentor]) }
      if !free.isEmpty { return free }
    }
    return nil
  }

  /// The better of what comes out where one of some pairs is closed, with what the others would
  /// reach at most.
  func parting(_ pairs: [Pair], relaxing relaxed: Set<Bar>) throws -> FrozenInputs.Solved {
    var ways = try pairs.map { pair in
      var way = try inputs.closing([pair]).solveOnce(relaxing: relaxed)
      way.closed = closed + [pair]
      return way
    }
    let best = ways.indices.dropFirst().reduce(0) {
      ways[$0].rank.lexicographicallyPrecedes(ways[$1].rank) ? $1 : $0
    }
    var taken = ways.remove(at: best)
    taken.elsewhere = max(elsewhere, ways.map(\.bound).max() ?? 0)
    return taken
  }

  /// How good it is by the objective; the greater is better.
  private var rank: [Int] {
    switch answer {
    case .rankings: [matched]
    case .points(_, let assignment): rank(by: assignment.objective)
    case .peers(_, let matching): rank(by: matching.objective)
    }
  }

  private func rank(by objective: Objective) -> [Int] {
    switch objective {
    case .total: [total]
    case .most: [matched, total]
    case .fair: [matched] + pairs.map(points).sorted()
    }
  }
}
