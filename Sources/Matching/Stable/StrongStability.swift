/// Finds a strongly stable matching or shows that there is none.
///
/// Algorithm HRT-Strong of Irving, Manlove and Scott, “Strong Stability in the Hospitals/Residents
/// Problem”, STACS 2003. Residents propose to all equals at the head of their lists at once.
/// Programs strike whom they can never need. Where residents who are not sure of a place outnumber
/// the places that they compete for, those programs strike their last equals. What remains in the
/// end is a strongly stable matching if there is one; the answer is checked before it is given.
struct StrongStability {
  private let problem: StableProblem
  /// By entry of the residents' lists.
  private var isDeleted: [Bool]
  private var isProposed: [Bool]
  /// How many entries of each resident are proposed and not deleted.
  private var proposals: [Int]
  /// Residents who must propose.
  private var free: [Int]

  init(_ problem: StableProblem) {
    self.problem = problem
    isDeleted = [Bool](repeating: false, count: problem.residents.others.count)
    isProposed = isDeleted
    proposals = [Int](repeating: 0, count: problem.residentCount)
    free = Array((0..<problem.residentCount).reversed())
    for program in 0..<problem.programCount where problem.capacities[program] == 0 {
      for entry in problem.programs[program] { isDeleted[residentEntry(entry)] = true }
    }
  }

  private func residentEntry(_ entry: Int) -> Int { Int(problem.residentMirrors[entry]) }

  /// The answer, or nil where no strongly stable matching exists.
  mutating func run() -> StableMatching? {
    while true {
      while let resident = free.popLast() { propose(resident) }
      let matching = boundMatching()
      var reduced = ReducedMatching(problem, matching.programOf, matching.quotas)
      reduced.run { entry in isProposed[entry] && !isDeleted[entry] }
      guard reduced.criticalPrograms.isEmpty else {
        for program in reduced.criticalPrograms { strikeTail(of: program) }
        continue
      }
      let answer = StableMatching(programOf: reduced.programOf)
      return problem.blockingPairs(of: answer, against: .strong).isEmpty ? answer : nil
    }
  }

  /// Proposes to all equals at the head of a list.
  private mutating func propose(_ resident: Int) {
    guard proposals[resident] == 0 else { return }
    let list = problem.residents
    guard let head = list[resident].first(where: { !isDeleted[$0] }) else { return }
    for entry in head..<list[resident].upperBound where list.ranks[entry] == list.ranks[head] {
      guard !isDeleted[entry] else { continue }
      isProposed[entry] = true
      proposals[resident] += 1
    }
    for entry in head..<list[resident].upperBound where list.ranks[entry] == list.ranks[head] {
      if !isDeleted[entry] { strikeDominated(of: Int(list.others[entry])) }
    }
  }

  /// Deletes whoever stands behind enough others to fill the program.
  private mutating func strikeDominated(of program: Int) {
    let list = problem.programs
    var (before, within) = (0, 0)
    var rank: Int32 = -1
    for entry in list[program] {
      if list.ranks[entry] != rank {
        (before, within, rank) = (before + within, 0, list.ranks[entry])
      }
      if before >= problem.capacities[program] {
        delete(residentEntry(entry), Int(list.others[entry]))
      } else if isActive(entry) {
        within += 1
      }
    }
  }

  /// Whether an entry of a program's list holds a proposal.
  private func isActive(_ entry: Int) -> Bool {
    let mirror = residentEntry(entry)
    return isProposed[mirror] && !isDeleted[mirror]
  }

  private mutating func delete(_ entry: Int, _ resident: Int) {
    guard !isDeleted[entry] else { return }
    isDeleted[entry] = true
    guard isProposed[entry] else { return }
    proposals[resident] -= 1
    if proposals[resident] == 0 { free.append(resident) }
  }

  /// The rank of the last resident on a program's list that is not deleted.
  private func tailRank(of program: Int) -> Int32? {
    problem.programs[program].last { !isDeleted[residentEntry($0)] }
      .map { problem.programs.ranks[$0] }
  }

  private mutating func strikeTail(of program: Int) {
    guard let tail = tailRank(of: program) else { return }
    for entry in problem.programs[program] where problem.programs.ranks[entry] == tail {
      delete(residentEntry(entry), Int(problem.programs.others[entry]))
    }
  }

  /// Residents that are sure of a program, and what places that leaves for the others.
  private func boundMatching() -> (programOf: [Int?], quotas: [Int]) {
    var programOf = [Int?](repeating: nil, count: problem.residentCount)
    var quotas = problem.capacities
    for program in 0..<problem.programCount {
      let active = problem.programs[program].filter { isActive($0) }
      let tail = active.count > problem.capacities[program] ? tailRank(of: program) : nil
      for entry in active where problem.programs.ranks[entry] != tail {
        let resident = Int(problem.programs.others[entry])
        if programOf[resident] == nil { programOf[resident] = program }
        quotas[program] -= 1
      }
    }
    return (programOf, quotas)
  }
}
