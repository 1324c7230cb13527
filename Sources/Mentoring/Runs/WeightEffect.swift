package import Kernel
import Matching

/// What other weights would make of a matching, beside what the kept ones make of it: the same
/// people under the same rules, matched twice. Nothing is kept.
package struct WeightEffect: Sendable, Equatable {
  /// How many look for a mentor, or a peer.
  package let mentees: Int
  /// How many would have one.
  package let matched: Change
  /// What it does to each criterion.
  package let lines: [Line]
  /// Those who would have somebody else, or nobody, in order of enrollment.
  package let moves: [Move]

  /// A number with the kept weights, and with the others.
  package struct Change: Sendable, Equatable {
    /// With the kept weights.
    package let now: Int
    /// With the others.
    package let then: Int

    /// Puts the two beside each other.
    package init(now: Int, then: Int) {
      (self.now, self.then) = (now, then)
    }
  }

  /// A criterion with its weights, and how well pairs would fit in it.
  package struct Line: Sendable, Equatable {
    package let criterion: Criterion
    package let weight: Change
    /// The mean of all pairs, from 0 to 100; 0 where there is no pair.
    package let fit: Change
  }

  /// Someone with whom they would be, now and then; nil for nobody.
  package struct Move: Sendable, Equatable {
    package let person: ID<Enrollment>
    /// With the kept weights.
    package let now: ID<Enrollment>?
    /// With the others.
    package let then: ID<Enrollment>?

    /// Puts the two beside each other.
    package init(person: ID<Enrollment>, now: ID<Enrollment>?, then: ID<Enrollment>?) {
      (self.person, self.now, self.then) = (person, now, then)
    }
  }

  /// Matches twice; to be done outside of any transaction.
  /// - Throws: ``Problems`` where nothing would count.
  package init(of inputs: FrozenInputs, weighing weights: CycleWeights) throws {
    try weights.check()
    let now = try inputs.solve()
    let then = try inputs.weighing(weights).solve()
    mentees = inputs.mentees.count
    matched = Change(now: now.matched, then: then.matched)
    lines = Criterion.allCases.map { criterion in
      Line(
        criterion: criterion,
        weight: Change(now: inputs.weights[criterion.rawValue] ?? 0, then: weights[criterion]),
        fit: Change(now: now.fit(in: criterion), then: then.fit(in: criterion)))
    }
    let (before, after) = (now.others, then.others)
    moves = inputs.mentees.indices.filter { before[$0] != after[$0] }.map { mentee in
      Move(
        person: inputs.mentee(mentee), now: before[mentee].map(inputs.mentor),
        then: after[mentee].map(inputs.mentor))
    }
  }
}

extension FrozenInputs {
  fileprivate func weighing(_ weights: CycleWeights) -> FrozenInputs {
    var inputs = self
    inputs.weights = weights.byWord
    return inputs
  }
}

extension FrozenInputs.Solved {
  /// By the number of a mentee the number of their mentor, and of each peer that of the other.
  fileprivate var others: [Int: Int] {
    var others: [Int: Int] = [:]
    for pair in pairs {
      others[pair.mentee] = pair.mentor
      if inputs.arePeers { others[pair.mentor] = pair.mentee }
    }
    return others
  }

  /// How well pairs fit in a criterion on average, from 0 to 100.
  fileprivate func fit(in criterion: Criterion) -> Int {
    let ways = inputs.arePeers ? 2 : 1
    let shares = pairs.map { inputs.share(criterion, mentee: $0.mentee, mentor: $0.mentor) }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / (ways * shares.count)
  }
}
