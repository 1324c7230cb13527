/// The points of one mentee with every mentor at a time.
///
/// They are those of ``Criterion/share(_:_:)``, which looks at one pair. Who offers a term is
/// looked up here and not searched, since a cycle has a million pairs.
struct PairPoints {
  private let mentors: [FrozenPerson]
  /// The criteria that count, with their weights.
  private let counting: [Counting]

  /// A criterion with its weight.
  private struct Counting {
    let criterion: Criterion
    let weight: Int
    /// By the number of a term, the mentors who chose it.
    var offering: [[Int]] = []
  }

  /// - Parameter weights: by the word of the criterion.
  init(_ weights: [String: Int], _ mentors: [FrozenPerson]) {
    self.mentors = mentors
    counting = Criterion.allCases.compactMap { criterion in
      guard let weight = weights[criterion.rawValue], weight > 0 else { return nil }
      var counting = Counting(criterion: criterion, weight: weight)
      let most = mentors.compactMap { criterion.terms(of: $0).max() }.max() ?? -1
      counting.offering = [[Int]](repeating: [], count: most + 1)
      for (number, mentor) in mentors.enumerated() {
        for term in criterion.terms(of: mentor) { counting.offering[term].append(number) }
      }
      return counting
    }
  }

  /// The points of a mentee with each mentor, in order of mentors.
  func all(of mentee: FrozenPerson) -> [Int] {
    var points = [Int](repeating: 0, count: mentors.count)
    for one in counting {
      let shared = shared(one, mentee)
      let wishes = one.criterion.terms(of: mentee).count
      for mentor in points.indices {
        points[mentor] += one.weight * one.criterion.share(of: shared[mentor], wishes: wishes)
      }
    }
    return points
  }

  private func shared(_ one: Counting, _ mentee: FrozenPerson) -> [Int] {
    guard one.criterion.hasTerms else {
      return mentors.map { one.criterion.shared(mentee, $0) }
    }
    var shared = [Int](repeating: 0, count: mentors.count)
    for term in one.criterion.terms(of: mentee) where term < one.offering.count {
      for mentor in one.offering[term] { shared[mentor] += 1 }
    }
    return shared
  }
}
