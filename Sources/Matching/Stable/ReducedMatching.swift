/// The greatest matching of the residents that are not sure of a program with the places left, and
/// the programs that too many of them compete for.
struct ReducedMatching {
  private let problem: StableProblem
  private let isBound: [Bool]
  private let quotas: [Int]
  private(set) var programOf: [Int?]
  /// The programs that residents without a place reach: where they outnumber the places.
  private(set) var criticalPrograms: [Int] = []
  private var members: [[Int]]
  private var visits: [Int]

  init(_ problem: StableProblem, _ programOf: [Int?], _ quotas: [Int]) {
    self.problem = problem
    self.programOf = programOf
    self.quotas = quotas
    isBound = programOf.map { $0 != nil }
    members = [[Int]](repeating: [], count: problem.programCount)
    visits = [Int](repeating: -1, count: problem.programCount)
  }

  /// Augments from each resident; `isActive` tells the entries of residents that count.
  mutating func run(_ isActive: (Int) -> Bool) {
    var unplaced: [Int] = []
    for resident in 0..<problem.residentCount where !isBound[resident] {
      if !augment(from: resident, isActive) { unplaced.append(resident) }
    }
    var isCritical = [Bool](repeating: false, count: problem.programCount)
    var open = unplaced
    while let resident = open.popLast() {
      for entry in problem.residents[resident] where isActive(entry) {
        let program = Int(problem.residents.others[entry])
        guard !isCritical[program] else { continue }
        isCritical[program] = true
        criticalPrograms.append(program)
        open += members[program]
      }
    }
  }

  /// Finds a place along a path of moves, without recursion.
  private mutating func augment(from root: Int, _ isActive: (Int) -> Bool) -> Bool {
    var cameFrom: [Int: Int] = [:]
    var open = [root]
    while let resident = open.popLast() {
      for entry in problem.residents[resident] where isActive(entry) {
        let program = Int(problem.residents.others[entry])
        guard visits[program] != root else { continue }
        visits[program] = root
        cameFrom[program] = resident
        if members[program].count < quotas[program] {
          shift(to: program, cameFrom)
          return true
        }
        open += members[program]
      }
    }
    return false
  }

  private mutating func shift(to end: Int, _ cameFrom: [Int: Int]) {
    var program: Int? = end
    while let to = program, let resident = cameFrom[to] {
      let left = programOf[resident]
      if let left { members[left].removeAll { $0 == resident } }
      members[to].append(resident)
      programOf[resident] = to
      program = left
    }
  }
}
