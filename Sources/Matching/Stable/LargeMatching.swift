/// Király's local approximation of the largest weakly stable matching: at least two thirds of it.
///
/// Two ideas beyond deferred acceptance (Algorithms 6, 2013, 471-484; here with capacities on the
/// programs' side). Among equals a resident asks a program with a free place first, and gives a
/// full one up again for it when someone else asks there. And a resident whom all have refused
/// goes through the list once more, preferred this time to equals that were not refused.
struct LargeMatching {
  private let problem: StableProblem
  /// By entry of the residents' lists.
  private var isDeleted: [Bool]
  /// Where each resident's list begins after what was deleted.
  private var heads: [Int]
  private var isPromoted: [Bool]
  /// The entry that each resident holds; -1 for none.
  private var held: [Int]
  private var rooms: [Int]
  private var admitted: [AdmittedHeap]
  /// Residents who came while the program had room and may have an equal elsewhere.
  private var precarious: [[Int32]]

  init(_ problem: StableProblem) {
    self.problem = problem
    isDeleted = [Bool](repeating: false, count: problem.residents.others.count)
    heads = (0..<problem.residentCount).map { problem.residents[$0].lowerBound }
    isPromoted = [Bool](repeating: false, count: problem.residentCount)
    held = [Int](repeating: -1, count: problem.residentCount)
    rooms = problem.capacities
    admitted = [AdmittedHeap](repeating: AdmittedHeap(), count: problem.programCount)
    precarious = [[Int32]](repeating: [], count: problem.programCount)
  }

  /// Runs until nobody can ask anyone any more.
  mutating func run() -> StableMatching {
    for first in 0..<problem.residentCount {
      var resident = first
      while let entry = nextChoice(of: resident) {
        guard let loser = propose(resident, entry) else { break }
        resident = loser
      }
    }
    return StableMatching(
      programOf: held.map { $0 < 0 ? nil : Int(problem.residents.others[$0]) })
  }

  /// The best entry that is left: among equals one with room, then the first.
  private mutating func nextChoice(of resident: Int) -> Int? {
    let end = problem.residents[resident].upperBound
    skipDeleted(resident, end)
    if heads[resident] == end {
      guard !isPromoted[resident] else { return nil }
      isPromoted[resident] = true
      for entry in problem.residents[resident] { isDeleted[entry] = false }
      heads[resident] = problem.residents[resident].lowerBound
      guard heads[resident] < end else { return nil }
    }
    return roomyEqual(of: heads[resident], resident) ?? heads[resident]
  }

  private mutating func skipDeleted(_ resident: Int, _ end: Int) {
    while heads[resident] < end, isDeleted[heads[resident]] { heads[resident] += 1 }
  }

  /// An entry as good as another whose program has room.
  private func roomyEqual(of entry: Int, _ resident: Int) -> Int? {
    let list = problem.residents
    var other = entry
    while other > list[resident].lowerBound, list.ranks[other - 1] == list.ranks[entry] {
      other -= 1
    }
    while other < list[resident].upperBound, list.ranks[other] == list.ranks[entry] {
      if !isDeleted[other], rooms[Int(list.others[other])] > 0 { return other }
      other += 1
    }
    return nil
  }

  /// A proposal: the one who must ask again, if anyone.
  private mutating func propose(_ resident: Int, _ entry: Int) -> Int? {
    let program = Int(problem.residents.others[entry])
    guard problem.capacities[program] > 0 else {
      isDeleted[entry] = true
      return resident
    }
    if rooms[program] > 0 {
      rooms[program] -= 1
      admit(resident, entry, program)
      precarious[program].append(Int32(resident))
      return nil
    }
    if let loser = precariousLoser(of: program) {
      held[loser] = -1
      admit(resident, entry, program)
      return loser
    }
    let mirror = Int(problem.mirrors[entry])
    let own = AdmittedHeap.key(problem.programs.ranks[mirror], isPromoted[resident])
    guard let worst = worst(of: program), own < worst.key else {
      isDeleted[entry] = true
      return resident
    }
    admitted[program].removeWorst()
    isDeleted[held[worst.resident]] = true
    held[worst.resident] = -1
    admit(resident, entry, program)
    return worst.resident
  }

  private mutating func admit(_ resident: Int, _ entry: Int, _ program: Int) {
    held[resident] = entry
    let rank = problem.programs.ranks[Int(problem.mirrors[entry])]
    admitted[program].insert(
      resident, key: AdmittedHeap.key(rank, isPromoted[resident]))
  }

  /// Someone at a full program who has an equal with room; the pair is not deleted.
  private mutating func precariousLoser(of program: Int) -> Int? {
    while let resident = precarious[program].popLast().map({ Int($0) }) {
      guard held[resident] >= 0, Int(problem.residents.others[held[resident]]) == program,
        roomyEqual(of: held[resident], resident) != nil
      else { continue }
      return resident
    }
    return nil
  }

  /// The least wanted of a full program, past those who have left it.
  private mutating func worst(of program: Int) -> (resident: Int, key: Int64)? {
    while let worst = admitted[program].worst {
      let entry = held[worst.resident]
      if entry >= 0, Int(problem.residents.others[entry]) == program,
        AdmittedHeap.key(
          problem.programs.ranks[Int(problem.mirrors[entry])], isPromoted[worst.resident])
          == worst.key
      {
        return worst
      }
      admitted[program].removeWorst()
    }
    return nil
  }
}
