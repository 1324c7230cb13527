extension PeerProblem {
  /// What is wrong with a pairing or its proof; nil when it is allowed and provably optimal.
  ///
  /// Looks at each edge once, and at the groups of its people where it needs them; shares nothing
  /// with the solver. Groups need not be nested: that they are odd is all that the proof needs.
  public func flaw(of matching: PeerMatching) -> String? {
    if let flaw = flaw(ofPairs: matching.pairs) { return flaw }
    guard matching.total == points(of: matching.pairs) else { return "the total is wrong" }
    guard isFitting(matching.proof, matching.objective) else {
      return "the proof is of another objective"
    }
    if let flaw = flaw(ofNumbers: matching.proof) ?? flaw(ofEdges: matching.proof) { return flaw }
    guard dualBound(matching.proof, matching.pairs) == Int128(matching.total) else {
      return "the pairs score less than is possible"
    }
    return matching.dualBound == matching.total ? nil : "the bound is wrong"
  }

  /// What is wrong with pairs as such: not allowed, someone in two of them, a lock broken.
  private func flaw(ofPairs pairs: [PeerPair]) -> String? {
    var isPaired = [Bool](repeating: false, count: count)
    for pair in pairs {
      guard weight(of: pair) != nil else {
        return "\(pair.first) and \(pair.second) are not an allowed pair"
      }
      for person in [pair.first, pair.second] {
        guard !isPaired[person] else { return "person \(person) is in two pairs" }
        isPaired[person] = true
      }
    }
    let lost = Set(locks).subtracting(pairs).min()
    return lost.map { "the lock of \($0.first) and \($0.second) is broken" }
  }

  /// Whether a proof counts pairs and points as an objective asks for.
  private func isFitting(_ proof: PeerProof, _ objective: Objective) -> Bool {
    switch objective {
    case .total: proof.bonus == 0
    case .most: proof.bonus == pairBonus
    case .fair: false
    }
  }

  /// What is wrong with the numbers as such. Greater ones than these no proof needs, and their sums
  /// cannot overflow.
  private func flaw(ofNumbers proof: PeerProof) -> String? {
    let greatest = greatestWeight + proof.bonus
    guard proof.potentials.count == count else { return "the proof is of other people" }
    guard proof.potentials.allSatisfy({ (0...2 * greatest).contains($0) }) else {
      return "a potential is negative or too great"
    }
    for blossom in proof.blossoms {
      let members = blossom.members
      guard members.allSatisfy({ (0..<count).contains($0) }) else {
        return "the proof is of other people"
      }
      guard members.count % 2 == 1, Set(members).count == members.count else {
        return "a group is not odd"
      }
      guard (0...greatest).contains(blossom.price) else {
        return "a price is negative or too great"
      }
    }
    return nil
  }

  /// The first pair that could be made and scores more than the proof allows.
  private func flaw(ofEdges proof: PeerProof) -> String? {
    let isLocked = isLocked
    let groups = groups(proof.blossoms)
    for person in 0..<count where !isLocked[person] {
      for position in rows[person] {
        let other = Int(rows.mentors[position])
        guard other > person, !isLocked[other] else { continue }
        let score = 2 * (Int128(rows.weights[position]) + proof.bonus)
        let lack = score - proof.potentials[person] - proof.potentials[other]
        // Most pairs need no group.
        guard lack <= 0 || lack <= 2 * price(of: groups[person], groups[other], proof) else {
          return "\(person) and \(other) score more than the proof allows"
        }
      }
    }
    return nil
  }

  /// The groups of each person by number, ascending.
  private func groups(_ blossoms: [PeerProof.Blossom]) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: count)
    for (group, blossom) in blossoms.enumerated() {
      for member in blossom.members { groups[member].append(group) }
    }
    return groups
  }

  /// The prices of the groups that two lists share.
  private func price(of groups: [Int], _ others: [Int], _ proof: PeerProof) -> Int128 {
    var (price, index) = (Int128(0), 0)
    for group in groups {
      while index < others.count, others[index] < group { index += 1 }
      guard index < others.count else { break }
      if others[index] == group { price += proof.blossoms[group].price }
    }
    return price
  }
}

extension PeerProblem {
  /// What no pairing of as many people can exceed, in points; nil where that is no whole number.
  ///
  /// Decided pairs count with their points; the people in them are no part of the proof.
  func dualBound(_ proof: PeerProof, _ pairs: [PeerPair]) -> Int128? {
    let isLocked = isLocked
    var halves: Int128 = 0
    for person in 0..<count where !isLocked[person] { halves += proof.potentials[person] }
    for blossom in proof.blossoms {
      halves += blossom.price * Int128(blossom.members.count - 1)
    }
    guard halves % 2 == 0 else { return nil }
    let free = Int128(pairs.count - locks.count)
    return halves / 2 - proof.bonus * free + Int128(points(of: locks))
  }

  /// Whether the pair of each person is decided beforehand.
  var isLocked: [Bool] {
    var isLocked = [Bool](repeating: false, count: count)
    for pair in locks { (isLocked[pair.first], isLocked[pair.second]) = (true, true) }
    return isLocked
  }

  /// The points of pairs together.
  func points(of pairs: [PeerPair]) -> Int { pairs.reduce(0) { $0 + (weight(of: $1) ?? 0) } }

  /// The greatest weight of a pair; 0 where none is allowed.
  var greatestWeight: Int128 { Int128(rows.weights.max() ?? 0) }

  /// What a pair must add so that one more pair outweighs all points that it can cost.
  ///
  /// One more pair along an alternating path trades at most as many pairs as there can be for one
  /// more at the far end of the range of weights.
  var pairBonus: Int128 {
    Int128(count / 2) * (greatestWeight - Int128(rows.weights.min() ?? 0)) + 1
  }
}
