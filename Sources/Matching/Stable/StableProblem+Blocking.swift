/// What it takes for a pair to upset a matching; they differ only where there are ties.
public enum Stability: Sendable, CaseIterable {
  /// A pair blocks if both gain by it.
  case weak
  /// A pair blocks if one gains by it and the other loses nothing.
  case strong
  /// A pair blocks if neither loses by it.
  case `super`
}

extension StableProblem {
  /// The pairs that would rather have each other than what a matching gives them.
  ///
  /// Looks at each entry once, and shares nothing with the algorithms.
  public func blockingPairs(
    of matching: StableMatching, against stability: Stability = .weak
  ) -> [(resident: Int, program: Int)] {
    let worst = worstRanks(of: matching)
    var found: [(resident: Int, program: Int)] = []
    for resident in 0..<min(residentCount, matching.programOf.count) {
      let own = matching.programOf[resident]
      let ownRank =
        residents[resident].first { Int(residents.others[$0]) == own }
        .map { residents.ranks[$0] } ?? .max
      for entry in residents[resident] {
        let program = Int(residents.others[entry])
        guard program != own, capacities[program] > 0 else { continue }
        let gain = ownRank.compared(to: residents.ranks[entry])
        let programGain = worst[program].compared(to: programs.ranks[Int(mirrors[entry])])
        let blocks =
          switch stability {
          case .weak: gain > 0 && programGain > 0
          case .strong: gain >= 0 && programGain >= 0 && gain + programGain > 0
          case .super: gain >= 0 && programGain >= 0
          }
        if blocks { found.append((resident, program)) }
      }
    }
    return found
  }

  /// What is wrong with a matching as such: unlisted pairs, or too many in a program.
  public func flaw(of matching: StableMatching) -> String? {
    guard matching.programOf.count == residentCount else { return "not all residents are there" }
    var counts = [Int](repeating: 0, count: programCount)
    for (resident, program) in matching.programOf.enumerated() {
      guard let program else { continue }
      guard residents[resident].contains(where: { Int(residents.others[$0]) == program }) else {
        return "resident \(resident) and program \(program) do not list each other"
      }
      counts[program] += 1
      guard counts[program] <= capacities[program] else {
        return "program \(program) has too many"
      }
    }
    return nil
  }

  /// The rank of the least wanted resident of each program; beyond all while a place is free.
  private func worstRanks(of matching: StableMatching) -> [Int32] {
    var worst = [Int32](repeating: -1, count: programCount)
    var counts = [Int](repeating: 0, count: programCount)
    for (resident, program) in matching.programOf.enumerated() where resident < residentCount {
      guard let program, program < programCount,
        let entry = residents[resident].first(where: { Int(residents.others[$0]) == program })
      else { continue }
      worst[program] = max(worst[program], programs.ranks[Int(mirrors[entry])])
      counts[program] += 1
    }
    for program in 0..<programCount where counts[program] < capacities[program] {
      worst[program] = .max
    }
    return worst
  }
}

extension Int32 {
  /// 1 if greater than another, 0 if equal, -1 if less.
  fileprivate func compared(to other: Int32) -> Int { self > other ? 1 : self == other ? 0 : -1 }
}
