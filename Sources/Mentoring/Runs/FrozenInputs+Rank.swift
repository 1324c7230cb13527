import Matching

extension FrozenInputs {
  /// The lists of both sides: first whom someone ranked, then all others by points. Everybody
  /// lists everybody whom the rules allow, so nobody stays alone beside a free place.
  func stableProblem(
    relaxing relaxed: Set<Bar> = []
  ) throws(InvalidInput) -> StableProblem {
    let allowed = allowedPairs(relaxing: relaxed)
    let byMentee = mentees.indices.map { mentee in
      ordered(menteeRanks[mentee], then: mentors.indices.filter { allowed[mentee][$0] }) {
        (self.total(mentee, $0), $0)
      }
    }
    let byMentor = mentors.indices.map { mentor in
      let locked = locks.filter { $0[1] == mentor }.map { $0[0] }
      let listed = mentees.indices.filter { allowed[$0][mentor] }
      return ordered(locked + mentorRanks[mentor], then: listed) { (self.total($0, mentor), $0) }
    }
    return try StableProblem(
      capacities: mentors.map(\.places), residents: byMentee.map { $0.map { [$0] } },
      programs: byMentor.map { $0.map { [$0] } })
  }

  /// The places that two gave each other, from 1, and those who are in the way.
  package func places(
    mentee: Int, mentor: Int
  ) -> (byMentee: Int?, byMentor: Int?) {
    func place(_ list: [Int], _ one: Int) -> Int? { list.firstIndex(of: one).map { $0 + 1 } }
    guard !menteeRanks.isEmpty else { return (nil, nil) }
    return (place(menteeRanks[mentee], mentor), place(mentorRanks[mentor], mentee))
  }

  /// The mentors whom a mentee ranked, the first first.
  package func ranked(byMentee mentee: Int) -> [Int] {
    menteeRanks.isEmpty ? [] : menteeRanks[mentee]
  }

  /// Whether a pair was set by hand.
  package func isLocked(mentee: Int, mentor: Int) -> Bool { locks.contains([mentee, mentor]) }

  private func total(_ mentee: Int, _ mentor: Int) -> Int {
    points(mentee: mentee, mentor: mentor).reduce(0) { $0 + $1.points }
  }

  /// Who may be paired with whom, by mentee and mentor.
  private func allowedPairs(relaxing relaxed: Set<Bar>) -> [[Bool]] {
    var allowed = mentees.map { _ in [Bool](repeating: true, count: mentors.count) }
    for (mentee, closed) in closed(relaxing: relaxed).enumerated() {
      for mentor in closed { allowed[mentee][mentor] = false }
    }
    for lock in locks {
      for mentor in mentors.indices where mentor != lock[1] { allowed[lock[0]][mentor] = false }
    }
    return allowed
  }

  /// A list with those first who were ranked, then the others by points, most first.
  private func ordered(
    _ ranked: [Int], then listed: [Int], by points: (Int) -> (Int, Int)
  ) -> [Int] {
    let listed = Set(listed)
    var seen: Set<Int> = []
    let first = ranked.filter { listed.contains($0) && seen.insert($0).inserted }
    let rest = listed.subtracting(first).map { points($0) }
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    return first + rest
  }
}
