/// Gale and Shapley's deferred acceptance, ties broken by number.
///
/// Each side's result is the best stable matching for that side (of strict lists), whatever the
/// order of proposals: “College Admissions and the Stability of Marriage”, 1962. Linear in entries.
struct DeferredAcceptance {
  let problem: StableProblem

  /// Residents propose.
  func byResidents() -> StableMatching {
    let arena = Arena()
    let count = problem.residentCount
    let next = arena.cells(count, Int32(0))
    let program = arena.cells(count, Int32(-1))
    var admitted = Admissions(problem, arena)
    let (entries, mirrors) = (problem.residents, problem.mirrors)
    for first in 0..<count {
      var resident = first
      while resident >= 0 {
        let entry = Int(entries.starts[resident]) + Int(next[resident])
        guard entry < Int(entries.starts[resident + 1]) else { break }
        next[resident] += 1
        let wanted = Int(entries.others[entry])
        let answer = admitted.consider(Int(mirrors[entry]), at: wanted)
        guard answer != .rejected else { continue }
        program[resident] = Int32(wanted)
        guard case .replaced(let loser) = answer else { break }
        program[loser] = -1
        resident = loser
      }
    }
    return StableMatching(programOf: program.prefix(count).map { $0 < 0 ? nil : Int($0) })
  }

  /// Programs propose.
  func byPrograms() -> StableMatching {
    let (entries, mirrors) = (problem.programs, problem.residentMirrors)
    var held = [Int32](repeating: -1, count: problem.residentCount)
    var owners = held
    var next = (0..<problem.programCount).map { entries[$0].lowerBound }
    var counts = [Int](repeating: 0, count: problem.programCount)
    var waiting = Array((0..<problem.programCount).reversed())
    while let program = waiting.popLast() {
      let end = entries[program].upperBound
      while counts[program] < problem.capacities[program], next[program] < end {
        let resident = Int(entries.others[next[program]])
        let offer = mirrors[next[program]]
        next[program] += 1
        guard held[resident] < 0 || offer < held[resident] else { continue }
        if held[resident] >= 0 {
          counts[Int(owners[resident])] -= 1
          waiting.append(Int(owners[resident]))
        }
        (held[resident], owners[resident]) = (offer, Int32(program))
        counts[program] += 1
      }
    }
    return StableMatching(programOf: owners.map { $0 < 0 ? nil : Int($0) })
  }
}

/// Who is admitted, as marks on the programs' lists, and the last of each.
///
/// The last admitted of a full program only ever moves up, so that all moves together are linear.
private struct Admissions {
  enum Answer: Equatable {
    case rejected, placed
    case replaced(Int)
  }

  private let lists: Preferences
  private let isAdmitted: Cells<Bool>
  private let counts: Cells<Int>
  private let capacities: Cells<Int>
  /// The last admitted entry of each full program.
  private let last: Cells<Int32>

  init(_ problem: StableProblem, _ arena: Arena) {
    lists = problem.programs
    isAdmitted = arena.cells(lists.others.count, false)
    counts = arena.cells(lists.count, 0)
    capacities = arena.cells(lists.count, 0)
    last = arena.cells(lists.count, -1)
    for program in 0..<lists.count { capacities[program] = problem.capacities[program] }
  }

  /// A proposal from who stands at an entry of the program's list.
  @inline(__always)
  mutating func consider(_ entry: Int, at program: Int) -> Answer {
    guard counts[program] == capacities[program] else {
      isAdmitted[entry] = true
      counts[program] += 1
      if counts[program] == capacities[program] {
        findLast(of: program, before: Int(lists.starts[program + 1]))
      }
      return .placed
    }
    guard entry < last[program] else { return .rejected }
    isAdmitted[entry] = true
    let loser = Int(last[program])
    isAdmitted[loser] = false
    findLast(of: program, before: loser)
    return .replaced(Int(lists.others[loser]))
  }

  @inline(__always)
  private func findLast(of program: Int, before end: Int) {
    var entry = end - 1
    while !isAdmitted[entry] { entry -= 1 }
    last[program] = Int32(entry)
  }
}
