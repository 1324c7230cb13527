/// Residents and programs with ranked lists of each other, ties allowed, and programs' capacities.
///
/// A pair that only one side lists cannot be made. Numbers begin at 0 on each side.
public struct StableProblem: Sendable, Equatable {
  /// How many residents each program takes at most.
  public let capacities: [Int]
  let residents: Preferences
  let programs: Preferences
  /// Of each entry of a resident's list, the entry of that resident in the program's list.
  let mirrors: [Int32]
  /// Of each entry of a program's list, the entry of that program in the resident's list.
  let residentMirrors: [Int32]

  /// How many residents there are.
  public var residentCount: Int { residents.count }
  /// How many programs there are.
  public var programCount: Int { programs.count }
  /// Whether someone ranks two others alike.
  public var hasTies: Bool { residents.hasTies || programs.hasTies }

  /// A problem of lists of groups: each inner array holds equals, the most wanted first.
  public init(
    capacities: [Int], residents: [[[Int]]], programs: [[[Int]]]
  ) throws(InvalidInput) {
    try Limits.check(residents.count, "residents", upTo: Limits.people)
    try Limits.check(programs.count, "programs", upTo: Limits.people)
    guard capacities.count == programs.count else {
      throw InvalidInput("\(capacities.count) capacities for \(programs.count) programs")
    }
    if let capacity = capacities.first(where: { $0 < 0 }) {
      throw InvalidInput("the capacity \(capacity) is below 0")
    }
    try Self.check(residents, "resident", upTo: programs.count)
    try Self.check(programs, "program", upTo: residents.count)
    self.init(capacities, Preferences(residents), Preferences(programs))
  }

  private static func check(
    _ lists: [[[Int]]], _ owner: String, upTo limit: Int
  ) throws(InvalidInput) {
    try Limits.check(
      lists.reduce(0) { $1.reduce($0) { $0 + $1.count } }, "entries", upTo: Limits.pairs)
    for (number, list) in lists.enumerated() {
      var seen: Set<Int> = []
      for other in list.joined() {
        guard other >= 0, other < limit else {
          throw InvalidInput("\(owner) \(number) lists \(other), which is nobody")
        }
        guard seen.insert(other).inserted else {
          throw InvalidInput("\(owner) \(number) lists \(other) twice")
        }
      }
    }
  }

  /// A problem of checked lists; pairs that only one side lists are left out. Linear.
  init(_ capacities: [Int], _ residents: Preferences, _ programs: Preferences) {
    self.capacities = capacities
    let found = Self.entries(of: residents, in: programs)
    var isMutual = [Bool](repeating: false, count: programs.others.count)
    for entry in found where entry >= 0 { isMutual[Int(entry)] = true }
    self.residents = residents.filter { found[$0] >= 0 }
    self.programs = programs.filter { isMutual[$0] }
    var positions = [Int32](repeating: 0, count: isMutual.count)
    var count: Int32 = 0
    for entry in isMutual.indices where isMutual[entry] {
      positions[entry] = count
      count += 1
    }
    mirrors = found.filter { $0 >= 0 }.map { positions[Int($0)] }
    var back = [Int32](repeating: 0, count: mirrors.count)
    for (entry, mirror) in mirrors.enumerated() { back[Int(mirror)] = Int32(entry) }
    residentMirrors = back
  }

  /// Of each entry of the residents' lists, the one that answers it; -1 where none does.
  private static func entries(of residents: Preferences, in programs: Preferences) -> [Int32] {
    var byResident = SparseGraph(vertices: residents.count)
    for resident in programs.others { byResident.count(Int(resident)) }
    byResident.settle()
    var owners = [Int32](repeating: 0, count: programs.others.count)
    for program in 0..<programs.count {
      for entry in programs[program] {
        owners[entry] = Int32(program)
        byResident.add(Int(programs.others[entry]), entry)
      }
    }
    var found = [Int32](repeating: -1, count: residents.others.count)
    var answers = [Int32](repeating: -1, count: programs.count)
    for resident in 0..<residents.count {
      for entry in byResident.ends(of: resident) { answers[Int(owners[Int(entry)])] = entry }
      for entry in residents[resident] { found[entry] = answers[Int(residents.others[entry])] }
      for entry in byResident.ends(of: resident) { answers[Int(owners[Int(entry)])] = -1 }
    }
    return found
  }
}
